package org.pentimento.audit.selftest.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pentimento.casefile.result.QuotedPower.Share;
import org.pentimento.casefile.result.SelfTestResult.RocPoint;

class SeparationTest {
  private static double[] ramp(int n) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = i;
    }
    return values;
  }

  @Test
  void tiesCountHalf() {
    assertThat(new Separation(new double[] {2, 3}, new double[] {1, 2, 3, 4}).auc())
        .isEqualTo((1.5 + 2.5) / 8);
    assertThat(new Separation(new double[] {0, 0}, new double[] {0, 0, 0}).auc()).isEqualTo(.5);
  }

  @Test
  void recallLeavesNoMoreFalseAlarmsThanAllowed() {
    Separation separation = new Separation(new double[] {98.5, 99, 99.5, 50}, ramp(100));
    assertThat(separation.recallAt(0)).isEqualTo(.25);
    assertThat(separation.recallAt(.01)).isEqualTo(.75);
    assertThat(separation.recallAt(.02)).isEqualTo(.75);
    assertThat(separation.recallAt(.5)).isEqualTo(1);
    assertThat(separation.recallAt(1)).isEqualTo(1);
    assertThat(new Separation(new double[] {0}, new double[] {0, 0}).recallAt(.01)).isZero();
  }

  @Test
  void theCurveRises() {
    List<RocPoint> roc = new Separation(new double[] {20, 70, 95}, ramp(100)).roc();
    assertThat(roc).isSortedAccordingTo((a, b) -> Double.compare(a.found(), b.found()));
    assertThat(roc.get(0)).isEqualTo(new RocPoint(0, 0));
    assertThat(roc.get(roc.size() - 1)).isEqualTo(new RocPoint(1, 1));
  }

  @Test
  void anAreaOfOneIsNotCertain() {
    Share one = Shares.areas(List.of(new Shares.Area(1, 10, 190)));
    assertThat(one.high()).isEqualTo(1);
    assertThat(one.low()).isBetween(.8, .95);
    Share ten = Shares.areas(java.util.Collections.nCopies(10, new Shares.Area(1, 10, 190)));
    assertThat(ten.low()).isGreaterThan(one.low());
  }

  @Test
  void setsThatDifferWidenTheInterval() {
    Share alike = Shares.of(java.util.Collections.nCopies(8, new Shares.Counted(50, 100)));
    Share unlike =
        Shares.of(
            List.of(
                new Shares.Counted(0, 100),
                new Shares.Counted(100, 100),
                new Shares.Counted(0, 100),
                new Shares.Counted(100, 100)));
    assertThat(alike.value()).isEqualTo(.5);
    assertThat(unlike.value()).isEqualTo(.5);
    assertThat(unlike.high() - unlike.low()).isGreaterThan(5 * (alike.high() - alike.low()));
    assertThat(alike.low()).isCloseTo(.465, within(.005)); // Wilson, 400 of 800
  }
}
