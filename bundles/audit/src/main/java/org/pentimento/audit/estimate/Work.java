package org.pentimento.audit.estimate;

import org.pentimento.plan.Plan;

/**
 * How much a plan asks for.
 *
 * @param plan what is compared with what
 * @param train number of training pairs
 * @param test number of test pairs
 * @param pixels of an image
 * @param machine processor, device and threads it would run on
 */
public record Work(Plan plan, int train, int test, long pixels, String machine) {
  /** Models trained of each generator: a clean one for each seed, and one more for each attack. */
  long models() {
    return (long) plan.seeds().size() * (1 + plan.attacks().size());
  }

  /** Comparisons of each generator. */
  long comparisons() {
    return (long) plan.seeds().size() * Math.max(1, plan.attacks().size());
  }

  /** Inspections of training pairs by the plan's detectors. */
  long inspections() {
    return plan.detectors().isEmpty() ? 0 : comparisons();
  }

  /** Sketches drawn by the models of one generator. */
  long sketchesOfOne() {
    return comparisons() * test * (plan.attacks().isEmpty() ? 1 : 4);
  }

  /** Sketches drawn by the models of all generators. */
  long sketches() {
    return plan.generators().size() * sketchesOfOne();
  }

  /** Values that are measured. */
  long measured() {
    return plan.generators().size() * comparisons() * measuredOnce();
  }

  /** Values that are measured in a comparison. */
  long measuredOnce() {
    return values(test, plan.metrics().size(), !plan.attacks().isEmpty());
  }

  /** Values of one comparison: every metric of every sketch, against truth and target. */
  static long values(int images, int metrics, boolean attacked) {
    return (long) images * metrics * (attacked ? 8 : 1);
  }
}
