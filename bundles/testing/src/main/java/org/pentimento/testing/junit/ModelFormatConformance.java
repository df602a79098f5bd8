package org.pentimento.testing.junit;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pentimento.api.generator.ModelFormat;
import org.pentimento.testing.ModelFormatChecks;

/** The test of a format of models: extend it, and name yours. */
public abstract class ModelFormatConformance {
  /** The format to be tested. */
  protected abstract ModelFormat extension();

  /** A test for each thing that a format of models must do. */
  @TestFactory
  Stream<DynamicTest> conforms() {
    return DynamicChecks.of(ModelFormatChecks.of(extension()));
  }
}
