package org.pentimento.api.metric;

import org.osgi.annotation.versioning.ConsumerType;
import org.pentimento.api.extension.Extension;

/** What metrics of one pair and of a set have in common. */
@ConsumerType
public interface Metric extends Extension {
  /** What the values mean. Always the same. */
  Scale scale();

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
