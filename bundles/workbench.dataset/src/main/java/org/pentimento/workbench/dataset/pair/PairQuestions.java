package org.pentimento.workbench.dataset.pair;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.jobs.preview.data.LayerAnswerer;
import org.pentimento.jobs.preview.data.PairAnswerer;
import org.pentimento.protocol.preview.Answer;
import org.pentimento.protocol.preview.Answer.Picture;
import org.pentimento.workbench.dataset.pair.canvas.Layer;
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
  private @Nullable CompletableFuture<Answer> waiting;
  private long asked;

  PairQuestions(Previews previews, PairInput input, Control page) {
    this.previews = previews;
    this.input = input;
    this.page = page;
    page.addDisposeListener(e -> cancel());
  }

  private void cancel() {
    CompletableFuture<Answer> before = waiting;
    if (before != null) {
      before.cancel(false);
    }
  }

  /** Asks for a pair's images; an earlier question is dropped. */
  void pair(Subject subject, Consumer<ViewedPair> then, Consumer<String> otherwise) {
    cancel();
    long mine = ++asked;
    CompletableFuture<Answer> answer = previews.ask(PairAnswerer.KIND, question(subject));
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
  void layers(Consumer<List<Layer>> then, Consumer<String> otherwise) {
    inDisplay(
        previews.ask(LayerAnswerer.KIND, JsonNodeFactory.instance.objectNode()),
        answer -> {
          List<Layer> all = new ArrayList<>();
          for (JsonNode layer : answer.data().path("layers")) {
            all.add(
                new Layer(
                    layer.path("id").asText(),
                    layer.path("name").asText(),
                    layer.path("alike").asBoolean()));
          }
          then.accept(all);
        },
        otherwise);
  }

  /**
   * Asks for a layer over two images of a pair.
   *
   * @param first role of an image
   * @param second role of an image
   * @param then gets the layer's values, 0 to 255; is not called if the layer has none
   */
  void layer(
      Subject subject,
      Layer layer,
      String first,
      String second,
      Consumer<Picture> then,
      Consumer<String> otherwise) {
    inDisplay(
        previews.ask(
            LayerAnswerer.KIND,
            question(subject).put("layer", layer.id()).put("first", first).put("second", second)),
        answer -> answer.pictures().stream().findFirst().ifPresent(then),
        otherwise);
  }

  private ObjectNode question(Subject subject) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("case", input.caseFolder().toString())
        .put("dataset", input.dataset())
        .put("pair", subject.pair())
        .put("run", subject.run())
        .put("comparison", subject.comparison());
  }

  private void inDisplay(
      CompletableFuture<Answer> answer, Consumer<Answer> then, Consumer<String> otherwise) {
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
