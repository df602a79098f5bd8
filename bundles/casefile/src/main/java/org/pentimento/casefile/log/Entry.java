package org.pentimento.casefile.log;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.event.CaseEvent;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.json.Timestamps;
import org.pentimento.casefile.store.NewerVersionException;
import org.pentimento.casefile.store.Sha256;

/**
 * A line of the custody log.
 *
 * @param number counted from 1 without gaps
 * @param time when it was recorded, by the clock of the machine, to the millisecond
 * @param actor name of the system's user, and the examiner of the case in parentheses
 * @param action name of the event, such as {@code run-finished}
 * @param body what the event says, see {@link CaseEvent#body}
 * @param previous hash of the entry before, 64 zeros for the first
 * @param hash SHA-256 of the canonical JSON of all the other fields
 */
public record Entry(
    long number,
    Instant time,
    String actor,
    String action,
    JsonNode body,
    String previous,
    String hash) {
  /** Refuses null. */
  public Entry {
    requireNonNull(time, "time");
    requireNonNull(actor, "actor");
    requireNonNull(action, "action");
    requireNonNull(body, "body");
    requireNonNull(previous, "previous");
    requireNonNull(hash, "hash");
  }

  /** Name of the system's user who did it, without the examiner of the case. */
  public String login() {
    return actor.replaceFirst(" \\(.*\\)$", "");
  }

  /** An entry that follows another. */
  public static Entry following(
      long number, String previous, Instant time, String actor, CaseEvent event) {
    JsonNode body = event.body();
    Entry unsealed = new Entry(number, time, actor, event.action(), body, previous, "");
    return new Entry(number, time, actor, event.action(), body, previous, unsealed.computedHash());
  }

  /**
   * Reads a line, without its line break, that has to be exactly what {@link #line} gives.
   *
   * @throws BadInputException if a single byte is not as it would have been written
   */
  public static Entry parse(byte[] line) throws BadInputException {
    Entry entry = CanonicalJson.read(line, Entry.class);
    if (!Arrays.equals(line, CanonicalJson.bytes(entry))) {
      throw new BadInputException(
          "The line is not in the form in which entries are written.",
          "The line was changed after it was written; use an unchanged copy of the case.");
    }
    return entry;
  }

  /** The line without its line break. */
  public byte[] line() {
    return CanonicalJson.bytes(this);
  }

  /** What {@link #hash} has to be. */
  String computedHash() {
    ObjectNode rest = JsonNodeFactory.instance.objectNode();
    rest.put("number", number);
    rest.put("time", Timestamps.text(time));
    rest.put("actor", actor);
    rest.put("action", action);
    rest.set("body", body);
    rest.put("previous", previous);
    return Sha256.of(CanonicalJson.bytes(rest));
  }

  /**
   * What happened.
   *
   * @throws BadInputException if the body does not fit the action
   */
  public CaseEvent event() throws BadInputException {
    try {
      return CaseEvent.of(action, body);
    } catch (NewerVersionException e) {
      throw e;
    } catch (BadInputException e) {
      throw new BadInputException(
          "Entry " + number + " (" + action + "): " + e.getMessage(), e.remedy(), e);
    }
  }

  /**
   * What happened, if it is an event of a kind. An entry whose body does not fit its action counts
   * as none: nothing can be told from it, and verifying the case names it.
   */
  public <E extends CaseEvent> Optional<E> as(Class<E> kind) {
    try {
      CaseEvent event = event();
      return kind.isInstance(event) ? Optional.of(kind.cast(event)) : Optional.empty();
    } catch (BadInputException e) {
      return Optional.empty();
    }
  }
}
