package org.pentimento.registry.guard;

import org.pentimento.api.metric.Measurement;
import org.pentimento.api.metric.Metric;

/** Holds a metric to what it says of itself. */
final class Metrics {
  private static final double SLACK = 1e-6;
  private static final int LONGEST = 2_000;

  /** Scales may be open; what is larger than this has no meaning on any. */
  private static final double LARGEST = 1e15;

  private Metrics() {}

  /**
   * A metric whose values are to be checked.
   *
   * @param id of the metric
   * @param scale that it declares
   */
  record Scaled(String id, Metric.Scale scale) {
    /** Refuses a value under another name, or outside the scale. */
    Measurement checked(Measurement measured) throws UnusableAnswerException {
      if (measured == null) {
        throw new UnusableAnswerException("it gave nothing");
      }
      GivenText.check("name of a value", measured.name(), LONGEST);
      GivenText.check("reason", measured.reason(), LONGEST);
      if (!measured.name().equals(id) && !measured.name().startsWith(id + "-")) {
        throw new UnusableAnswerException(
            "it gave a value under the name '" + measured.name() + "', which is not its own");
      }
      Double value = measured.value();
      if (value != null && Math.abs(value) > LARGEST) {
        throw new UnusableAnswerException("it gave " + value + ", which is no measurement");
      }
      if (value != null
          && !(value >= scale.minimum() - SLACK && value <= scale.maximum() + SLACK)) {
        throw new UnusableAnswerException(
            "it gave "
                + value
                + ", which is outside its scale from "
                + scale.minimum()
                + " to "
                + scale.maximum());
      }
      return measured;
    }
  }

  /** Refuses a scale that says nothing. */
  static Metric.Scale checked(Metric.Scale scale) throws UnusableAnswerException {
    if (scale == null || scale.better() == null) {
      throw new UnusableAnswerException("it gave no scale");
    }
    GivenText.check("unit", scale.unit(), 20);
    if (!(scale.minimum() < scale.maximum())) {
      throw new UnusableAnswerException(
          "it gave a scale from " + scale.minimum() + " to " + scale.maximum());
    }
    return scale;
  }
}
