package org.pentimento.workbench.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pentimento.plan.DemoPlan;
import org.pentimento.protocol.JobResult;

class SecondSeedTest {
  private static final String ONE = DemoPlan.text();

  private static String estimated(@Nullable Double seconds) {
    return new SecondSeed(
            question -> {
              assertThat(question.plan()).contains("seeds: [1, 2]");
              return CompletableFuture.completedFuture(
                  new JobResult.OfEstimate("b", "w", false, seconds, null, null, null, null, null));
            })
        .where(ONE, Path.of("a.case"), List.of());
  }

  @Test
  void aPlanThatTakesLessThanHalfAnHourGetsTwoSeeds() {
    assertThat(estimated(29. * 60)).contains("seeds: [1, 2]");
    assertThat(estimated(31. * 60)).isEqualTo(ONE);
  }

  @Test
  void aPlanWhoseTimeNobodyKnowsKeepsOne() {
    assertThat(estimated(null)).isEqualTo(ONE);
    SecondSeed failing =
        new SecondSeed(
            question -> CompletableFuture.failedFuture(new IllegalStateException("no process")));
    assertThat(failing.where(ONE, Path.of("a.case"), List.of())).isEqualTo(ONE);
  }
}
