package org.pentimento.testing.junit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.testing.DatasetFormatChecks;

/** The test of a data set format: extend it, and name yours. */
public abstract class DatasetFormatConformance {
  /** The data set format to be tested. */
  protected abstract DatasetFormat extension();

  /** Settings that it is tested with, by parameter id; defaults for the rest. */
  protected Map<String, ?> settings() {
    return Map.of();
  }

  /** A data set of this format, small; null for a format that makes its pairs itself. */
  protected @Nullable Path sample() throws IOException {
    return null;
  }

  /** A test for each thing that a data set format must do. */
  @TestFactory
  Stream<DynamicTest> conforms() throws IOException {
    return DynamicChecks.of(DatasetFormatChecks.of(extension(), settings(), sample()));
  }
}
