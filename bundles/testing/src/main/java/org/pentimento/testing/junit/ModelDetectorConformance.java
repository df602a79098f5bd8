package org.pentimento.testing.junit;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pentimento.api.suspect.ModelDetector;
import org.pentimento.testing.ModelDetectorChecks;

/** The test of a detector of models: extend it, and name yours. */
public abstract class ModelDetectorConformance {
  /** The detector of models to be tested. */
  protected abstract ModelDetector extension();

  /** Settings that it is tested with, by parameter id; defaults for the rest. */
  protected Map<String, ?> settings() {
    return Map.of();
  }

  /** A test for each thing that a detector of models must do. */
  @TestFactory
  Stream<DynamicTest> conforms() {
    return DynamicChecks.of(ModelDetectorChecks.of(extension(), settings()));
  }
}
