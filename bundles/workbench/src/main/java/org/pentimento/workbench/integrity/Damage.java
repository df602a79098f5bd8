package org.pentimento.workbench.integrity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pentimento.casefile.verify.Depth;
import org.pentimento.casefile.verify.Verification;

/**
 * What is wrong with a case, for a person: which files, what was expected, since when it may be,
 * and what to do.
 *
 * @param check that found it
 * @param rows one for each thing that is wrong
 */
record Damage(CaseCheck check, List<Row> rows) {
  /**
   * A thing that is wrong.
   *
   * @param file relative to the case folder
   * @param what is wrong with it, and what was expected
   * @param dated the file's own date; empty if it has none
   */
  record Row(String file, String what, String dated) {}

  /** Looks at the dates of the files that are wrong. */
  static Damage of(CaseCheck check) {
    List<Row> rows = new ArrayList<>();
    for (Verification.Problem problem : check.verification().problems()) {
      rows.add(
          new Row(
              problem.file(),
              problem.message(),
              dated(check.folder().resolve(problem.file())).map(CaseCheck::words).orElse("")));
    }
    return new Damage(check, List.copyOf(rows));
  }

  private static Optional<Instant> dated(Path file) {
    try {
      return Optional.of(Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant());
    } catch (IOException e) {
      return Optional.empty(); // it is not there, or tells nothing
    }
  }

  /** Since when it may be, as far as this window knows. */
  String since() {
    Optional<LastIntact.Look> everything = LastIntact.of(check.folder(), Depth.CONTENT);
    Optional<LastIntact.Look> sizes = LastIntact.of(check.folder(), Depth.LOG_AND_SIZES);
    String dates =
        " The date of a file says when it was written last, unless somebody set it back.";
    if (everything.isPresent()) {
      return "This window last found all content as it was written on "
          + CaseCheck.words(everything.get().time())
          + ", when the log had "
          + everything.get().entries()
          + " entries; what is listed here was changed after that."
          + dates;
    }
    return sizes
            .map(
                look ->
                    "This window last found log and sizes as they were written on "
                        + CaseCheck.words(look.time())
                        + ", when the log had "
                        + look.entries()
                        + " entries; it never looked at all content, so that a change that keeps"
                        + " sizes may be older.")
            .orElse(
                "This window never found this case as it was written, so that nothing here tells"
                    + " since when it is not.")
        + dates;
  }

  /** What to do now. */
  static String advice() {
    return "Rely on nothing of this case until it is clear what happened. Change nothing in it:"
        + " copy the whole folder to another medium first, then compare it with an earlier"
        + " copy or with a receipt that was kept elsewhere (pentimento verify CASE --receipt"
        + " FILE), and note who had access to it since.";
  }

  /** All of it as plain text, for keeping. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(check.folder()).append('\n');
    text.append("Looked at on ")
        .append(CaseCheck.words(check.time()))
        .append(check.depth() == Depth.CONTENT ? ", all content" : ", log and sizes")
        .append(", ")
        .append(check.verification().entries())
        .append(" entries in the log\n\n");
    for (Row row : rows) {
      text.append(row.file())
          .append('\n')
          .append("  ")
          .append(row.what())
          .append('\n')
          .append(row.dated().isEmpty() ? "" : "  File dated " + row.dated() + "\n");
    }
    return text.append('\n')
        .append(since())
        .append("\n\n")
        .append(advice())
        .append('\n')
        .toString();
  }
}
