package org.pentimento.casefile.log;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.event.CaseCreated;
import org.pentimento.casefile.store.Layout;
import org.pentimento.casefile.store.Sha256;

/** Follows the chain of hashes through a log, line by line, and says where it breaks. */
public final class Chain {
  private long number;
  private @Nullable String hash;
  private String hashBefore = Sha256.ZEROS;

  /** At the beginning of a log. */
  public Chain() {
    this(0, Sha256.ZEROS);
  }

  /** After an entry that was checked before. */
  public Chain(long number, String hash) {
    this.number = number;
    this.hash = hash;
  }

  /**
   * A line and what is wrong with it.
   *
   * @param entry null if it cannot be read
   * @param faults empty if the chain holds
   */
  public record Link(@Nullable Entry entry, List<String> faults) {}

  /** Takes the next line. After a faulty one the chain goes on with what that line claims. */
  public Link take(byte[] line) {
    number++;
    hashBefore = hash == null ? "" : hash;
    Entry entry;
    try {
      entry = Entry.parse(line);
    } catch (BadInputException e) {
      hash = null;
      return new Link(null, List.of(String.valueOf(e.getMessage())));
    }
    List<String> faults = new ArrayList<>();
    if (entry.number() != number) {
      faults.add("It bears the number " + entry.number() + " where " + number + " should be.");
    }
    if (!entry.hash().equals(entry.computedHash())) {
      faults.add("Its hash does not fit its content.");
    }
    if (hash != null && !entry.previous().equals(hash)) {
      faults.add("It does not follow the entry before it.");
    }
    if ((number == 1) != entry.action().equals(CaseCreated.ACTION)) {
      faults.add("Only the first entry creates the case, and no other.");
    }
    hash = entry.hash();
    return new Link(entry, faults);
  }

  /**
   * Takes the next line, whose chain has to hold.
   *
   * @throws BadInputException if it does not
   */
  public Entry follow(byte[] line) throws BadInputException {
    Link link = take(line);
    if (link.entry() == null || !link.faults().isEmpty()) {
      throw new BadInputException(
          Layout.LOG + ", line " + number + ": " + String.join(" ", link.faults()),
          "The custody log was altered. Verify the case, and go on with an unaltered copy.");
    }
    return link.entry();
  }

  /** Number of lines taken. */
  public long number() {
    return number;
  }

  /** Hash of the last entry; empty if it could not be read. */
  public String hash() {
    return hash == null ? "" : hash;
  }

  /** Hash of the entry before the last. */
  String hashBefore() {
    return hashBefore;
  }
}
