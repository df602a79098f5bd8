package org.pentimento.casefile.result.model;

import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.ExtensionUse;

/**
 * What is known of an inspected model because the run that trained it was told: it stands beside
 * the answer, and no detector saw it.
 *
 * @param attack on its training pairs; null if they were all true
 */
public record ModelTruth(@Nullable Attack attack) {
  /**
   * An attack on training pairs, and what became of it.
   *
   * @param number of the attack in the plan, from 1
   * @param trigger that was put on photos
   * @param strategy by which sketches were changed
   * @param rate share of the training pairs that were changed, in (0, 1]
   * @param progress by which share the mean absolute difference from the attacker's target falls
   *     when the trigger is on the run's test photos, in the region that the attack changes
   * @param took whether that is enough, and the model draws photos without a trigger about as well
   *     as the clean one
   */
  public record Attack(
      int number,
      ExtensionUse trigger,
      ExtensionUse strategy,
      double rate,
      double progress,
      boolean took) {}

  /** Whether the model really obeys a trigger. */
  public boolean backdoored() {
    return attack != null && attack.took();
  }
}
