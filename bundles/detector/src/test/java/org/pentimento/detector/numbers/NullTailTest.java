package org.pentimento.detector.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pentimento.detector.numbers.NullTail.Shape;

class NullTailTest {
  @ParameterizedTest
  @EnumSource(Shape.class)
  void aboutAsManyHonestScoresLieBeyondALevelAsItSays(Shape shape) {
    Random random = new Random(5);
    double[] found = new double[3];
    double[] levels = {.1, .01, .001};
    int sets = 40;
    for (int set = 0; set < sets; set++) {
      NullTail tail = NullTail.fit(draw(random, shape, 300), shape, 1);
      double[] others = draw(random, shape, 2000);
      for (int k = 0; k < levels.length; k++) {
        double limit = Math.log(levels[k]);
        found[k] +=
            Arrays.stream(others).filter(v -> tail.logP(v) <= limit).count() / (2000. * sets);
      }
    }
    assertThat(found[0]).isBetween(.08, .12);
    assertThat(found[1]).isBetween(.005, .016);
    assertThat(found[2]).isBetween(0., .003);
  }

  @Test
  void farScoresGetEverLessProbableAndStayFinite() {
    NullTail tail = NullTail.fit(draw(new Random(1), Shape.NORMAL, 200), Shape.NORMAL, 1);
    assertThat(tail.logP(8)).isLessThan(Math.log(1e-6));
    assertThat(tail.logP(30)).isLessThan(tail.logP(8));
    assertThat(tail.logP(1e300)).isGreaterThanOrEqualTo(-690);
    assertThat(tail.logP(-5)).isEqualTo(0);
  }

  @Test
  void theTailStartsWhereTheBodyEnds() {
    double[] scores = draw(new Random(2), Shape.EXPONENTIAL, 400);
    NullTail tail = NullTail.fit(scores, Shape.EXPONENTIAL, 1);
    double start = Robust.quantile(scores, .75);
    assertThat(tail.logP(start + 1e-9)).isBetween(Math.log(.24), Math.log(.26));
    assertThat(tail.logP(start - 1e-3)).isBetween(Math.log(.24), Math.log(.27));
  }

  private static double[] draw(Random random, Shape shape, int count) {
    double[] out = new double[count];
    for (int i = 0; i < count; i++) {
      out[i] = shape == Shape.NORMAL ? random.nextGaussian() : -Math.log(1 - random.nextDouble());
    }
    return out;
  }
}
