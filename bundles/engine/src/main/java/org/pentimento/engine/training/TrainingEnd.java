package org.pentimento.engine.training;

import java.util.Locale;

/**
 * How a training ended.
 *
 * @param step it ended after
 * @param total steps that the plan has
 * @param patience epochs without improvement after which it ends early, 0 if it never ends early
 * @param best step whose weights are kept
 * @param error at that step, on pairs that were held out
 */
public record TrainingEnd(long step, long total, int patience, long best, double error) {

  /** A sentence for a person; empty if all steps were done and the last one counts. */
  public String words() {
    if (patience == 0) {
      return "";
    }
    String kept =
        String.format(
            Locale.ROOT, "the weights of step %d, with error %.4f, are kept", best, error);
    return step < total
        ? "Stopped after step "
            + step
            + " of "
            + total
            + ", as held-out pairs were drawn no better for "
            + patience
            + (patience == 1 ? " epoch; " : " epochs; ")
            + kept
            + "."
        : "Ran all " + total + " steps; of all epochs' ends, " + kept + ".";
  }
}
