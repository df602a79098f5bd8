package org.pentimento.metric.fourier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowTransformTest {
  private static final int COLUMNS = 3;

  @ParameterizedTest
  @ValueSource(
      ints = {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 22, 35, 16, 17, 20, 25, 30, 31, 37, 49, 60,
        64, 97, 112, 128, 199, 200, 224, 225, 243, 250, 251, 254, 256
      })
  void agreesWithTheDefinition(int size) {
    RowTransform transform = RowTransform.of(size);
    assertThat(transform.size()).isEqualTo(size);
    float[][] re = random(transform.rows(), size, 1);
    float[][] im = random(transform.rows(), size, 2);
    double[][][] expected = new double[COLUMNS][][];
    for (int column = 0; column < COLUMNS; column++) {
      expected[column] = definition(re, im, column, size);
    }

    transform.forward(re, im, COLUMNS);

    // Random phases: the values are of the order of the root of the size.
    double tolerance = 2e-6 * Math.sqrt(size);
    for (int column = 0; column < COLUMNS; column++) {
      for (int k = 0; k < size; k++) {
        assertThat((double) re[k][column]).isCloseTo(expected[column][0][k], within(tolerance));
        assertThat((double) im[k][column]).isCloseTo(expected[column][1][k], within(tolerance));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 11, 60, 199, 250})
  void swappedPartsInvert(int size) {
    RowTransform transform = RowTransform.of(size);
    float[][] re = random(transform.rows(), size, 3);
    float[][] im = random(transform.rows(), size, 4);
    float[][] before = new float[size][];
    for (int i = 0; i < size; i++) {
      before[i] = re[i].clone();
    }

    transform.forward(re, im, COLUMNS);
    transform.forward(im, re, COLUMNS);

    for (int i = 0; i < size; i++) {
      for (int column = 0; column < COLUMNS; column++) {
        assertThat(re[i][column] / size).isCloseTo(before[i][column], within(3e-6f));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 11})
  void leavesColumnsBeyondTheLengthAlone(int size) {
    RowTransform transform = RowTransform.of(size);
    float[][] re = new float[transform.rows()][COLUMNS + 1];
    float[][] im = new float[transform.rows()][COLUMNS + 1];
    for (float[] row : re) {
      row[COLUMNS] = 42f;
    }
    transform.forward(re, im, COLUMNS);
    for (float[] row : re) {
      assertThat(row[COLUMNS]).isEqualTo(42f);
    }
  }

  private static float[][] random(int rows, int filled, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] values = new float[rows][COLUMNS];
    for (int i = 0; i < filled; i++) {
      for (int column = 0; column < COLUMNS; column++) {
        values[i][column] = (float) (random.nextDouble() - 0.5);
      }
    }
    return values;
  }

  private static double[][] definition(float[][] re, float[][] im, int column, int size) {
    double[][] sums = new double[2][size];
    for (int k = 0; k < size; k++) {
      for (int j = 0; j < size; j++) {
        double angle = -2 * Math.PI * (j * k % size) / size;
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        sums[0][k] += re[j][column] * cos - im[j][column] * sin;
        sums[1][k] += re[j][column] * sin + im[j][column] * cos;
      }
    }
    return sums;
  }
}
