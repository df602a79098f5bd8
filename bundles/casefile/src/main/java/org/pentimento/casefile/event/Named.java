package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.json.CanonicalJson;

/**
 * A person gave something of a case a name to be shown by. The name that was recorded stays in the
 * log and in results; both are shown.
 *
 * @param thing that is shown by the name
 * @param name one line of at most {@value #LONGEST} characters; empty if the recorded name is to be
 *     shown again
 * @param waited when and by whom it was given, if the case could not be written to then
 */
public record Named(
    Thing thing, String name, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Waited waited)
    implements CaseRemark {
  /** The name of the event in the log. */
  public static final String ACTION = "named";

  /** Most characters of a name. */
  public static final int LONGEST = 200;

  /** Refuses null. */
  public Named {
    requireNonNull(thing);
    requireNonNull(name);
  }

  /** A name that is recorded at once. */
  public Named(Thing thing, String name) {
    this(thing, name, null);
  }

  static Named of(JsonNode body) throws BadInputException {
    return CanonicalJson.convert(Texts.orNull(body, WAITED), Named.class);
  }

  @Override
  public Named waiting(Waited since) {
    return new Named(thing, name, since);
  }

  @Override
  public String action() {
    return ACTION;
  }

  @Override
  public void check(Predicate<String> runKnown) throws BadInputException {
    if (name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
      throw new BadInputException(
          "A name is one line of at most " + LONGEST + " characters.", "Choose a shorter name.");
    }
  }

  /** What can be given a name. */
  public enum Kind {
    /** The case as a whole; no id. */
    CASE,
    /** A data set; its name in the case. */
    DATASET,
    /** A plan that was carried out; SHA-256 of its blob. */
    PLAN,
    /** A run, an inspection, a mitigation or a self-test; its id. */
    RUN,
    /** A model that was made elsewhere; its name in the case. */
    IMPORTED_MODEL,
    /** A model that a run trained; SHA-256 of its weights. */
    TRAINED_MODEL,
    /** Drawings that were kept; the number of the entry that tells of them. */
    DRAWINGS,
    /** A report; the number of the entry that tells that it was written. */
    REPORT
  }

  /**
   * Something of a case.
   *
   * @param id unique among those of its kind in a case
   */
  public record Thing(Kind kind, String id) {
    /** Refuses null. */
    public Thing {
      requireNonNull(kind);
      requireNonNull(id);
    }
  }
}
