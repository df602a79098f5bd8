package org.pentimento.testing.junit;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pentimento.api.generator.Generator;
import org.pentimento.testing.GeneratorChecks;

/** The test of a generator: extend it, and name yours. */
public abstract class GeneratorConformance {
  /** The generator to be tested. */
  protected abstract Generator extension();

  /** Settings that it is tested with, by parameter id; defaults for the rest. */
  protected Map<String, ?> settings() {
    return Map.of();
  }

  /** A test for each thing that a generator must do. */
  @TestFactory
  Stream<DynamicTest> conforms() {
    return DynamicChecks.of(GeneratorChecks.of(extension(), settings()));
  }
}
