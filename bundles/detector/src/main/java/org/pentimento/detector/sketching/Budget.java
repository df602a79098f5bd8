package org.pentimento.detector.sketching;

import java.util.ArrayList;
import java.util.List;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.suspect.SuspectModel.Shadow;

/**
 * How large a change of photos may be: as large as it takes for clean models to lose a stated
 * share. No constant would do, because how much a model gives way depends on its architecture, its
 * size and the faces.
 *
 * @param size of the change, in the unit of its kind
 * @param effects what each shadow model loses at that
 */
public record Budget(double size, List<Double> effects) {
  private static final int TRIES = 5;

  /** Seeks the best change of a size for one shadow model and tells what it takes. */
  public interface Trial {
    double effect(Shadow shadow, double size) throws CancelledException;
  }

  /**
   * Sizes that a change may have.
   *
   * @param first to try
   * @param least of use
   * @param most that is allowed
   */
  public record Sizes(double first, double least, double most) {}

  /**
   * A share that clean models shall lose, in the mean.
   *
   * @param from least
   * @param to most
   */
  public record Share(double from, double to) {
    private double middle() {
      return (from + to) / 2;
    }
  }

  /** Seeks the budget. */
  public static Budget of(
      List<Shadow> shadows, Share share, Sizes sizes, Trial trial, Progress progress)
      throws CancelledException {
    double size = sizes.first();
    Budget best = null;
    double nearest = Double.MAX_VALUE;
    for (int i = 0; i < TRIES; i++) {
      progress.checkCancelled();
      List<Double> effects = new ArrayList<>();
      for (Shadow shadow : shadows) {
        effects.add(trial.effect(shadow, size));
      }
      double mean = effects.stream().mapToDouble(e -> e).average().orElse(0);
      if (Math.abs(mean - share.middle()) < nearest) {
        nearest = Math.abs(mean - share.middle());
        best = new Budget(size, List.copyOf(effects));
      }
      if ((mean >= share.from() && mean <= share.to())
          || size >= sizes.most() && mean < share.from()) {
        break;
      }
      // What clean models lose grows about in proportion with the size.
      double factor = Math.max(.3, Math.min(3, share.middle() / Math.max(mean, .01)));
      size = Math.max(sizes.least(), Math.min(sizes.most(), size * factor));
    }
    if (best == null) {
      throw new IllegalStateException("no shadow model");
    }
    return best;
  }
}
