package org.pentimento.workbench.preview;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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

  @Deactivate
  void close() {
    process.close();
  }
}
