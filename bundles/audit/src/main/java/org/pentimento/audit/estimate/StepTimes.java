package org.pentimento.audit.estimate;

import java.util.Map;
import org.pentimento.plan.Use;

/**
 * What the steps of a run will take, in seconds.
 *
 * @param training of one model by its generator; without those of which nothing is known
 * @param drawing of one comparison, NaN if not known
 * @param measuring of one comparison, NaN if not known
 * @param detecting by one detector, NaN if not known
 */
record StepTimes(Map<Use, Double> training, double drawing, double measuring, double detecting) {
  /** Nothing is known. */
  static final StepTimes NONE = new StepTimes(Map.of(), Double.NaN, Double.NaN, Double.NaN);
}
