package org.pentimento.workbench.preview;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.CompletionException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.protocol.preview.Answer;

/**
 * Asks the preview process questions of one kind, one at a time. While one is being answered, only
 * the newest of those that come meanwhile is kept. To be used in the display's thread.
 */
public final class LatestAnswer {
  /** Who is told, in the display's thread. */
  public interface Listener {
    /** The answer came. */
    void answered(Answer answer);

    /** The question failed, with the reason. */
    void failed(String problem);
  }

  private final Display display;
  private final String kind;
  private final Listener listener;
  private @Nullable ObjectNode waiting;
  private boolean asked;
  private boolean disposed;

  /**
   * Asks questions of a kind.
   *
   * @param kind as {@link Previews#ask} takes it
   */
  public LatestAnswer(Display display, String kind, Listener listener) {
    this.display = display;
    this.kind = kind;
    this.listener = listener;
  }

  /** Asks now, or when the question before was answered. */
  public void ask(ObjectNode question) {
    waiting = question;
    next();
  }

  /** Whether an answer is still to come. */
  public boolean isAsked() {
    return asked;
  }

  /** From now on nobody is told any more. */
  public void dispose() {
    disposed = true;
  }

  private void next() {
    ObjectNode question = waiting;
    if (asked || question == null || disposed) {
      return;
    }
    waiting = null;
    asked = true;
    PlatformUI.getWorkbench()
        .getService(Previews.class)
        .ask(kind, question)
        .whenComplete(
            (answer, failure) -> {
              if (!display.isDisposed()) {
                display.asyncExec(() -> done(answer, failure));
              }
            });
  }

  private void done(@Nullable Answer answer, @Nullable Throwable failure) {
    asked = false;
    if (disposed) {
      return;
    }
    if (failure == null && answer != null) {
      listener.answered(answer);
    } else {
      listener.failed(words(failure));
    }
    next();
  }

  private static String words(@Nullable Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof BadInputException bad
        ? (bad.getMessage() + " " + bad.remedy()).strip()
        : "The preview failed: " + cause + ".";
  }
}
