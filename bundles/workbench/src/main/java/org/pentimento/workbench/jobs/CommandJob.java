package org.pentimento.workbench.jobs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.FrameworkUtil;
import org.pentimento.platform.Platform;
import org.pentimento.workbench.preferences.ChildSettings;

/**
 * A command of the product in a process of its own, shown in the Progress view, where it can be
 * cancelled. It prints the files that it writes, one a line; errors come out of standard error.
 */
public final class CommandJob extends Job {
  private static final String BUNDLE = "org.pentimento.workbench";
  private static final long GRACE_SECONDS = 10;
  private static final int LONGEST_MESSAGE = 2000;

  private final List<String> arguments;
  private final List<String> files = new ArrayList<>();
  private @Nullable Process process;

  /**
   * Starts nothing yet.
   *
   * @param name for the Progress view
   * @param arguments of the command
   */
  public CommandJob(String name, List<String> arguments) {
    super(name);
    this.arguments = List.copyOf(arguments);
    setUser(true);
    setPriority(LONG);
  }

  /** The files that were written, once the job is done. */
  public synchronized List<String> files() {
    return List.copyOf(files);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    monitor.beginTask(getName(), IProgressMonitor.UNKNOWN);
    Path errors = null;
    try {
      errors = Files.createTempFile("pentimento", ".err");
      Process started =
          new ProcessBuilder(command())
              .redirectInput(ProcessBuilder.Redirect.PIPE)
              .redirectError(errors.toFile())
              .start();
      started.getOutputStream().close();
      synchronized (this) {
        process = started;
      }
      if (monitor.isCanceled()) {
        started.destroy();
      }
      listen(started, monitor);
      int status = started.waitFor();
      if (monitor.isCanceled()) {
        return Status.CANCEL_STATUS;
      }
      return status == 0 ? Status.OK_STATUS : failed(failure(status, Files.readString(errors)));
    } catch (IOException e) {
      return failed(
          new Status(IStatus.ERROR, BUNDLE, "The export failed: " + e.getMessage() + ".", e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      canceling();
      return Status.CANCEL_STATUS;
    } finally {
      synchronized (this) {
        process = null;
      }
      delete(errors);
      monitor.done();
    }
  }

  /** The Progress view calls every job finished, also one that failed; so the name says it. */
  private IStatus failed(IStatus status) {
    setName("Failed: " + getName());
    return status;
  }

  private List<String> command() throws IOException {
    String given =
        FrameworkUtil.getBundle(CommandJob.class)
            .getBundleContext()
            .getProperty("pentimento.command");
    if (given == null) {
      throw new IOException("the launcher did not say how to start the product");
    }
    List<String> command =
        new ArrayList<>(
            ChildSettings.current()
                .command(
                    List.of(given.split("\n")),
                    PlatformUI.getWorkbench().getService(Platform.class).memory()));
    command.addAll(arguments);
    return command;
  }

  private void listen(Process started, IProgressMonitor monitor) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String file = line.replaceFirst("^Report: ", "").strip();
        monitor.subTask(file);
        synchronized (this) {
          files.add(file);
        }
      }
    } catch (IOException e) {
      if (!monitor.isCanceled()) {
        throw e;
      }
    }
  }

  /** The error message of the command, without what is meant for a terminal. */
  static IStatus failure(int status, String said) {
    int from = said.lastIndexOf("Error: ");
    String words =
        from >= 0
            ? said.substring(from + "Error: ".length()).replaceAll("\\n\\s+", "\n\n").strip()
            : status > 128
                ? "The export's process was ended by signal "
                    + (status - 128)
                    + ". Nothing half-written is left; try again."
                : "The export's process ended with status "
                    + status
                    + ". Help > Error Log may say"
                    + " more.";
    return new Status(
        IStatus.ERROR,
        BUNDLE,
        words.length() > LONGEST_MESSAGE ? words.substring(0, LONGEST_MESSAGE) + " …" : words);
  }

  /** Deletes a file that only a command needed, at the latest when the window is closed. */
  public static void delete(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }

  @Override
  protected synchronized void canceling() {
    Process running = process;
    if (running != null) {
      running.destroy();
      Thread reaper =
          new Thread(
              () -> {
                try {
                  if (!running.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                    running.destroyForcibly();
                  }
                } catch (InterruptedException e) {
                  running.destroyForcibly();
                }
              },
              "export reaper");
      reaper.setDaemon(true);
      reaper.start();
    }
  }
}
