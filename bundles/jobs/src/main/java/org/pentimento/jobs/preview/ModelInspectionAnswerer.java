package org.pentimento.jobs.preview;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.image.Image;
import org.pentimento.api.suspect.ModelDetector;
import org.pentimento.audit.data.DatasetOpener;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.TrainingCosts;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.event.TrainingCost;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.ModelInspections;
import org.pentimento.jobs.task.ChosenDetectors;
import org.pentimento.jobs.task.ShadowGenerators;
import org.pentimento.plan.Use;
import org.pentimento.protocol.preview.Answerer;
import org.pentimento.protocol.question.DatasetQuestion.ForeseeModelInspection;
import org.pentimento.protocol.question.DatasetQuestion.ForeseenModelInspection;
import org.pentimento.registry.Extensions;

/** Says what an inspection of a model would look at, and how long it would take. */
@Component(service = Answerer.class)
public final class ModelInspectionAnswerer
    implements Answerer<ForeseeModelInspection, ForeseenModelInspection> {
  private final Extensions extensions;

  /** Made by the component framework. */
  @Activate
  public ModelInspectionAnswerer(@Reference Extensions extensions) {
    this.extensions = extensions;
  }

  @Override
  public Class<ForeseeModelInspection> question() {
    return ForeseeModelInspection.class;
  }

  /** A duration and where it comes from. */
  private record Foreseen(@Nullable Double seconds, String basis) {}

  @Override
  public ForeseenModelInspection answer(ForeseeModelInspection question, Progress progress)
      throws IOException, CancelledException {
    try (CaseFile file = CaseFile.openForReading(Path.of(question.of().caseFolder()))) {
      DatasetOpener opener = new DatasetOpener(extensions);
      DatasetRecord trusted = opener.record(file, question.of().name());
      List<Pair> pairs = opener.glance(file, trusted.name(), progress).pairs();
      if (pairs.isEmpty()) {
        throw new BadInputException(
            "The data set '" + trusted.name() + "' has no pairs.", "Choose another one.");
      }
      Image first = pairs.get(0).photo().decode();
      Use shadows =
          ShadowGenerators.foreseen(file, question.model(), question.shadowGenerator(), extensions);
      List<Use> detectors = ChosenDetectors.ofModels(question.detectors(), extensions);
      List<String> silent = new ArrayList<>();
      List<String> blindTo = new ArrayList<>();
      for (Use use : detectors) {
        ModelDetector detector = extensions.get(Kind.MODEL_DETECTOR, ModelDetector.class, use.id());
        String name = "“" + detector.descriptor().name() + "”";
        if (detector.leastPairs() > pairs.size()) {
          silent.add(
              name + " will say nothing: it needs " + detector.leastPairs() + " trusted pairs.");
        } else if (!detector.blindTo().isBlank()) {
          blindTo.add(name + " is blind to: " + detector.blindTo());
        }
      }
      Foreseen duration = duration(file, question, trusted, shadows, detectors);
      return new ForeseenModelInspection(
          pairs.size(),
          first.width(),
          first.height(),
          extensions.get(Kind.GENERATOR, Extension.class, shadows.id()).descriptor().name(),
          silent,
          blindTo,
          duration.seconds(),
          duration.basis());
    }
  }

  private static Foreseen duration(
      CaseFile file,
      ForeseeModelInspection question,
      DatasetRecord trusted,
      Use shadows,
      List<Use> detectors)
      throws IOException {
    Double earlier = earlier(file, question.shadows(), trusted, shadows, detectors);
    if (earlier != null) {
      return new Foreseen(
          earlier,
          "By an earlier inspection with the same trusted pairs, detectors and shadow models;"
              + " shadow models that the case keeps are not trained again.");
    }
    List<TrainingCost> costs =
        TrainingCosts.of(file).byTraining().values().stream()
            .filter(cost -> cost.training().startsWith(shadows.id() + "/"))
            .toList();
    if (!costs.isEmpty()) {
      return new Foreseen(
          question.shadows()
              * costs.stream().mapToDouble(TrainingCost::seconds).average().orElse(0),
          "By the trainings of this generator in this case, which may have had other settings and"
              + " pairs; the measurements come on top.");
    }
    return new Foreseen(
        null,
        "Nothing like it was done before: the shadow models are trained first, each of which takes"
            + " as long as any training with so many pairs.");
  }

  /** What the last like inspection took that was begun once; null if there is none. */
  private static @Nullable Double earlier(
      CaseFile file, int many, DatasetRecord trusted, Use shadows, List<Use> detectors)
      throws IOException {
    Set<String> wanted = detectors.stream().map(Use::id).collect(Collectors.toSet());
    Double found = null;
    for (RunRecord run : file.runs(RunKind.MODEL_INSPECTION)) {
      Instant ended = run.ended();
      if (run.state() != RunRecord.State.FINISHED || ended == null) {
        continue;
      }
      ModelInspectionResult result;
      try {
        result = ModelInspections.read(file.blobs(), run.result());
      } catch (BadInputException e) {
        continue; // damaged, or of another version: the others still tell
      }
      boolean alike =
          result.trusted().digest().equals(trusted.digest())
              && result.shadows().size() == many
              && result.shadows().stream()
                  .allMatch(shadow -> shadow.generator().id().equals(shadows.id()))
              && result.detectors().stream()
                  .map(use -> use.extension().id())
                  .collect(Collectors.toSet())
                  .equals(wanted);
      if (alike) {
        found = Duration.between(run.started(), ended).toMillis() / 1000.;
      }
    }
    return found;
  }
}
