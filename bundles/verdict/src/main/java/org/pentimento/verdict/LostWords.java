package org.pentimento.verdict;

import java.util.List;
import org.pentimento.casefile.result.LostPart;
import org.pentimento.casefile.result.RunResult;

/** What a run did not find out because an extension failed. */
public final class LostWords {
  private LostWords() {}

  /** A sentence for each part that was lost, in the order of the run; empty if none was. */
  public static List<String> of(RunResult result) {
    return result.lost().stream().map(LostWords::words).toList();
  }

  private static String words(LostPart lost) {
    String part = TrainingWords.inWords(lost.part());
    return "Lost: "
        + part
        + ". The "
        + lost.kind().word().replace('-', ' ')
        + " '"
        + lost.extension()
        + "' failed in "
        + lost.call()
        + (lost.subject().isEmpty() ? "" : " for " + lost.subject())
        + ": "
        + lost.problem()
        + ".";
  }
}
