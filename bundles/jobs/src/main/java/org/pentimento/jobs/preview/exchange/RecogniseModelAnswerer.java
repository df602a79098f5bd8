package org.pentimento.jobs.preview.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.generator.ModelFormat;
import org.pentimento.protocol.preview.Answerer;
import org.pentimento.protocol.question.ImportQuestion.RecogniseModel;
import org.pentimento.protocol.question.ImportQuestion.Recognised;
import org.pentimento.protocol.question.ImportQuestion.RecognisedFormat;
import org.pentimento.registry.Extensions;
import org.pentimento.registry.guard.OneOfMany;

/** Looks which model formats recognise a file. */
@Component(service = Answerer.class)
public final class RecogniseModelAnswerer implements Answerer<RecogniseModel, Recognised> {
  private final Extensions extensions;

  /** Made by the component framework. */
  @Activate
  public RecogniseModelAnswerer(@Reference Extensions extensions) {
    this.extensions = extensions;
  }

  @Override
  public Class<RecogniseModel> question() {
    return RecogniseModel.class;
  }

  @Override
  public Recognised answer(RecogniseModel question, Progress progress)
      throws IOException, CancelledException {
    Path file = RecogniseAnswerer.root(question.path());
    List<RecognisedFormat> recognising = new ArrayList<>();
    List<RecognisedFormat> others = new ArrayList<>();
    for (ModelFormat format : extensions.all(Kind.MODEL_FORMAT, ModelFormat.class)) {
      progress.checkCancelled();
      List<String> problems = new ArrayList<>();
      Optional<String> words = OneOfMany.ask(() -> format.recognise(file), problems::add);
      (words.isPresent() ? recognising : others)
          .add(
              new RecognisedFormat(
                  format.descriptor(), words.orElse(String.join(" ", problems)), null));
    }
    recognising.addAll(others);
    return new Recognised(recognising, "");
  }
}
