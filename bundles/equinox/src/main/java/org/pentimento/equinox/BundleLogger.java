package org.pentimento.equinox;

import org.eclipse.equinox.log.ExtendedLogService;
import org.eclipse.equinox.log.Logger;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LoggerConsumer;

/** A bundle's way to the log, in the forms of OSGi 1.3 and 1.4 and of Equinox. */
final class BundleLogger implements ExtendedLogService {
  private final LogHub hub;
  private final Bundle bundle;
  private final String name;

  BundleLogger(LogHub hub, Bundle bundle, String name) {
    this.hub = hub;
    this.bundle = bundle;
    this.name = name;
  }

  /** Fills in the arguments; a last one that is a throwable is the cause. */
  private void log(LogLevel level, String format, @Nullable Object... arguments) {
    if (isEnabled(level)) {
      Message message = Message.of(format, arguments);
      hub.log(bundle, name, null, level, message.text(), message.cause());
    }
  }

  private boolean isEnabled(LogLevel level) {
    return hub.isLoggable(bundle, name, level);
  }

  /** Levels of OSGi 1.3: 1 error, 2 warning, 3 information, 4 debug; of Equinox also others. */
  private static LogLevel level(int level) {
    return switch (level) {
      case 1 -> LogLevel.ERROR;
      case 2 -> LogLevel.WARN;
      case 3 -> LogLevel.INFO;
      case 4 -> LogLevel.DEBUG;
      default -> level <= 0 ? LogLevel.AUDIT : LogLevel.TRACE;
    };
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public Logger getLogger(String loggerName) {
    return new BundleLogger(hub, bundle, loggerName);
  }

  @Override
  public Logger getLogger(@Nullable Bundle other, String loggerName) {
    return new BundleLogger(hub, other == null ? bundle : other, loggerName);
  }

  @Override
  public org.osgi.service.log.Logger getLogger(Class<?> type) {
    return getLogger(type.getName());
  }

  @Override
  public <L extends org.osgi.service.log.Logger> L getLogger(String loggerName, Class<L> type) {
    return getLogger(bundle, loggerName, type);
  }

  @Override
  public <L extends org.osgi.service.log.Logger> L getLogger(Class<?> of, Class<L> type) {
    return getLogger(bundle, of.getName(), type);
  }

  @Override
  public <L extends org.osgi.service.log.Logger> L getLogger(
      Bundle other, String loggerName, Class<L> type) {
    Logger logger = getLogger(other, loggerName);
    if (!type.isInstance(logger)) {
      throw new IllegalArgumentException("There are no loggers of " + type);
    }
    return type.cast(logger);
  }

  @Override
  public boolean isLoggable(int level) {
    return isEnabled(level(level));
  }

  @Override
  @Deprecated
  public void log(int level, String message) {
    hub.log(bundle, name, null, level(level), message, null);
  }

  @Override
  @Deprecated
  public void log(int level, String message, @Nullable Throwable cause) {
    hub.log(bundle, name, null, level(level), message, cause);
  }

  @Override
  @Deprecated
  public void log(@Nullable ServiceReference<?> reference, int level, String message) {
    hub.log(bundle, name, reference, level(level), message, null);
  }

  @Override
  @Deprecated
  public void log(
      @Nullable ServiceReference<?> reference,
      int level,
      String message,
      @Nullable Throwable cause) {
    hub.log(bundle, name, reference, level(level), message, cause);
  }

  @Override
  public void log(@Nullable Object context, int level, String message) {
    hub.log(bundle, name, context, level(level), message, null);
  }

  @Override
  public void log(@Nullable Object context, int level, String message, @Nullable Throwable cause) {
    hub.log(bundle, name, context, level(level), message, cause);
  }

  @Override
  public boolean isTraceEnabled() {
    return isEnabled(LogLevel.TRACE);
  }

  @Override
  public boolean isDebugEnabled() {
    return isEnabled(LogLevel.DEBUG);
  }

  @Override
  public boolean isInfoEnabled() {
    return isEnabled(LogLevel.INFO);
  }

  @Override
  public boolean isWarnEnabled() {
    return isEnabled(LogLevel.WARN);
  }

  @Override
  public boolean isErrorEnabled() {
    return isEnabled(LogLevel.ERROR);
  }

  @Override
  public void trace(String message) {
    log(LogLevel.TRACE, message, new Object[0]);
  }

  @Override
  public void trace(String format, @Nullable Object argument) {
    log(LogLevel.TRACE, format, new Object[] {argument});
  }

  @Override
  public void trace(String format, @Nullable Object first, @Nullable Object second) {
    log(LogLevel.TRACE, format, new Object[] {first, second});
  }

  @Override
  public void trace(String format, @Nullable Object... arguments) {
    log(LogLevel.TRACE, format, arguments);
  }

  @Override
  public <E extends Exception> void trace(LoggerConsumer<E> consumer) throws E {
    if (isEnabled(LogLevel.TRACE)) {
      consumer.accept(this);
    }
  }

  @Override
  public void debug(String message) {
    log(LogLevel.DEBUG, message, new Object[0]);
  }

  @Override
  public void debug(String format, @Nullable Object argument) {
    log(LogLevel.DEBUG, format, new Object[] {argument});
  }

  @Override
  public void debug(String format, @Nullable Object first, @Nullable Object second) {
    log(LogLevel.DEBUG, format, new Object[] {first, second});
  }

  @Override
  public void debug(String format, @Nullable Object... arguments) {
    log(LogLevel.DEBUG, format, arguments);
  }

  @Override
  public <E extends Exception> void debug(LoggerConsumer<E> consumer) throws E {
    if (isEnabled(LogLevel.DEBUG)) {
      consumer.accept(this);
    }
  }

  @Override
  public void info(String message) {
    log(LogLevel.INFO, message, new Object[0]);
  }

  @Override
  public void info(String format, @Nullable Object argument) {
    log(LogLevel.INFO, format, new Object[] {argument});
  }

  @Override
  public void info(String format, @Nullable Object first, @Nullable Object second) {
    log(LogLevel.INFO, format, new Object[] {first, second});
  }

  @Override
  public void info(String format, @Nullable Object... arguments) {
    log(LogLevel.INFO, format, arguments);
  }

  @Override
  public <E extends Exception> void info(LoggerConsumer<E> consumer) throws E {
    if (isEnabled(LogLevel.INFO)) {
      consumer.accept(this);
    }
  }

  @Override
  public void warn(String message) {
    log(LogLevel.WARN, message, new Object[0]);
  }

  @Override
  public void warn(String format, @Nullable Object argument) {
    log(LogLevel.WARN, format, new Object[] {argument});
  }

  @Override
  public void warn(String format, @Nullable Object first, @Nullable Object second) {
    log(LogLevel.WARN, format, new Object[] {first, second});
  }

  @Override
  public void warn(String format, @Nullable Object... arguments) {
    log(LogLevel.WARN, format, arguments);
  }

  @Override
  public <E extends Exception> void warn(LoggerConsumer<E> consumer) throws E {
    if (isEnabled(LogLevel.WARN)) {
      consumer.accept(this);
    }
  }

  @Override
  public void error(String message) {
    log(LogLevel.ERROR, message, new Object[0]);
  }

  @Override
  public void error(String format, @Nullable Object argument) {
    log(LogLevel.ERROR, format, new Object[] {argument});
  }

  @Override
  public void error(String format, @Nullable Object first, @Nullable Object second) {
    log(LogLevel.ERROR, format, new Object[] {first, second});
  }

  @Override
  public void error(String format, @Nullable Object... arguments) {
    log(LogLevel.ERROR, format, arguments);
  }

  @Override
  public <E extends Exception> void error(LoggerConsumer<E> consumer) throws E {
    if (isEnabled(LogLevel.ERROR)) {
      consumer.accept(this);
    }
  }

  @Override
  public void audit(String message) {
    log(LogLevel.AUDIT, message, new Object[0]);
  }

  @Override
  public void audit(String format, @Nullable Object argument) {
    log(LogLevel.AUDIT, format, new Object[] {argument});
  }

  @Override
  public void audit(String format, @Nullable Object first, @Nullable Object second) {
    log(LogLevel.AUDIT, format, new Object[] {first, second});
  }

  @Override
  public void audit(String format, @Nullable Object... arguments) {
    log(LogLevel.AUDIT, format, arguments);
  }
}
