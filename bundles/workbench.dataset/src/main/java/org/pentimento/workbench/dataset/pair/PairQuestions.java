package org.pentimento.workbench.dataset.pair;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.result.ImageRole;
import org.pentimento.protocol.question.PairQuestion.ChosenPair;
import org.pentimento.protocol.question.PairQuestion.DrawLayer;
import org.pentimento.protocol.question.PairQuestion.ListLayers;
import org.pentimento.protocol.question.PairQuestion.PairLayer;
import org.pentimento.protocol.question.PairQuestion.ShowPair;
import org.pentimento.protocol.question.PairQuestion.ShownPair;
import org.pentimento.protocol.question.Picture;
import org.pentimento.workbench.dataset.pair.canvas.ViewedPair;
import org.pentimento.workbench.preview.Previews;

/**
 * Asks the preview process for the images of pairs and for layers over them. Answers, or the reason
 * why there is none, arrive in the display's thread, and no longer once the page is gone.
 */
final class PairQuestions {
  /**
   * Which images are meant.
   *
   * @param pair id of the pair
   * @param run id of the run whose sketches are meant; empty for the latest that has some, {@code
   *     -} for none
   * @param comparison id of the run's comparison; empty for the first that has some
   */
  record Subject(String pair, String run, String comparison) {}

  private final Previews previews;
  private final PairInput input;
  private final Control page;
  private @Nullable CompletableFuture<ShownPair> waiting;
  private long asked;

  PairQuestions(Previews previews, PairInput input, Control page) {
    this.previews = previews;
    this.input = input;
    this.page = page;
    page.addDisposeListener(e -> cancel());
  }

  private void cancel() {
    CompletableFuture<ShownPair> before = waiting;
    if (before != null) {
      before.cancel(false);
    }
  }

  /** Asks for a pair's images; an earlier question is dropped. */
  void pair(Subject subject, Consumer<ViewedPair> then, Consumer<String> otherwise) {
    cancel();
    long mine = ++asked;
    CompletableFuture<ShownPair> answer = previews.ask(new ShowPair(chosen(subject)));
    waiting = answer;
    inDisplay(
        answer,
        given -> {
          if (mine == asked) {
            then.accept(ViewedPair.of(given));
          }
        },
        problem -> {
          if (mine == asked) {
            otherwise.accept(problem);
          }
        });
  }

  /** Asks which layers there are. */
  void layers(Consumer<List<PairLayer>> then, Consumer<String> otherwise) {
    inDisplay(previews.ask(new ListLayers()), answer -> then.accept(answer.layers()), otherwise);
  }

  /**
   * Asks for a layer over two images of a pair.
   *
   * @param first role of an image
   * @param second role of an image
   * @param then gets the layer's values, 0 to 255
   */
  void layer(
      Subject subject,
      PairLayer layer,
      String first,
      String second,
      Consumer<Picture> then,
      Consumer<String> otherwise) {
    inDisplay(
        previews.ask(
            new DrawLayer(chosen(subject), layer.id(), ImageRole.of(first), ImageRole.of(second))),
        answer -> then.accept(answer.picture()),
        otherwise);
  }

  private ChosenPair chosen(Subject subject) {
    return new ChosenPair(
        input.caseFolder().toString(),
        input.dataset(),
        subject.pair(),
        subject.run(),
        subject.comparison());
  }

  private <A> void inDisplay(
      CompletableFuture<A> answer, Consumer<A> then, Consumer<String> otherwise) {
    Display display = page.getDisplay();
    answer.whenComplete(
        (given, problem) -> {
          if (answer.isCancelled() || display.isDisposed()) {
            return;
          }
          String words =
              problem instanceof BadInputException bad
                  ? bad.getMessage() + "\n" + bad.remedy()
                  : "The images cannot be loaded: " + problem;
          display.asyncExec(
              () -> {
                if (page.isDisposed()) {
                  return;
                }
                if (problem == null) {
                  then.accept(given);
                } else {
                  otherwise.accept(words);
                }
              });
        });
  }
}
