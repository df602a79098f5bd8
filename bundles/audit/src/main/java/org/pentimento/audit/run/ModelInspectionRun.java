package org.pentimento.audit.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.generator.Generator;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.api.suspect.ModelDetector;
import org.pentimento.audit.data.DatasetOpener;
import org.pentimento.audit.image.Pngs;
import org.pentimento.audit.inspection.Inspector;
import org.pentimento.audit.inspection.SharedPairSearch;
import org.pentimento.audit.inspection.SuspectData;
import org.pentimento.audit.inspection.model.ModelInspectionInput;
import org.pentimento.audit.inspection.model.ModelInspectionInput.Identity;
import org.pentimento.audit.inspection.model.ModelInspector;
import org.pentimento.audit.model.ModelSource;
import org.pentimento.audit.selftest.model.ComparableModelPower;
import org.pentimento.audit.shadow.ShadowModels;
import org.pentimento.audit.step.ExtensionCode;
import org.pentimento.audit.step.RecordedRun;
import org.pentimento.audit.step.Steps;
import org.pentimento.audit.training.RunListener;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.UsedExtension;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.ModelInspectionFinished;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.plan.Use;
import org.pentimento.platform.Platform;
import org.pentimento.registry.Extensions;

/**
 * An inspection of a model of a case. What is asked for, detectors, looks, seed and trusted pairs
 * included, is in the log before anything is measured. Each shadow model and each detector's
 * finding is durable; the same inspection goes on after the last one.
 */
public final class ModelInspectionRun {
  /**
   * What is asked for.
   *
   * @param name for a person
   * @param suspect which model
   * @param source opens it
   * @param trusted name of the data set with trusted pairs
   * @param trainedOn name of the data set that an imported model is said to be trained on, null if
   *     nobody says so
   * @param shadowGenerator generator of the shadow models, with its settings
   * @param shadows how many, at least 1
   * @param detectors that are asked
   * @param seed of everything random
   */
  public record Order(
      String name,
      Identity suspect,
      ModelSource source,
      String trusted,
      @Nullable String trainedOn,
      Use shadowGenerator,
      int shadows,
      List<Use> detectors,
      long seed) {
    /** Keeps a copy. */
    public Order {
      detectors = List.copyOf(detectors);
    }
  }

  /** An order as the case keeps it, with all that its result depends on. */
  private record Asked(
      String name,
      Identity model,
      String trusted,
      String trustedDigest,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String trainedOn,
      ExtensionUse shadowGenerator,
      int shadows,
      List<AskedDetector> detectors,
      long seed) {}

  /** A detector and the ids of what it will measure. */
  private record AskedDetector(ExtensionUse extension, List<String> looks) {}

  /**
   * What an inspection left in the case.
   *
   * @param id of the run
   * @param resultSha SHA-256 of the result's blob
   * @param result what it found
   */
  public record Outcome(String id, String resultSha, ModelInspectionResult result) {}

  private final CaseFile caseFile;
  private final Extensions extensions;
  private final Platform platform;
  private final Pngs pngs;
  private final Map<String, String> environment;
  private final RunListener listener;
  private final Progress progress;

  /**
   * Makes an inspection over an open case.
   *
   * @param environment versions, machine and threads, by name
   */
  public ModelInspectionRun(
      CaseFile caseFile,
      Extensions extensions,
      ImageCodec codec,
      Platform platform,
      Map<String, String> environment,
      RunListener listener,
      Progress progress) {
    this.caseFile = caseFile;
    this.extensions = extensions;
    this.platform = platform;
    this.pngs = new Pngs(caseFile.blobs(), codec);
    this.environment = new TreeMap<>(environment);
    this.listener = listener;
    this.progress = progress;
  }

  /**
   * Carries out an inspection, or goes on with it. What happens to it, good or bad, is in the
   * case's log.
   *
   * @throws BadInputException if something that is asked for is not there; then nothing is recorded
   */
  public Outcome run(Order order) throws IOException, CancelledException {
    DatasetOpener datasets = new DatasetOpener(extensions);
    DatasetRecord trusted = datasets.record(caseFile, order.trusted());
    if (order.trainedOn() != null) {
      datasets.record(caseFile, order.trainedOn());
    }
    String asked = caseFile.blobs().putJson(asked(order, trusted));
    return RecordedRun.begin(caseFile, RunKind.MODEL_INSPECTION, order.name(), asked)
        .carryOut(
            id -> {
              TrustedPairs trustedPairs =
                  TrustedPairs.read(trusted, caseFile, extensions, progress);
              SuspectData pairs =
                  new SharedPairSearch(extensions, Inspector.PATIENCE, progress)
                      .in(
                          trustedPairs.pairs(),
                          new TrainingPairs(caseFile, extensions, progress)
                              .of(order.suspect().name(), order.trainedOn()));
              Steps steps = new Steps(caseFile, id);
              List<ShadowModels.Shadow> shadows =
                  new ShadowModels(
                          platform, caseFile, extensions, pngs, environment, listener, progress)
                      .ready(
                          steps,
                          order.shadowGenerator(),
                          trustedPairs.forTraining(),
                          order.shadows(),
                          order.seed());
              ModelInspectionResult found;
              try (Model suspect = order.source().open()) {
                found =
                    new ModelInspector(
                            extensions, caseFile, steps, pngs, Inspector.PATIENCE, progress)
                        .inspect(
                            new ModelInspectionInput(
                                order.name(),
                                environment,
                                suspect,
                                order.suspect(),
                                pairs,
                                shadows,
                                order.detectors(),
                                order.seed()));
              }
              ModelInspectionResult result =
                  ComparableModelPower.find(caseFile, found).map(found::with).orElse(found);
              result =
                  result.with(
                      ExtensionCode.beside(
                          result.environment(), UsedExtension.of(result), extensions));
              String sha = caseFile.blobs().putJson(result);
              caseFile.record(new ModelInspectionFinished(id, sha));
              return new Outcome(id, sha, result);
            });
  }

  private Asked asked(Order order, DatasetRecord trusted) throws IOException {
    List<AskedDetector> detectors = new ArrayList<>();
    for (Use use : order.detectors()) {
      ModelDetector detector = extensions.get(Kind.MODEL_DETECTOR, ModelDetector.class, use.id());
      detectors.add(
          new AskedDetector(
              used(detector.descriptor(), use),
              detector.looks(use.settings()).stream().map(look -> look.id()).toList()));
    }
    Generator generator =
        extensions.get(Kind.GENERATOR, Generator.class, order.shadowGenerator().id());
    return new Asked(
        order.name(),
        order.suspect(),
        order.trusted(),
        trusted.digest(),
        order.trainedOn(),
        used(generator.descriptor(), order.shadowGenerator()),
        order.shadows(),
        detectors,
        order.seed());
  }

  private static ExtensionUse used(Descriptor d, Use use) {
    return new ExtensionUse(d.id(), d.name(), d.version(), d.citation(), use.settings().values());
  }
}
