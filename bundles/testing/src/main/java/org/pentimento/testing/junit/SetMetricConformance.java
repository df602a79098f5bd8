package org.pentimento.testing.junit;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pentimento.api.metric.SetMetric;
import org.pentimento.testing.SetMetricChecks;

/** The test of a metric of a set: extend it, and name yours. */
public abstract class SetMetricConformance {
  /** The metric of a set to be tested. */
  protected abstract SetMetric extension();

  /** Settings that it is tested with, by parameter id; defaults for the rest. */
  protected Map<String, ?> settings() {
    return Map.of();
  }

  /** A test for each thing that a metric of a set must do. */
  @TestFactory
  Stream<DynamicTest> conforms() {
    return DynamicChecks.of(SetMetricChecks.of(extension(), settings()));
  }
}
