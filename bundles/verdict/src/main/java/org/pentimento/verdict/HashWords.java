package org.pentimento.verdict;

import org.pentimento.casefile.event.HashCheck;
import org.pentimento.casefile.event.HashMiss;

/** Sentences about how files compared with a list of hashes. */
public final class HashWords {
  private HashWords() {}

  /** What came of a comparison. */
  public static String of(HashCheck check) {
    return "Hash list "
        + check.file()
        + " ("
        + String.join(", ", check.kinds())
        + "): "
        + count(check.matches(), "file matches", "files match")
        + ", "
        + count(check.misses(), "listed file is", "listed files are")
        + " missing or other, "
        + count(check.extras(), "file is", "files are")
        + " not listed.";
  }

  /** What is there instead of a listed file. */
  public static String of(HashMiss miss) {
    return switch (miss.why()) {
      case OTHER_CONTENT -> "listed with other content, " + miss.hash();
      case NOT_THERE -> "listed and not there, " + miss.hash();
    };
  }

  /** The file that is missed, or a word where the list names none. */
  public static String file(HashMiss miss) {
    return miss.path().isEmpty() ? "(no name)" : miss.path();
  }

  private static String count(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
