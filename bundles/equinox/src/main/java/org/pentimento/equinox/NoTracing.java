package org.pentimento.equinox;

import java.io.File;
import java.util.Map;
import org.eclipse.osgi.service.debug.DebugOptions;
import org.eclipse.osgi.service.debug.DebugTrace;
import org.jspecify.annotations.Nullable;

/** Tracing of Eclipse's bundles, always off. */
final class NoTracing implements DebugOptions {
  @Override
  public boolean getBooleanOption(String option, boolean defaultValue) {
    return defaultValue;
  }

  @Override
  public @Nullable String getOption(String option) {
    return null;
  }

  @Override
  public String getOption(String option, String defaultValue) {
    return defaultValue;
  }

  @Override
  public int getIntegerOption(String option, int defaultValue) {
    return defaultValue;
  }

  @Override
  public Map<String, String> getOptions() {
    return Map.of();
  }

  @Override
  public void setOption(String option, String value) {
    // Off whatever is asked for.
  }

  @Override
  public void setOptions(Map<String, String> options) {
    // Off whatever is asked for.
  }

  @Override
  public void removeOption(String option) {
    // There is none.
  }

  @Override
  public boolean isDebugEnabled() {
    return false;
  }

  @Override
  public void setDebugEnabled(boolean value) {
    // Off whatever is asked for.
  }

  @Override
  public void setFile(@Nullable File file) {
    // Nothing is written.
  }

  @Override
  public @Nullable File getFile() {
    return null;
  }

  @Override
  public DebugTrace newDebugTrace(String bundle) {
    return new NoTrace();
  }

  @Override
  public DebugTrace newDebugTrace(String bundle, Class<?> entry) {
    return new NoTrace();
  }

  private static final class NoTrace implements DebugTrace {
    @Override
    public void trace(String option, String message) {
      // Off.
    }

    @Override
    public void trace(String option, String message, Throwable error) {
      // Off.
    }

    @Override
    public void traceDumpStack(String option) {
      // Off.
    }

    @Override
    public void traceEntry(String option) {
      // Off.
    }

    @Override
    public void traceEntry(String option, Object argument) {
      // Off.
    }

    @Override
    public void traceEntry(String option, Object[] arguments) {
      // Off.
    }

    @Override
    public void traceExit(String option) {
      // Off.
    }

    @Override
    public void traceExit(String option, Object result) {
      // Off.
    }
  }
}
