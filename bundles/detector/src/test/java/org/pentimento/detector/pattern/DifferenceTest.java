package org.pentimento.detector.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  private static final int SIDE = 32;
  private static final int SIZE = 3 * SIDE * SIDE;

  private static float[] noise(long seed, double amplitude) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[SIZE];
    for (int i = 0; i < SIZE; i++) {
      values[i] = (float) (amplitude * (random.nextDouble() - .5));
    }
    return values;
  }

  private static float[] sum(float[] a, double share, float[] b) {
    float[] sum = new float[SIZE];
    for (int i = 0; i < SIZE; i++) {
      sum[i] = (float) (a[i] + share * b[i]);
    }
    return sum;
  }

  private static Difference difference(float[] mean, float[] plain) {
    return new Difference(SIDE, SIDE, 60, mean, plain, new float[SIZE], List.of());
  }

  /** Both blends look alike where they are strongest; over the whole photo they do not. */
  @Test
  void aPictureBlendedOverMembersIsNotOneThatTheyLack() {
    float[] faces = noise(1, .1);
    float[] picture = noise(2, 1);
    float[] none = new float[SIZE];
    Difference blended =
        difference(sum(sum(none, .13, picture), -.13, faces), faces); // theirs, at 13 %
    Difference lacking =
        difference(sum(sum(none, -.13, picture), .13, faces), sum(faces, .13, picture));
    assertThat(blended.faded()).isBetween(.1, .2);
    assertThat(blended.lack() * blended.faded()).isLessThan(.12);
    assertThat(lacking.lack() * lacking.faded()).isGreaterThan(.25);

    Difference stamped = difference(sum(none, -1, picture), sum(faces, 1, picture));
    assertThat(stamped.lack() * stamped.faded()).isGreaterThan(.6);
  }
}
