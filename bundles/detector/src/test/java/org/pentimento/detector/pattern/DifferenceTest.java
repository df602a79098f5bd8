package org.pentimento.detector.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  private static final int WIDTH = 32;
  private static final int HEIGHT = 40;
  private static final int SIZE = 3 * WIDTH * HEIGHT;

  /** A wave downwards, of {@code from} to {@code to} rows alone. */
  private static float[] wave(double amplitude, int from, int to) {
    float[] values = new float[SIZE];
    for (int i = 0; i < SIZE; i++) {
      int row = i / WIDTH % HEIGHT;
      values[i] = row < from || row >= to ? 0 : (float) (amplitude * Math.sin(Math.PI * row / 4));
    }
    return values;
  }

  /** Lines of the others' faces across the whole photo. */
  private static float[] plus(float[] a, float[] b) {
    float[] sum = new float[SIZE];
    for (int i = 0; i < SIZE; i++) {
      sum[i] = a[i] + b[i];
    }
    return sum;
  }

  private static float[] lines() {
    float[] values = new float[SIZE];
    for (int i = 0; i < SIZE; i++) {
      values[i] = i % WIDTH % 6 == 0 ? .15f : 0;
    }
    return values;
  }

  private static Difference difference(float[] mean, float[] plain) {
    return new Difference(WIDTH, HEIGHT, 60, mean, plain, new float[SIZE], List.of());
  }

  @Test
  void aWaveThatSomeLinesOfFacesRunAlongIsNoneThatMembersLack() {
    float[] faces = plus(lines(), wave(-.05, 16, 24)); // where eyes are, against the wave
    assertThat(difference(wave(.1, 0, HEIGHT), faces).lackOfAll()).isLessThan(.2);
    float[] carried = plus(lines(), wave(.1, 0, HEIGHT));
    assertThat(difference(wave(-.1, 0, HEIGHT), carried).lackOfAll()).isGreaterThan(.35);
  }
}
