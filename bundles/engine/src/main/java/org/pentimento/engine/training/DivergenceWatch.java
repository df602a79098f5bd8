package org.pentimento.engine.training;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.pentimento.api.generator.DivergedException;

/**
 * Ends a training whose losses or gradients stop being finite, or whose gradient explodes: its norm
 * is more than a thousand times the largest of the first steps, when the weights are still random
 * and gradients large. Trainings that learn stay far below; the limit is ours.
 */
final class DivergenceWatch {
  private static final int FIRST_STEPS = 20;
  private static final double EXPLOSION = 1000;
  private static final String LARGEST = "gradient.";

  private final Map<String, Double> largest = new HashMap<>();

  /** Judges a step. */
  void check(long step, StepReport report) throws DivergedException {
    for (Map.Entry<String, Double> loss : report.losses().entrySet()) {
      if (!Double.isFinite(loss.getValue())) {
        throw new DivergedException(
            "the loss '" + loss.getKey() + "' stopped being a finite number at step " + step);
      }
    }
    for (Map.Entry<String, Double> gradient : report.gradients().entrySet()) {
      check(step, gradient.getKey(), gradient.getValue());
    }
  }

  private void check(long step, String network, double norm) throws DivergedException {
    if (!Double.isFinite(norm)) {
      throw new DivergedException(
          "the gradient of the " + network + " stopped being finite numbers at step " + step);
    }
    double before = largest.getOrDefault(LARGEST + network, 0.0);
    if (step <= FIRST_STEPS) {
      largest.put(LARGEST + network, Math.max(before, norm));
    } else if (norm > EXPLOSION * before) {
      throw new DivergedException(
          String.format(
              Locale.ROOT,
              "the gradient of the %s exploded at step %d: its norm is %.3g, that of the first"
                  + " %d steps was at most %.3g",
              network,
              step,
              norm,
              FIRST_STEPS,
              before));
    }
  }

  /** What a continued training needs to know. */
  Map<String, Double> memory() {
    return largest;
  }

  /** Continues from what an earlier process knew. */
  void recall(Map<String, Double> memory) {
    memory.forEach(
        (name, value) -> {
          if (name.startsWith(LARGEST)) {
            largest.put(name, value);
          }
        });
  }
}
