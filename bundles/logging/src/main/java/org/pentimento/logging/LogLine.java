package org.pentimento.logging;

import ch.qos.logback.classic.pattern.TargetLengthBasedClassNameAbbreviator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/**
 * One line an event, {@code 2026-11-28T09:41:35.804Z INFO [main] o.p.app.Window: message}, and the
 * stack trace below it where there is one.
 */
final class LogLine extends LayoutBase<ILoggingEvent> {
  private static final int NAME_LENGTH = 36;

  private final DateTimeFormatter time =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss.SSS")
          .appendOffsetId()
          .toFormatter(Locale.ROOT)
          .withZone(ZoneId.systemDefault());
  private final TargetLengthBasedClassNameAbbreviator name =
      new TargetLengthBasedClassNameAbbreviator(NAME_LENGTH);

  @Override
  public String doLayout(ILoggingEvent event) {
    StringBuilder line = new StringBuilder(160);
    time.formatTo(Instant.ofEpochMilli(event.getTimeStamp()), line);
    line.append(' ').append(event.getLevel());
    line.append(" [").append(event.getThreadName()).append("] ");
    line.append(name.abbreviate(event.getLoggerName())).append(": ");
    line.append(event.getFormattedMessage()).append(System.lineSeparator());
    IThrowableProxy cause = event.getThrowableProxy();
    if (cause != null) {
      line.append(ThrowableProxyUtil.asString(cause));
    }
    return line.toString();
  }
}
