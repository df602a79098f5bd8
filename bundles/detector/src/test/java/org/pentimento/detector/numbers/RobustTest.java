package org.pentimento.detector.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RobustTest {
  @Test
  void quantilesLieBetweenNeighbours() {
    double[] values = {4, 1, 3, 2};
    assertThat(Robust.median(values)).isEqualTo(2.5);
    assertThat(Robust.quantile(values, 0)).isEqualTo(1);
    assertThat(Robust.quantile(values, 1)).isEqualTo(4);
    assertThat(Robust.quantile(values, .1)).isCloseTo(1.3, within(1e-12));
    assertThat(Robust.median(new double[0])).isEqualTo(0);
  }

  @Test
  void oneOddValueMovesNothing() {
    double[] z = Robust.z(new double[] {1, 2, 3, 4, 1e9});
    assertThat(z[2]).isEqualTo(0);
    assertThat(z[3]).isCloseTo(1 / Robust.NORMAL, within(1e-6));
    assertThat(z[4]).isGreaterThan(1e8);
  }

  @Test
  void whereMostValuesAreEqualTheOthersAreNotInfinitelyFar() {
    double[] values = new double[30];
    java.util.Arrays.fill(values, 0, 20, 1e-10);
    java.util.Arrays.fill(values, 20, 30, 3);
    double[] z = Robust.z(values);
    assertThat(z[0]).isEqualTo(0);
    assertThat(z[29]).isBetween(5., 50.);
  }

  @Test
  void picksWhatIsMarked() {
    assertThat(Robust.pick(new double[] {5, 6, 7}, new boolean[] {true, false, true}))
        .containsExactly(5, 7);
  }
}
