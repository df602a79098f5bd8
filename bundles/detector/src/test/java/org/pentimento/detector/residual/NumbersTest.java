package org.pentimento.detector.residual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NumbersTest {
  private final SplittableRandom random = new SplittableRandom(5);

  @Test
  void medianIsTheMiddleOfTheSorted() {
    for (int n = 1; n < 40; n++) {
      double[] values = random.doubles(n).map(v -> Math.rint(v * 8)).toArray();
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      assertThat(Medians.median(values)).isEqualTo((sorted[(n - 1) / 2] + sorted[n / 2]) / 2);
    }
  }

  @Test
  void aFewWildValuesDoNotMoveTheDeviation() {
    double[] values = new double[1001];
    for (int i = 0; i < values.length; i++) {
      values[i] = i < 900 ? normal() : 1e6;
    }
    double median = Medians.median(values);
    assertThat(Medians.deviation(values, median)).isBetween(.9, 1.4);
  }

  @Test
  void logarithmIsThatOfMath() {
    for (double x = 1e-4; x < 1e4; x *= 1.01) {
      assertThat((double) Log.of((float) x)).isCloseTo(Math.log((float) x), within(2e-6));
    }
  }

  @Test
  void productsAreThoseOfTheDefinition() {
    int n = 51;
    int rows = 29;
    float[] values = new float[rows * n];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) normal();
    }
    Gram gram = new Gram(n);
    gram.add(values, rows);
    gram.add(values, 3);
    double[] sums = gram.symmetric();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double wanted = 0;
        for (int r = 0; r < rows + 3; r++) {
          wanted += values[r % rows * n + i] * values[r % rows * n + j];
        }
        assertThat(sums[i * n + j]).isCloseTo(wanted, within(1e-3));
      }
    }
  }

  @Test
  void blurKeepsTheMeanAndShrinkingAveragesAreas() {
    float[] plane = new float[35 * 28];
    Arrays.fill(plane, .3f);
    for (float v : Smoothing.gauss(plane, 35, 28, 2.5)) {
      assertThat(v).isCloseTo(.3f, within(1e-5f));
    }
    float[] small = Smoothing.shrink(new float[] {0, 3, 6, 0, 3, 6}, 3, 2, 2, 1);
    assertThat(small[0]).isCloseTo(1, within(1e-5f));
    assertThat(small[1]).isCloseTo(5, within(1e-5f));
  }

  private double normal() {
    return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
        * Math.cos(2 * Math.PI * random.nextDouble());
  }
}
