package org.pentimento.testing.junit;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pentimento.api.detector.DatasetDetector;
import org.pentimento.testing.DatasetDetectorChecks;

/** The test of a detector of poisoned pairs: extend it, and name yours. */
public abstract class DatasetDetectorConformance {
  /** The detector of poisoned pairs to be tested. */
  protected abstract DatasetDetector extension();

  /** Settings that it is tested with, by parameter id; defaults for the rest. */
  protected Map<String, ?> settings() {
    return Map.of();
  }

  /** A test for each thing that a detector of poisoned pairs must do. */
  @TestFactory
  Stream<DynamicTest> conforms() {
    return DynamicChecks.of(DatasetDetectorChecks.of(extension(), settings()));
  }
}
