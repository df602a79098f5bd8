package org.pentimento.verdict;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Times as a person reads them, alike in the window, in reports, in what commands print, and in
 * every country. In data, times are written as ISO 8601 has them.
 */
public final class TimeWords {
  private static final DateTimeFormatter MINUTE = of("d MMM uuuu, HH:mm");
  private static final DateTimeFormatter SECOND = of("d MMM uuuu, HH:mm:ss");
  private static final DateTimeFormatter EXACT = of("d MMM uuuu, HH:mm:ss 'UTC'xxx");

  private TimeWords() {}

  private static DateTimeFormatter of(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  /** A time to the minute where this computer is, such as {@code 30 Nov 2026, 14:03}. */
  public static String minute(Instant time) {
    return MINUTE.format(time.atZone(ZoneId.systemDefault()));
  }

  /** A time to the second where this computer is, such as {@code 30 Nov 2026, 14:03:05}. */
  public static String second(Instant time) {
    return SECOND.format(time.atZone(ZoneId.systemDefault()));
  }

  /** A time that everybody understands, such as {@code 30 Nov 2026, 14:03:05 UTC+01:00}. */
  public static String exact(Instant time, ZoneId zone) {
    return EXACT.format(time.atZone(zone));
  }
}
