package org.pentimento.jobs.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.api.BadInputException;
import org.pentimento.protocol.JobProcess;

class ComputeFactsTest {
  @Test
  void aPlanIsNotCarriedOutByAnotherNumberOfThreads() {
    Map<String, String> startedWithOne = Map.of(JobProcess.THREADS, "1");
    assertThatThrownBy(() -> ComputeFacts.requireThreads(2, startedWithOne))
        .isInstanceOfSatisfying(
            BadInputException.class, e -> assertThat(e.remedy()).contains("OMP_NUM_THREADS=2"))
        .hasMessageContaining("2 threads")
        .hasMessageContaining("OMP_NUM_THREADS=1");
    assertThatCode(() -> ComputeFacts.requireThreads(1, startedWithOne)).doesNotThrowAnyException();
    assertThatCode(() -> ComputeFacts.requireThreads(2, Map.of())).doesNotThrowAnyException();
  }
}
