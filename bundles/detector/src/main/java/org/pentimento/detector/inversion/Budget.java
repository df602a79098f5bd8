package org.pentimento.detector.inversion;

import java.util.ArrayList;
import java.util.List;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.suspect.SuspectModel.Shadow;

/**
 * How large a perturbation may be: as large as it takes for clean models to lose a stated share. No
 * constant would do, because how much a model gives way depends on its architecture, its size and
 * the faces.
 *
 * @param epsilon largest change of a value
 * @param effects what each shadow model loses at that
 */
record Budget(double epsilon, List<Double> effects) {
  private static final int TRIES = 5;
  private static final double FIRST = .03;
  private static final double LEAST = .002;
  private static final double MOST = .3;

  /** Seeks the best perturbation of a size for one shadow model and tells what it takes. */
  interface Trial {
    double effect(Shadow shadow, double epsilon) throws CancelledException;
  }

  /**
   * Seeks the budget.
   *
   * @param from least share that shadow models shall lose, in the mean
   * @param to largest share
   */
  static Budget of(List<Shadow> shadows, double from, double to, Trial trial, Progress progress)
      throws CancelledException {
    double target = (from + to) / 2;
    double epsilon = FIRST;
    Budget best = null;
    double nearest = Double.MAX_VALUE;
    for (int i = 0; i < TRIES; i++) {
      progress.checkCancelled();
      List<Double> effects = new ArrayList<>();
      for (Shadow shadow : shadows) {
        effects.add(trial.effect(shadow, epsilon));
      }
      double mean = effects.stream().mapToDouble(e -> e).average().orElse(0);
      if (Math.abs(mean - target) < nearest) {
        nearest = Math.abs(mean - target);
        best = new Budget(epsilon, List.copyOf(effects));
      }
      if ((mean >= from && mean <= to) || epsilon >= MOST && mean < from) {
        break;
      }
      // What clean models lose grows about in proportion with the size.
      double factor = Math.max(.3, Math.min(3, target / Math.max(mean, .01)));
      epsilon = Math.max(LEAST, Math.min(MOST, epsilon * factor));
    }
    if (best == null) {
      throw new IllegalStateException("no shadow model");
    }
    return best;
  }
}
