package org.pentimento.testing.junit;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.testing.PoisoningChecks;

/** The test of a poisoning strategy: extend it, and name yours. */
public abstract class PoisoningConformance {
  /** The poisoning strategy to be tested. */
  protected abstract PoisoningStrategy extension();

  /** Settings that it is tested with, by parameter id; defaults for the rest. */
  protected Map<String, ?> settings() {
    return Map.of();
  }

  /** A test for each thing that a poisoning strategy must do. */
  @TestFactory
  Stream<DynamicTest> conforms() {
    return DynamicChecks.of(PoisoningChecks.of(extension(), settings()));
  }
}
