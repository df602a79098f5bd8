package org.pentimento.jobs.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pentimento.api.compute.ComputeEngine;

@Timeout(120)
class DeviceTrialProcessTest {
  private static final String DONE =
      "echo '{\"event\":\"done\",\"result\":{\"of\":\"try-device\",\"engine\":\"nd4j\","
          + "\"device\":\"cpu\"}}'";

  private static DeviceTrialProcess trial(String script) {
    return new DeviceTrialProcess(
        List.of("bash", "-c", "read -r job; " + script), Duration.ofSeconds(60));
  }

  @Test
  void theProcessIsToldWhichDevice() {
    String expects =
        "case $job in"
            + " *'\"kind\":\"try-device\"'*'\"device\":\"cuda:0\",\"engine\":\"generators\"'*) "
            + DONE
            + ";; esac";
    assertThat(trial(expects).failure(ComputeEngine.OF_GENERATORS, "cuda:0")).isEmpty();
    assertThat(trial(expects).failure(ComputeEngine.OF_GENERATORS, "cuda:1")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kill -9 $$ | signal 9
          kill -SEGV $$ | signal 11
          exit 1 | status 1
          head -c 5000000 /dev/urandom; exit 3 | status 3
          echo '{"event":"failed","cause":"INPUT","message":"out of memory.","remedy":""}' | out of memory.
          """)
  void aTrialThatFailsSaysWhy(String script, String reason) {
    assertThat(trial(script).failure(ComputeEngine.OF_GENERATORS, "cuda:0").orElseThrow())
        .startsWith("a trial computation on it failed")
        .contains(reason);
  }

  @Test
  void aTrialThatHangsIsEnded() {
    DeviceTrialProcess trial =
        new DeviceTrialProcess(List.of("bash", "-c", "sleep 1000"), Duration.ofSeconds(1));
    assertThat(trial.failure(ComputeEngine.OF_GENERATORS, "cuda:0").orElseThrow())
        .contains("no answer within 1 seconds");
  }
}
