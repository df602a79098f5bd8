package org.pentimento.workbench.preview;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.platform.Platform;
import org.pentimento.protocol.preview.PreviewProcess;
import org.pentimento.protocol.question.Question;
import org.pentimento.workbench.preferences.ChildSettings;

/** The window's preview process, which the first question starts. */
@Component(service = Previews.class)
public final class Previews {
  private static final long LOOK_MS = 200;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final PreviewProcess process;

  /** Made by the component framework. */
  @Activate
  public Previews(BundleContext context, @Reference Platform platform) {
    String given = context.getProperty("pentimento.preview.command");
    if (given == null) {
      throw new IllegalStateException("The launcher did not say how to start a preview");
    }
    List<String> command = List.of(given.split("\n"));
    process =
        new PreviewProcess(
            () -> ChildSettings.current().command(command, platform.memory()), PATIENCE);
  }

  /**
   * Asks a question; see {@link PreviewProcess#ask}. The answer comes in a thread that is not the
   * display's.
   */
  public <A> CompletableFuture<A> ask(Question<A> question) {
    return process.ask(question);
  }

  /** Asks a question that may take longer than usual. */
  public <A> CompletableFuture<A> ask(Question<A> question, Duration patience) {
    return process.ask(question, patience);
  }

  /** The id of the process, -1 while there is none. */
  public long pid() {
    return process.pid();
  }

  /** Ends the process; the next question starts one that knows what was installed meanwhile. */
  public void renew() {
    long pid = pid();
    if (pid > 0) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
    }
  }

  @Deactivate
  void close() {
    process.close();
  }

  /**
   * Waits for an answer, in a job's thread.
   *
   * @throws OperationCanceledException if the job is cancelled
   * @throws IOException if the answer is that it failed
   */
  public static <A> A await(CompletableFuture<A> answer, IProgressMonitor monitor)
      throws IOException {
    while (true) {
      try {
        return answer.get(LOOK_MS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (monitor.isCanceled()) {
          throw new OperationCanceledException();
        }
      } catch (ExecutionException e) {
        if (e.getCause() instanceof IOException io) {
          throw io;
        }
        throw new IOException(String.valueOf(e.getCause()), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new OperationCanceledException();
      }
    }
  }
}
