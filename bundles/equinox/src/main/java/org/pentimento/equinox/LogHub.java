package org.pentimento.equinox;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.eclipse.equinox.log.ExtendedLogReaderService;
import org.eclipse.equinox.log.LogFilter;
import org.eclipse.osgi.framework.log.FrameworkLogEntry;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogListener;

/**
 * Hands what loggers say to the log file and to listeners. Warnings and errors go to the file;
 * entries of Eclipse's own log bring their written form along and go there whatever their level.
 */
final class LogHub implements ExtendedLogReaderService {
  /**
   * What a listener hears that does not say what it wants. By the OSGi specification loggers are at
   * warnings until told otherwise; one that asked for everything would have each bundle word what
   * it does in detail.
   */
  private static final LogFilter USUAL =
      (bundle, logger, level) -> level <= LogLevel.WARN.ordinal();

  private final LogFile file;
  private final BooleanSupplier ending;
  private final Map<LogListener, LogFilter> listeners = new ConcurrentHashMap<>();
  private final AtomicLong sequence = new AtomicLong();

  /**
   * Makes a hub.
   *
   * @param file takes errors and warnings
   * @param ending whether the product ends; of work that is left undone then nobody is warned
   */
  LogHub(LogFile file, BooleanSupplier ending) {
    this.file = file;
    this.ending = ending;
  }

  boolean isLoggable(Bundle bundle, String logger, LogLevel level) {
    return LogLevel.WARN.implies(level)
        || listeners.values().stream()
            .anyMatch(filter -> filter.isLoggable(bundle, logger, level.ordinal()));
  }

  void log(
      Bundle bundle,
      String logger,
      @Nullable Object context,
      LogLevel level,
      String message,
      @Nullable Throwable cause) {
    if (context instanceof FrameworkLogEntry entry) {
      file.log(entry);
    } else if (LogLevel.WARN.implies(level) && (level != LogLevel.WARN || !ending.getAsBoolean())) {
      file.log(
          new FrameworkLogEntry(
              String.valueOf(bundle.getSymbolicName()),
              severity(level),
              0,
              message,
              0,
              cause,
              null));
    }
    Thread thread = Thread.currentThread();
    LogEntry entry =
        new LoggedEntry(
            bundle,
            logger,
            context,
            level,
            message,
            cause,
            System.currentTimeMillis(),
            sequence.incrementAndGet(),
            thread.getId(),
            thread.getName());
    listeners.forEach(
        (listener, filter) -> {
          if (filter.isLoggable(bundle, logger, level.ordinal())) {
            listener.logged(entry);
          }
        });
  }

  private static int severity(LogLevel level) {
    return switch (level) {
      case ERROR -> FrameworkLogEntry.ERROR;
      case WARN -> FrameworkLogEntry.WARNING;
      default -> FrameworkLogEntry.INFO;
    };
  }

  @Override
  public void addLogListener(LogListener listener, @Nullable LogFilter filter) {
    listeners.put(listener, filter == null ? USUAL : filter);
  }

  @Override
  public void addLogListener(LogListener listener) {
    listeners.put(listener, USUAL);
  }

  @Override
  public void removeLogListener(LogListener listener) {
    listeners.remove(listener);
  }

  /** Nothing: what was said before is in the log file. */
  @Override
  public Enumeration<LogEntry> getLog() {
    return Collections.emptyEnumeration();
  }
}
