package org.pentimento.api.metric;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value that a metric gave, or the reason why it gave none. Never NaN, never infinite.
 *
 * @param name the metric's id, with a suffix where it could not be computed in full, such as {@code
 *     ms-ssim-3} for three scales
 * @param value finite, or null if undefined
 * @param reason why the value is undefined, or what is special about it; empty if nothing is
 */
public record Measurement(String name, @Nullable Double value, String reason) {
  /** Refuses values that are not finite numbers. */
  public Measurement {
    if (value != null && !Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " is " + value + ": say undefined and why");
    }
    if (value == null && reason.isEmpty()) {
      throw new IllegalArgumentException(name + " is undefined without a reason");
    }
  }

  /** A plain value. */
  public static Measurement of(String name, double value) {
    return new Measurement(name, value, "");
  }

  /** No value, and why. It is counted apart and enters no mean. */
  public static Measurement undefined(String name, String reason) {
    return new Measurement(name, null, reason);
  }

  /** The value, if there is one. */
  public Optional<Double> defined() {
    return Optional.ofNullable(value);
  }
}
