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
      NullTail tail = fit(draw(random, shape, 300), shape);
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
    NullTail tail = fit(draw(new Random(1), Shape.NORMAL, 200), Shape.NORMAL);
    assertThat(tail.logP(8)).isLessThan(Math.log(1e-6));
    assertThat(tail.logP(30)).isLessThan(tail.logP(8));
    assertThat(tail.logP(1e300)).isGreaterThanOrEqualTo(-690);
    assertThat(tail.logP(-5)).isEqualTo(0);
  }

  @Test
  void theTailStartsWhereTheBodyEnds() {
    double[] scores = draw(new Random(2), Shape.EXPONENTIAL, 400);
    NullTail tail = fit(scores, Shape.EXPONENTIAL);
    double start = Robust.quantile(scores, .75);
    assertThat(tail.logP(start + 1e-9)).isBetween(Math.log(.24), Math.log(.26));
    assertThat(tail.logP(start - 1e-3)).isBetween(Math.log(.24), Math.log(.27));
  }

  @Test
  void poisonAmongTheScoresHardlyMovesTheTail() {
    double[] scores = draw(new Random(4), Shape.NORMAL, 300);
    NullTail honest = fit(scores, Shape.NORMAL);
    double[] poisoned = scores.clone();
    for (int i = 0; i < 30; i++) {
      poisoned[i] = 6 + i * .1;
    }
    NullTail found = fit(poisoned, Shape.NORMAL);
    assertThat(found.logP(2.3)).isBetween(honest.logP(2.3) - .5, honest.logP(2.3) + .5);
    assertThat(found.logP(6)).isLessThan(Math.log(1e-4));
  }

  private static NullTail fit(double[] scores, Shape shape) {
    boolean[] all = new boolean[scores.length];
    Arrays.fill(all, true);
    boolean[] lower = new boolean[scores.length];
    double limit = Robust.quantile(scores, .7);
    for (int i = 0; i < lower.length; i++) {
      lower[i] = scores[i] <= limit;
    }
    return NullTail.fit(scores, lower, all, .01, shape, 1, false, 12);
  }

  private static double[] draw(Random random, Shape shape, int count) {
    double[] out = new double[count];
    for (int i = 0; i < count; i++) {
      out[i] = shape == Shape.NORMAL ? random.nextGaussian() : -Math.log(1 - random.nextDouble());
    }
    return out;
  }
}
