package org.pentimento.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScheduleTest {
  @Test
  void linearFallsOverTheSecondHalf() {
    assertThat(Schedule.LINEAR.share(1, 8)).isEqualTo(1);
    assertThat(Schedule.LINEAR.share(4, 8)).isEqualTo(1);
    assertThat(Schedule.LINEAR.share(5, 8)).isEqualTo(0.8);
    assertThat(Schedule.LINEAR.share(6, 8)).isCloseTo(0.6, within(1e-15));
    assertThat(Schedule.LINEAR.share(8, 8)).isEqualTo(0.2);
  }

  @Test
  void cosineFallsAlongHalfACosine() {
    assertThat(Schedule.COSINE.share(1, 4)).isEqualTo(1);
    assertThat(Schedule.COSINE.share(3, 4)).isCloseTo(0.5, within(1e-15));
    assertThat(Schedule.COSINE.share(4, 4)).isCloseTo((1 - Math.sqrt(0.5)) / 2, within(1e-15));
  }

  @ParameterizedTest
  @EnumSource
  void neverRisesAndNeverReachesZero(Schedule schedule) {
    for (int total = 1; total < 20; total++) {
      double before = 1;
      for (int step = 1; step <= total; step++) {
        double share = schedule.share(step, total);
        assertThat(share).isPositive().isLessThanOrEqualTo(before);
        before = share;
      }
    }
  }
}
