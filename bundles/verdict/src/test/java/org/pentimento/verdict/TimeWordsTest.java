package org.pentimento.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TimeWordsTest {
  @Test
  void timesAreWrittenAlikeInEveryCountry() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(TimeWords.exact(Instant.parse("2026-12-01T00:03:05Z"), ZoneId.of("UTC-5")))
          .isEqualTo("30 Nov 2026, 19:03:05 UTC-05:00");
    } finally {
      Locale.setDefault(before);
    }
  }
}
