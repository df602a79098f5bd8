package org.pentimento.workbench.custody;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.pentimento.casefile.log.Entry;
import org.pentimento.workbench.table.SearchWords;

/**
 * Which entries of a custody log a person wants to see.
 *
 * @param who the actor; empty for all
 * @param what the action; empty for all
 * @param period when
 * @param words that must all stand in what the table shows of an entry
 */
record EntryFilter(String who, String what, Period period, String words) {
  /** When entries were written. */
  enum Period {
    /** Whenever. */
    ANY("any time"),
    /** In the last 60 minutes. */
    HOUR("the last hour"),
    /** Since midnight. */
    TODAY("today"),
    /** In the last seven times 24 hours. */
    WEEK("the last 7 days");

    private final String title;

    Period(String title) {
      this.title = title;
    }

    /** For a list of them. */
    String title() {
      return title;
    }

    private boolean holds(Instant time, Instant now, ZoneId zone) {
      return switch (this) {
        case ANY -> true;
        case HOUR -> !time.isBefore(now.minus(Duration.ofHours(1)));
        case TODAY -> !time.isBefore(LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant());
        case WEEK -> !time.isBefore(now.minus(Duration.ofDays(7)));
      };
    }
  }

  /** Those of some entries that are wanted, in their order. */
  List<Entry> of(List<Entry> all, Instant now, ZoneId zone) {
    SearchWords wanted = SearchWords.of(words);
    return all.stream()
        .filter(entry -> who.isEmpty() || entry.actor().equals(who))
        .filter(entry -> what.isEmpty() || entry.action().equals(what))
        .filter(entry -> period.holds(entry.time(), now, zone))
        .filter(entry -> wanted.none() || wanted.in(EntryWords.text(entry)))
        .toList();
  }
}
