package org.pentimento.workbench.integrity;

import java.nio.file.Path;
import java.time.Instant;
import org.pentimento.casefile.verify.Depth;
import org.pentimento.casefile.verify.Verification;
import org.pentimento.verdict.NumberWords;
import org.pentimento.verdict.TimeWords;
import org.pentimento.workbench.cases.OpenCase;

/**
 * What looking at a case found.
 *
 * @param folder of the case
 * @param depth how closely it was looked at
 * @param time when the look ended
 * @param verification what was found
 */
public record CaseCheck(Path folder, Depth depth, Instant time, Verification verification) {
  /** Name of the case. */
  public String name() {
    return OpenCase.name(folder);
  }

  static String words(Instant time) {
    return TimeWords.second(time);
  }

  /**
   * What holds of a case whose log has a number of entries now.
   *
   * @return empty if the log has grown since a look that found nothing wrong: nobody looked at what
   *     was added
   */
  public String words(long entries) {
    if (!verification.intact()) {
      return problem();
    }
    if (entries > verification.entries()) {
      return "";
    }
    return (depth == Depth.CONTENT ? "Verified: " : "Log and sizes verified: ")
        + name()
        + ", "
        + words(time)
        + ", up to entry "
        + verification.entries()
        + ".";
  }

  /** What is wrong, in sentences; only if something is. */
  String problem() {
    int count = verification.problems().size();
    Verification.Problem first = verification.problems().get(0);
    return name()
        + " is not as it was written. "
        + NumberWords.count(count, "thing is", "things are")
        + " wrong, "
        + (count == 1 ? "in " : "first in ")
        + shortened(first.file())
        + ".";
  }

  /** A file by the first digits of its hash, if it is named by one. */
  static String shortened(String file) {
    return file.replaceFirst("^(blobs/../\\p{XDigit}{6})\\p{XDigit}{56}$", "$1…");
  }
}
