package org.pentimento.casefile.log;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How a custody log ends, and whether a killed writer explains it.
 *
 * <p>Recording an entry is: append the line and sync it; then replace the signed head and sync
 * that; then return. A failed attempt is taken back, and no other entry is tried before. So a
 * writer that is killed at any moment leaves one of three endings, and no other is accepted:
 *
 * <ol>
 *   <li>The head signs the last line, and nothing follows.
 *   <li>The head signs the last finished line, and the beginning of a line follows.
 *   <li>The head signs the last line but one (of a log with one line: there is no head).
 * </ol>
 *
 * <p>The second and third are put right by opening the case once for writing, which records what
 * was found. What somebody without the key could hide in them: one single entry that follows
 * correctly and that nobody signed, or a cut-off line, each named in a remark and, after recovery,
 * in the log for ever. What no signature in the case itself can show is a case put back as a whole
 * to an earlier state, or written anew with another key: that takes a {@link Receipt} kept
 * elsewhere.
 */
public record LogEnding(Kind kind, String message) {
  private static final byte[] BEGINNING = "{\"action\":".getBytes(StandardCharsets.US_ASCII);

  public enum Kind {
    /** All is signed. */
    CLEAN,
    /** The signed head is followed by the beginning of a line. */
    UNFINISHED_LINE,
    /** The last entry is not signed yet. */
    UNSIGNED_ENTRY,
    /** Entries that were signed are gone. */
    CUT_OFF,
    /** The head is missing, was changed, or is of another log. */
    BAD_HEAD,
    /** More is unsigned than a killed writer can leave. */
    FOREIGN_END
  }

  /**
   * Applies the rule.
   *
   * @param chain at the end of the log
   * @param tail what follows the last finished line
   * @param caseId of the log
   * @param head null if there is none
   */
  public static LogEnding of(Chain chain, byte[] tail, String caseId, @Nullable Receipt head) {
    long last = chain.number();
    if (head == null) {
      return last == 1 && tail.length == 0
          ? unsigned(last)
          : new LogEnding(Kind.BAD_HEAD, "The signed head is missing.");
    }
    if (!head.genuine()) {
      return new LogEnding(Kind.BAD_HEAD, "Its signature does not fit: the head was changed.");
    }
    if (!head.caseId().equals(caseId)) {
      return new LogEnding(Kind.BAD_HEAD, "It is the head of another case, " + head.caseId() + ".");
    }
    if (head.number() > last) {
      return new LogEnding(
          Kind.CUT_OFF,
          "The log ends with entry " + last + ", but entry " + head.number() + " was signed.");
    }
    if (head.number() < last - 1) {
      return new LogEnding(
          Kind.FOREIGN_END,
          "The head signs entry " + head.number() + " of " + last + "; more than one is unsigned.");
    }
    String signed = head.number() == last ? chain.hash() : chain.hashBefore();
    if (!head.hash().equals(signed)) {
      return new LogEnding(
          Kind.BAD_HEAD, "It signs another entry " + head.number() + " than the log has.");
    }
    if (tail.length == 0) {
      return head.number() == last ? new LogEnding(Kind.CLEAN, "") : unsigned(last);
    }
    if (head.number() < last || !looksUnfinished(tail)) {
      return new LogEnding(
          Kind.FOREIGN_END,
          tail.length + " bytes follow the last line that no killed writer can have left.");
    }
    return new LogEnding(
        Kind.UNFINISHED_LINE,
        "The log ends with an unfinished line of "
            + tail.length
            + " bytes, as a killed writer leaves it. Open the case once for writing to recover.");
  }

  private static LogEnding unsigned(long last) {
    return new LogEnding(
        Kind.UNSIGNED_ENTRY,
        "The head lags by one: entry "
            + last
            + " is not signed, as a killed writer leaves it. Open the case once for writing to"
            + " recover.");
  }

  /** Whether opening for writing puts it right. */
  public boolean recoverable() {
    return kind == Kind.UNFINISHED_LINE || kind == Kind.UNSIGNED_ENTRY;
  }

  /** Starts as an entry does; or zeros, which some file systems leave after a power failure. */
  private static boolean looksUnfinished(byte[] tail) {
    boolean zeros = true;
    boolean entry = true;
    for (int i = 0; i < tail.length; i++) {
      zeros &= tail[i] == 0;
      entry &= i >= BEGINNING.length || tail[i] == BEGINNING[i];
    }
    return zeros || entry;
  }
}
