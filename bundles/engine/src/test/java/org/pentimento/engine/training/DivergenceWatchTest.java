package org.pentimento.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.api.generator.DivergedException;

class DivergenceWatchTest {
  @Test
  void namesWhatDiverged() {
    List<String> messages = new ArrayList<>();
    for (double norm : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 2001}) {
      DivergenceWatch watch = new DivergenceWatch();
      for (long step = 1; step <= 30; step++) {
        long now = step;
        double gradient = step == 30 ? norm : 2;
        StepReport report = new StepReport(Map.of("l1", 0.5), Map.of("generator", gradient));
        if (step < 30) {
          assertThatNoException().isThrownBy(() -> watch.check(now, report));
        } else {
          assertThatThrownBy(() -> watch.check(now, report))
              .isInstanceOf(DivergedException.class)
              .hasMessageContaining("generator")
              .hasMessageContaining("step 30")
              .satisfies(e -> messages.add(e.getMessage()));
        }
      }
    }
    assertThat(messages.get(0)).contains("finite");
    assertThat(messages.get(1)).contains("finite");
    assertThat(messages.get(2)).contains("exploded", "2.00e+03", "at most 2.00");
  }

  @Test
  void aLargeGradientIsNoExplosion() throws Exception {
    DivergenceWatch watch = new DivergenceWatch();
    for (long step = 1; step <= 30; step++) {
      double gradient = step == 30 ? 1999 : 2;
      watch.check(step, new StepReport(Map.of("l1", 0.5), Map.of("generator", gradient)));
    }
    assertThat(watch.memory()).hasSize(1);
  }
}
