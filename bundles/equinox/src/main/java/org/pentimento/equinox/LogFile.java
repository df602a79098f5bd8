package org.pentimento.equinox;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.eclipse.osgi.framework.log.FrameworkLog;
import org.eclipse.osgi.framework.log.FrameworkLogEntry;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.FrameworkEvent;

/**
 * The workspace's log file, in the form that the Error Log view reads. When it has grown large, one
 * older file is kept.
 */
final class LogFile implements FrameworkLog {
  private static final long LARGE = 1L << 20;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

  private Path file;
  private @Nullable Writer writer;
  private boolean begun;

  LogFile(Path file) {
    this.file = file;
  }

  @Override
  public void log(FrameworkEvent event) {
    boolean error = event.getType() == FrameworkEvent.ERROR;
    if (error || event.getType() == FrameworkEvent.WARNING) {
      Throwable cause = event.getThrowable();
      log(
          new FrameworkLogEntry(
              String.valueOf(event.getBundle().getSymbolicName()),
              error ? FrameworkLogEntry.ERROR : FrameworkLogEntry.WARNING,
              0,
              String.valueOf(cause),
              0,
              cause,
              null));
    }
  }

  @Override
  public synchronized void log(FrameworkLogEntry entry) {
    StringWriter text = new StringWriter();
    PrintWriter lines = new PrintWriter(text);
    if (!begun) {
      lines.println("!SESSION " + now() + " " + "-".repeat(47));
      lines.println("java.version=" + System.getProperty("java.version"));
      lines.println();
      begun = true;
    }
    write(entry, 0, lines);
    lines.flush();
    try {
      append(text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("The log " + file + " cannot be written", e);
    }
  }

  private void append(String text) throws IOException {
    if (writer != null) {
      writer.write(text);
      writer.flush();
      return;
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    if (Files.exists(file) && Files.size(file) > LARGE) {
      Files.move(file, file.resolveSibling(".bak_0.log"), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static String now() {
    return LocalDateTime.now(java.time.ZoneId.systemDefault()).format(TIME);
  }

  private static void write(FrameworkLogEntry entry, int depth, PrintWriter out) {
    out.println(
        (depth == 0 ? "!ENTRY " : "!SUBENTRY " + depth + " ")
            + entry.getEntry()
            + " "
            + entry.getSeverity()
            + " "
            + entry.getBundleCode()
            + " "
            + now());
    out.println("!MESSAGE " + entry.getMessage());
    if (entry.getThrowable() != null) {
      out.println("!STACK " + entry.getStackCode());
      entry.getThrowable().printStackTrace(out);
    }
    if (entry.getChildren() != null) {
      for (FrameworkLogEntry child : entry.getChildren()) {
        write(child, depth + 1, out);
      }
    }
    if (depth == 0) {
      out.println();
    }
  }

  @Override
  public synchronized void setWriter(@Nullable Writer newWriter, boolean append) {
    writer = newWriter;
  }

  @Override
  public synchronized void setFile(File newFile, boolean append) {
    file = newFile.toPath();
  }

  @Override
  public synchronized File getFile() {
    return file.toFile();
  }

  /** The screen belongs to the commands; the log is in its file. */
  @Override
  public void setConsoleLog(boolean consoleLog) {
    // Never on the console.
  }

  @Override
  public void close() {
    // Each entry is written at once and nothing stays open.
  }
}
