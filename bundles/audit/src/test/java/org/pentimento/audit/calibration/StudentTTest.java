package org.pentimento.audit.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {
  /** Upper quantiles as printed in tables of the distribution. */
  @ParameterizedTest
  @CsvSource({
    "0, 6, .5",
    "1.943, 6, .05",
    "3.143, 6, .01",
    "5.208, 6, .001",
    "-1.943, 6, .95",
    "2.764, 10, .01",
    "1.645, 1000000, .05"
  })
  void agreesWithTables(double t, double freedom, double p) {
    assertThat(StudentT.above(t, freedom)).isCloseTo(p, within(.001 * Math.max(p, .02)));
  }
}
