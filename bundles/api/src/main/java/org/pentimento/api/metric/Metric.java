package org.pentimento.api.metric;

import org.osgi.annotation.versioning.ConsumerType;
import org.pentimento.api.extension.Extension;

/** What metrics of one pair and of a set have in common. */
@ConsumerType
public interface Metric extends Extension {
  /** What the values mean. Always the same. */
  Scale scale();

  /** Its place among the metrics that are asked whether they see an attack's harm. */
  default PanelPlace panelPlace() {
    return PanelPlace.GUEST;
  }

  /**
   * The least relative loss that counts as harm, in (0, 1): how much worse the metric has to get by
   * a backdoor from sketches of clean photos to sketches of triggered ones, beyond what the trigger
   * does to a clean model.
   */
  default double noticeableLoss() {
    return .1;
  }

  /**
   * The place of a metric among those that are asked whether they see an attack's harm. Panels list
   * them in this order.
   */
  enum PanelPlace {
    /** The metric that the field reports. */
    STANDARD,
    /** Sees lost strokes; measured in every run with an attack. */
    TEXTURE,
    /** Sees lost ink; measured in every run with an attack. */
    INK,
    /** Sees lost identity; measured in every run with an attack. */
    IDENTITY,
    /** Asked where a plan measures with it. */
    GUEST
  }

  /**
   * How to read a value.
   *
   * @param unit such as {@code dB}; empty if none
   * @param minimum smallest possible value, may be negative infinity
   * @param maximum largest possible value, may be positive infinity
   * @param better which values mean that candidate and reference are more alike
   */
  record Scale(String unit, double minimum, double maximum, Direction better) {}

  /** Which values of a metric are better. */
  enum Direction {
    /** The larger, the more alike. */
    HIGHER,
    /** The smaller, the more alike. */
    LOWER,
    /** The nearer to 1, the more alike. */
    NEAR_ONE
  }
}
