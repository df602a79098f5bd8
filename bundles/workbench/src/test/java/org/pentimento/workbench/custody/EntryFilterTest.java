package org.pentimento.workbench.custody;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pentimento.casefile.log.Entry;
import org.pentimento.workbench.custody.EntryFilter.Period;

class EntryFilterTest {
  private static final Instant NOW = Instant.parse("2026-05-07T01:30:00Z");

  private static final List<Entry> LOG =
      List.of(
          entry(1, "2026-04-01T10:00:00Z", "ada (Ada)", "case-created", "Smith"),
          entry(2, "2026-05-06T12:00:00Z", "ben (Ben)", "note", "look at face 7"),
          entry(3, "2026-05-07T00:10:00Z", "ada (Ada)", "note", "nothing"),
          entry(4, "2026-05-07T01:00:00Z", "ada (Ada)", "exported", "face 9"));

  private static Entry entry(long number, String time, String actor, String action, String text) {
    return new Entry(
        number,
        Instant.parse(time),
        actor,
        action,
        JsonNodeFactory.instance.objectNode().put("text", text),
        "0".repeat(64),
        "1".repeat(64));
  }

  private static List<Long> numbers(EntryFilter filter, ZoneId zone) {
    return filter.of(LOG, NOW, zone).stream().map(Entry::number).toList();
  }

  @Test
  void asksForPersonKindTimeAndWordsAtOnce() {
    assertThat(numbers(new EntryFilter("", "", Period.ANY, " "), ZoneOffset.UTC))
        .containsExactly(1L, 2L, 3L, 4L);
    assertThat(numbers(new EntryFilter("ada (Ada)", "", Period.ANY, ""), ZoneOffset.UTC))
        .containsExactly(1L, 3L, 4L);
    assertThat(numbers(new EntryFilter("", "note", Period.ANY, ""), ZoneOffset.UTC))
        .containsExactly(2L, 3L);
    assertThat(numbers(new EntryFilter("", "", Period.ANY, "FACE text"), ZoneOffset.UTC))
        .containsExactly(2L, 4L);
    assertThat(numbers(new EntryFilter("ada (Ada)", "note", Period.TODAY, ""), ZoneOffset.UTC))
        .containsExactly(3L);
  }

  @Test
  void countsDaysWhereThePersonIs() {
    EntryFilter today = new EntryFilter("", "", Period.TODAY, "");
    assertThat(numbers(today, ZoneOffset.UTC)).containsExactly(3L, 4L);
    assertThat(numbers(today, ZoneOffset.ofHours(-5))).as("still the 6th").contains(2L);
    assertThat(numbers(new EntryFilter("", "", Period.HOUR, ""), ZoneOffset.UTC))
        .containsExactly(4L);
    assertThat(numbers(new EntryFilter("", "", Period.WEEK, ""), ZoneOffset.UTC))
        .containsExactly(2L, 3L, 4L);
  }
}
