package org.pentimento.casefile.verify;

import java.util.List;

/**
 * What verifying a case found.
 *
 * @param problems what is wrong: each shows that the case is not as it was written
 * @param remarks what a person should know, though it is no sign of tampering
 * @param entries number of lines of the custody log
 * @param blobs number of blobs hashed
 * @param files number of files of copied data sets that are listed
 * @param bytes hashed
 * @param anchor what from outside the case bore it out
 * @param key fingerprint of the key that signs now: SHA-256 of its X.509 SubjectPublicKeyInfo, 64
 *     lower-case hexadecimal digits; empty if none can be read
 */
public record Verification(
    List<Problem> problems,
    List<Remark> remarks,
    long entries,
    long blobs,
    long files,
    long bytes,
    Anchor anchor,
    String key) {
  /** Keeps copies. */
  public Verification {
    problems = List.copyOf(problems);
    remarks = List.copyOf(remarks);
  }

  /** What from outside a case bears it out. */
  public enum Anchor {
    /** Nothing: a case that was put back, or written anew with another key, looks intact too. */
    NONE,
    /** Its key is the expected one: only a case that was put back looks intact too. */
    KEY,
    /** A receipt: up to its entry nothing can have been put back or written anew. */
    RECEIPT
  }

  /** Whether all evidence is as it was written. */
  public boolean intact() {
    return problems.isEmpty();
  }

  /**
   * What is wrong with a file.
   *
   * @param kind for programs
   * @param file relative to the case folder, with {@code /} between names
   * @param message for a person
   */
  public record Problem(Kind kind, String file, String message) {
    /** What is wrong. */
    public enum Kind {
      /** A line of the custody log was altered, removed, added or moved. */
      LOG,
      /** The signed head is missing, altered, or of another log. */
      HEAD,
      /** Entries at the end are gone, or the case was put back to an earlier state. */
      CUT_OFF,
      /** Evidence has other content than it had. */
      CHANGED,
      /** Evidence is gone. */
      MISSING,
      /** There is a file that no entry knows. */
      ADDED,
      /** There is a symbolic link or another special file. It was not followed. */
      LINK,
      /** Evidence is there and cannot be read. */
      UNREADABLE,
      /** The index says something else than log and blobs. */
      INDEX,
      /** The receipt does not fit the case. */
      RECEIPT,
      /** The receipt is an unchanged one of another case, which tells nothing of this one. */
      RECEIPT_OF_ANOTHER_CASE
    }
  }

  /**
   * Something worth knowing.
   *
   * @param kind for programs
   * @param file relative to the case folder, with {@code /} between names
   * @param message for a person
   */
  public record Remark(Kind kind, String file, String message) {
    /** What it is about. */
    public enum Kind {
      /** A writer was killed: open the case once for writing to recover. */
      UNFINISHED,
      /**
       * A blob or folder that is no evidence: left over from interrupted work, as an entry says, or
       * of a writer that has not closed the case yet.
       */
      LEFT_OVER,
      /** Part of the case was not or could not be compared. */
      NOT_CHECKED,
      /** The index lags behind the log; it catches up when the case is opened for writing. */
      INDEX_BEHIND,
      /** More than one key signed. */
      KEY,
      /** An entry is older than the one before it. */
      CLOCK
    }
  }
}
