package org.pentimento.metric.phase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class MedianTest {
  private final Median median = new Median();

  @RepeatedTest(60)
  void isTheMiddleOfTheSortedValues(RepetitionInfo info) {
    SplittableRandom random = new SplittableRandom(info.getCurrentRepetition());
    int n = 1 + random.nextInt(info.getCurrentRepetition() * 4);
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      // Few distinct values in half of the cases, so that ties are met.
      values[i] =
          n % 2 == 0 ? random.nextInt(4) : (float) Math.pow(10, 40 * random.nextDouble() - 35);
    }
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    double expected = ((double) sorted[(n - 1) / 2] + sorted[n / 2]) / 2;

    assertThat(median.of(values)).isEqualTo(expected);
  }

  @Test
  void ofZerosIsZero() {
    assertThat(median.of(new float[10])).isZero();
  }
}
