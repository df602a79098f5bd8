package org.pentimento.protocol;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a job's process printed that is no event. However much it is, it must not fill the log. */
final class UnexpectedOutput {
  private static final Logger LOG = LoggerFactory.getLogger(UnexpectedOutput.class);
  private static final int QUOTED = 60;

  private long lines;
  private String first = "";

  void add(String line) {
    if (lines++ == 0) {
      String quoted = line.substring(0, Math.min(QUOTED, line.length()));
      first = quoted.replaceAll("\\p{Cntrl}", " ").strip();
      LOG.warn("A job said something that is no event: {}", first);
    }
  }

  /** A sentence about it, with a space before; empty if there was none. */
  String words() {
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
