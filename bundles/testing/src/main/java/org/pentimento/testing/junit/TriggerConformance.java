package org.pentimento.testing.junit;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pentimento.api.trigger.Trigger;
import org.pentimento.testing.TriggerChecks;

/** The test of a trigger: extend it, and name yours. */
public abstract class TriggerConformance {
  /** The trigger to be tested. */
  protected abstract Trigger extension();

  /** Settings that it is tested with, by parameter id; defaults for the rest. */
  protected Map<String, ?> settings() {
    return Map.of();
  }

  /** A test for each thing that a trigger must do. */
  @TestFactory
  Stream<DynamicTest> conforms() {
    return DynamicChecks.of(TriggerChecks.of(extension(), settings()));
  }
}
