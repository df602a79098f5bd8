package org.pentimento.jobs.preview;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.audit.model.KnownPairs;
import org.pentimento.audit.model.ModelTrial;
import org.pentimento.audit.model.Strip;
import org.pentimento.casefile.CaseFile;
import org.pentimento.protocol.preview.Answerer;
import org.pentimento.protocol.question.ImportQuestion.TriedModel;
import org.pentimento.protocol.question.ImportQuestion.TriedPair;
import org.pentimento.protocol.question.ImportQuestion.TryModel;
import org.pentimento.protocol.question.Picture;
import org.pentimento.registry.Extensions;

/** Tries a model that is about to be imported. */
@Component(service = Answerer.class)
public final class ModelAnswerer implements Answerer<TryModel, TriedModel> {
  private final Extensions extensions;

  /** Made by the component framework. */
  @Activate
  public ModelAnswerer(@Reference Extensions extensions) {
    this.extensions = extensions;
  }

  @Override
  public Class<TryModel> question() {
    return TryModel.class;
  }

  @Override
  public TriedModel answer(TryModel question, Progress progress)
      throws IOException, CancelledException {
    String folder = question.caseFolder();
    ModelTrial trial;
    if (folder == null) {
      trial = trial(null, question, progress);
    } else {
      try (CaseFile caseFile = CaseFile.openForReading(Path.of(folder))) {
        trial = trial(caseFile, question, progress);
      }
    }
    Strip strip = trial.strip();
    List<TriedPair> pairs = new ArrayList<>();
    for (int i = 0; i < strip.photos().size(); i++) {
      pairs.add(
          new TriedPair(
              Picture.of(strip.photos().get(i)),
              Picture.of(strip.truths().get(i)),
              Picture.of(strip.sketches().get(i))));
    }
    return new TriedModel(
        trial.recognised(), trial.confinement(), trial.fit().assumptions(), pairs);
  }

  private ModelTrial trial(@Nullable CaseFile caseFile, TryModel question, Progress progress)
      throws IOException, CancelledException {
    return ModelTrial.of(
        Path.of(question.path()),
        question.format(),
        question.settings(),
        KnownPairs.of(caseFile, null, extensions, progress).pairs(),
        extensions,
        progress);
  }
}
