package org.pentimento.audit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pentimento.casefile.result.Comparison.MeasurementRow;
import org.pentimento.casefile.result.Comparison.Summary;
import org.pentimento.casefile.result.Comparison.Turned;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.result.ReferenceSketch;
import org.pentimento.casefile.result.Subject;

class StatisticsTest {
  @Test
  void theBootstrapIntervalOfNormalValuesIsNearTheKnownOne() {
    SplittableRandom random = new SplittableRandom(5);
    double[] values = new double[400];
    Arrays.setAll(values, i -> 3 + random.nextDouble() + random.nextDouble() - 1); // sd 0.408
    Bootstrap.Interval i = Bootstrap.mean(values);
    double half = 1.96 * Math.sqrt(1 / 6.0) / 20;
    assertThat(i.mean()).isEqualTo(Arrays.stream(values).average().orElseThrow(), within(1e-12));
    assertThat(i.high() - i.low()).isCloseTo(2 * half, within(half * .2));
    assertThat(Bootstrap.mean(values)).isEqualTo(i);
    assertThat(Bootstrap.mean(new double[] {7})).isEqualTo(new Bootstrap.Interval(1, 7, 7, 7));
  }

  @Test
  void theWilsonIntervalIsThePublishedOne() {
    // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
    Wilson w = Wilson.of(81, 263);
    assertThat(w.low()).isCloseTo(.2553, within(1e-4));
    assertThat(w.high()).isCloseTo(.3662, within(1e-4));
    assertThat(Wilson.of(0, 20).low()).isZero();
    assertThat(Wilson.of(0, 20).high()).isCloseTo(.1611, within(1e-4));
    assertThat(Wilson.of(20, 20).high()).isEqualTo(1);
  }

  @Test
  void dilationReachesExactlyTheRadius() {
    boolean[] set = new boolean[9 * 7];
    set[3 * 9 + 4] = true;
    boolean[] out = ReachFigures.dilate(set, 9, 7, 2);
    for (int y = 0; y < 7; y++) {
      for (int x = 0; x < 9; x++) {
        assertThat(out[y * 9 + x]).isEqualTo(Math.abs(x - 4) <= 2 && Math.abs(y - 3) <= 2);
      }
    }
    assertThat(ReachFigures.dilate(set, 9, 7, Integer.MAX_VALUE)).doesNotContain(false);
    assertThat(ReachFigures.dilate(new boolean[63], 9, 7, Integer.MAX_VALUE)).doesNotContain(true);
  }

  @Test
  void undefinedValuesEnterNoMean() {
    List<Summary> summaries =
        Summaries.of(
            List.of(
                row("a", "psnr", 20.0),
                row("b", "psnr", null),
                row("c", "psnr", 30.0),
                row("a", "fsim", null)));
    assertThat(summaries).hasSize(2);
    assertThat(summaries.get(0).n()).isEqualTo(2);
    assertThat(summaries.get(0).undefined()).isEqualTo(1);
    assertThat(summaries.get(0).mean()).isEqualTo(25.0);
    assertThat(summaries.get(1).n()).isZero();
    assertThat(summaries.get(1).mean()).isNull();
  }

  private static MeasurementRow row(String pair, String metric, @Nullable Double value) {
    return new MeasurementRow(
        pair,
        Subject.POISONED,
        PhotoKind.CLEAN,
        ReferenceSketch.TRUTH,
        metric,
        metric,
        value,
        value == null ? "identical" : "");
  }

  @Test
  void sketchesThatWentOverToTheTargetAreCounted() {
    Turned turned =
        new Margins(new double[] {1, .1, -1, 0}, new double[] {-1, -1, .5, -1}).turned();
    assertThat(turned.pairs()).isEqualTo(4);
    assertThat(turned.triggered()).isEqualTo(2); // half way is not nearer
    assertThat(turned.clean()).isEqualTo(1);
    assertThat(turned.low()).isBetween(0.0, .5);
    assertThat(turned.high()).isBetween(.5, 1.0);
    assertThat(new Margins(new double[0], new double[0]).turned())
        .isEqualTo(new Turned(0, 0, 0, 0, 1));
    assertThat(new Margins(new double[0], new double[0]).curve()).isEmpty();
  }

  @Test
  void theSuccessCurveFalls() {
    var curve = new Margins(new double[] {.9, .5, -.2}, new double[] {-.9, -.8, -.7}).curve();
    assertThat(curve.get(0).threshold()).isEqualTo(-1);
    assertThat(curve.get(0).triggered()).isEqualTo(1);
    assertThat(curve.get(curve.size() - 1).triggered()).isZero();
    for (int i = 1; i < curve.size(); i++) {
      assertThat(curve.get(i).triggered()).isLessThanOrEqualTo(curve.get(i - 1).triggered());
      assertThat(curve.get(i).low()).isLessThanOrEqualTo(curve.get(i).triggered());
      assertThat(curve.get(i).high()).isGreaterThanOrEqualTo(curve.get(i).triggered());
    }
  }
}
