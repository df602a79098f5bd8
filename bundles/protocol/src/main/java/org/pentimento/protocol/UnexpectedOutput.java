package org.pentimento.protocol;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a job's process printed that is no event. However much it is, it must not fill the log. */
final class UnexpectedOutput {
  private static final Logger LOG = LoggerFactory.getLogger(UnexpectedOutput.class);
  private static final int QUOTED = 60;

  /** What Java prints before the file in which it describes a failure of native code. */
  private static final String CRASH = "# An error report file";

  private long lines;
  private boolean isNamed;
  private String crash = "";
  private String first = "";

  void add(String line) {
    if (isNamed && crash.isEmpty()) {
      crash = line.replaceAll("\\p{Cntrl}", " ").replaceFirst("^#", "").strip();
    }
    isNamed |= line.startsWith(CRASH);
    if (lines++ == 0) {
      String quoted = line.substring(0, Math.min(QUOTED, line.length()));
      first = quoted.replaceAll("\\p{Cntrl}", " ").strip();
      LOG.warn("A job said something that is no event: {}", first);
    }
  }

  /** A sentence about it, with a space before; empty if there was none. */
  String words() {
    if (!crash.isEmpty()) {
      return " Native code failed; the details are in " + crash + ".";
    }
    if (lines == 0) {
      return "";
    }
    return " It printed "
        + (lines == 1 ? "a line" : lines + " lines")
        + " that this product does not understand, the first “"
        + first
        + "”.";
  }
}
