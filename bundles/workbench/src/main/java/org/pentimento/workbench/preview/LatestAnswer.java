package org.pentimento.workbench.preview;

import java.util.concurrent.CompletionException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.protocol.question.Question;

/**
 * Asks the preview process questions of one kind, one at a time. While one is being answered, only
 * the newest of those that come meanwhile is kept. To be used in the display's thread.
 *
 * @param <A> what the questions are answered with
 */
public final class LatestAnswer<A> {
  /** Who is told, in the display's thread. */
  public interface Listener<A> {
    /** The answer came. */
    void answered(A answer);

    /** The question failed, with the reason. */
    void failed(String problem);
  }

  private final Display display;
  private final Listener<A> listener;
  private @Nullable Question<A> waiting;
  private boolean asked;
  private boolean disposed;

  /** Asks nothing yet. */
  public LatestAnswer(Display display, Listener<A> listener) {
    this.display = display;
    this.listener = listener;
  }

  /** Asks now, or when the question before was answered. */
  public void ask(Question<A> question) {
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
    Question<A> question = waiting;
    if (asked || question == null || disposed) {
      return;
    }
    waiting = null;
    asked = true;
    PlatformUI.getWorkbench()
        .getService(Previews.class)
        .ask(question)
        .whenComplete(
            (answer, failure) -> {
              if (!display.isDisposed()) {
                display.asyncExec(() -> done(answer, failure));
              }
            });
  }

  private void done(@Nullable A answer, @Nullable Throwable failure) {
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
