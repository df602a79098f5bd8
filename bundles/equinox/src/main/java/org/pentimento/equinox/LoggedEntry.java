package org.pentimento.equinox;

import org.eclipse.equinox.log.ExtendedLogEntry;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.log.LogLevel;

/**
 * Something that was logged.
 *
 * @param bundle whose logger it was
 * @param logger its name
 * @param context a service reference or an entry of Eclipse's own log
 * @param level how serious
 * @param message what
 * @param cause why
 * @param time in milliseconds of the epoch
 * @param number counted from 1
 * @param threadId of the thread
 * @param threadName of the thread
 */
record LoggedEntry(
    Bundle bundle,
    String logger,
    @Nullable Object context,
    LogLevel level,
    String message,
    @Nullable Throwable cause,
    long time,
    long number,
    long threadId,
    String threadName)
    implements ExtendedLogEntry {
  @Override
  public Bundle getBundle() {
    return bundle;
  }

  @Override
  public @Nullable ServiceReference<?> getServiceReference() {
    return context instanceof ServiceReference<?> reference ? reference : null;
  }

  @Override
  @Deprecated
  public int getLevel() {
    return level.ordinal();
  }

  @Override
  public String getMessage() {
    return message;
  }

  @Override
  public @Nullable Throwable getException() {
    return cause;
  }

  @Override
  public long getTime() {
    return time;
  }

  @Override
  public LogLevel getLogLevel() {
    return level;
  }

  @Override
  public String getLoggerName() {
    return logger;
  }

  @Override
  public long getSequence() {
    return number;
  }

  @Override
  public String getThreadInfo() {
    return threadName;
  }

  @Override
  public @Nullable StackTraceElement getLocation() {
    return null;
  }

  @Override
  public @Nullable Object getContext() {
    return context;
  }

  @Override
  public long getThreadId() {
    return threadId;
  }

  @Override
  public String getThreadName() {
    return threadName;
  }

  @Override
  public long getSequenceNumber() {
    return number;
  }
}
