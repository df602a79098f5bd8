package org.pentimento.testing.junit;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pentimento.api.metric.PairMetric;
import org.pentimento.testing.PairMetricChecks;

/** The test of a metric of pairs: extend it, and name yours. */
public abstract class PairMetricConformance {
  /** The metric of pairs to be tested. */
  protected abstract PairMetric extension();

  /** Settings that it is tested with, by parameter id; defaults for the rest. */
  protected Map<String, ?> settings() {
    return Map.of();
  }

  /** Whether candidate and reference may change places; no unless you say so. */
  protected boolean symmetric() {
    return false;
  }

  /** A test for each thing that a metric of pairs must do. */
  @TestFactory
  Stream<DynamicTest> conforms() {
    return DynamicChecks.of(PairMetricChecks.of(extension(), settings(), symmetric()));
  }
}
