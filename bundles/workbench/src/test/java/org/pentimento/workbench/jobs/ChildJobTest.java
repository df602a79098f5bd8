package org.pentimento.workbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pentimento.protocol.JobEvent;

class ChildJobTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10 | 40 | 2.5 | 'Training: 10 of 40, 2.5 per second, about 12 s left for this'",
        "1 | 4000 | 1 | 'Training: 1 of 4000, 1.0 per second, about 67 min left for this'",
        "1 | 100 | 0.01 | 'Training: 1 of 100, 0.6 per minute, about 2 h 50 min left for this'",
        "5 | 0 | 2 | 'Training: 5, 2.0 per second'",
        "40 | 40 | 2 | 'Training: 40 of 40, 2.0 per second'",
        "0 | 40 | 0 | 'Training: 0 of 40'",
        "0 | 40 | NaN | 'Training: 0 of 40'",
      })
  void progressIsToldWithRateAndTimeLeft(long done, long total, double rate, String words) {
    assertThat(ChildJob.words(new JobEvent.Progress("Training", done, total, rate)))
        .isEqualTo(words);
  }
}
