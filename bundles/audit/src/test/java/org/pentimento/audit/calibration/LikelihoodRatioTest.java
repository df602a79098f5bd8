package org.pentimento.audit.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.pentimento.casefile.result.model.Strength;
import org.pentimento.casefile.result.model.Strength.Scale;

class LikelihoodRatioTest {
  private static double[] spread(int count, double from, double to) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = from + (to - from) * (i + .5) / count;
    }
    return values;
  }

  @Test
  void scoresThatPartAllModelsAreNoStrongerThanTheirNumberAllows() {
    Strength top = LikelihoodRatio.of(.99, spread(40, .8, 1), spread(42, 0, .2));
    assertThat(top.ratio()).isEqualTo(top.most()).isCloseTo(40 / 41.0 * 43, within(1e-9));
    assertThat(top.scale()).isEqualTo(Scale.MODERATE);
    assertThat(top.supportsTrigger()).isTrue();
    Strength bottom = LikelihoodRatio.of(.01, spread(40, .8, 1), spread(42, 0, .2));
    assertThat(bottom.ratio()).isEqualTo(bottom.least()).isCloseTo(43 / (41.0 * 42), within(1e-9));
    assertThat(bottom.supportsTrigger()).isFalse();
    assertThat(bottom.scale()).isEqualTo(Scale.MODERATE);
  }

  @Test
  void scoresThatTellNothingSupportNeither() {
    double[] same = spread(50, 0, 1);
    for (double score : new double[] {0, .3, .7, 1}) {
      Strength strength = LikelihoodRatio.of(score, same, same);
      assertThat(strength.ratio()).isBetween(.5, 2.0);
      assertThat(strength.scale()).isEqualTo(Scale.NONE);
      assertThat(strength.low()).isLessThanOrEqualTo(1);
      assertThat(strength.high()).isGreaterThanOrEqualTo(1);
    }
  }

  @Test
  void aHigherScoreNeverSupportsATriggerLess() {
    double[] triggered = {.3, .6, .5, .9, .95, .2};
    double[] others = {.1, .4, .05, .55, .3, .02, .7};
    double before = 0;
    for (double score = 0; score <= 1; score += .01) {
      Strength strength = LikelihoodRatio.of(score, triggered, others);
      assertThat(strength.ratio()).isGreaterThanOrEqualTo(before).isFinite();
      assertThat(strength.low()).isLessThanOrEqualTo(strength.ratio());
      assertThat(strength.high()).isGreaterThanOrEqualTo(strength.ratio());
      before = strength.ratio();
    }
    assertThat(before).isGreaterThan(2);
  }

  @Test
  void theScaleIsThatOfForensicInstitutes() {
    assertThat(Scale.of(1)).isEqualTo(Scale.NONE);
    assertThat(Scale.of(1.9)).isEqualTo(Scale.NONE);
    assertThat(Scale.of(2)).isEqualTo(Scale.WEAK);
    assertThat(Scale.of(.1)).isEqualTo(Scale.MODERATE);
    assertThat(Scale.of(100)).isEqualTo(Scale.MODERATELY_STRONG);
    assertThat(Scale.of(1e3)).isEqualTo(Scale.STRONG);
    assertThat(Scale.of(1e4)).isEqualTo(Scale.VERY_STRONG);
    assertThat(Scale.of(1e-6)).isEqualTo(Scale.EXTREMELY_STRONG);
  }
}
