package org.pentimento.audit.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.generator.Generator;
import org.pentimento.api.generator.Model;
import org.pentimento.api.generator.TrainingMonitor;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.api.suspect.ModelDetector;
import org.pentimento.api.suspect.ModelFinding;
import org.pentimento.api.suspect.Perturbation;
import org.pentimento.audit.data.DatasetOpener;
import org.pentimento.audit.data.Shuffle;
import org.pentimento.audit.image.Pngs;
import org.pentimento.audit.inspection.Inspector;
import org.pentimento.audit.inspection.SuspectData;
import org.pentimento.audit.inspection.model.ModelInspectionInput;
import org.pentimento.audit.inspection.model.ModelInspectionInput.Identity;
import org.pentimento.audit.inspection.model.ModelInspector;
import org.pentimento.audit.mitigation.Errors;
import org.pentimento.audit.mitigation.FreshLook;
import org.pentimento.audit.mitigation.Treatment;
import org.pentimento.audit.model.KnownPairs;
import org.pentimento.audit.model.ModelSource;
import org.pentimento.audit.model.ModelTrial;
import org.pentimento.audit.shadow.ShadowModels;
import org.pentimento.audit.step.ExtensionCode;
import org.pentimento.audit.step.RecordedRun;
import org.pentimento.audit.step.Steps;
import org.pentimento.audit.training.RunListener;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.UsedExtension;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.MitigationFinished;
import org.pentimento.casefile.event.ModelImported;
import org.pentimento.casefile.event.ModelRecord;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.mitigation.MitigationMethod;
import org.pentimento.casefile.result.mitigation.MitigationResult;
import org.pentimento.casefile.store.PlainNames;
import org.pentimento.casefile.store.Sha256;
import org.pentimento.plan.Use;
import org.pentimento.platform.Folders;
import org.pentimento.platform.Platform;
import org.pentimento.registry.Extensions;

/**
 * Makes a new model in a case without what is hidden in another one: inspects that one, treats it,
 * inspects the new one anew, and keeps it as an imported model. A step that was finished is not
 * repeated.
 */
public final class MitigationRun {
  private static final String STEP = "mitigate";
  private static final String TREATED = "treated";
  private static final String DESCRIPTION = "model.json";
  private static final String WEIGHTS = "model.safetensors";
  private static final long SPLIT = 0x6b657074L;

  /** One part in so many of the trusted pairs is kept out of the training. */
  private static final int KEPT_OUT = 3;

  private static final int LEAST_PAIRS = 6;

  /** A model that gives way to new searches unlearns what these found, so often in all. */
  private static final int MOST_ROUNDS = 2;

  /**
   * What is asked for.
   *
   * @param suspect which model
   * @param source opens it
   * @param trusted name of the data set with trusted pairs
   * @param method how the new model is made
   * @param newName name of the new model
   * @param shadowGenerator generator of the shadow models, with its settings
   * @param shadows how many, at least 1
   * @param detectors that are asked before and afterwards
   * @param seed of everything random
   */
  public record Order(
      Identity suspect,
      ModelSource source,
      String trusted,
      MitigationMethod method,
      String newName,
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
      Identity model,
      String trusted,
      String trustedDigest,
      MitigationMethod method,
      String newName,
      ExtensionUse shadowGenerator,
      int shadows,
      List<ExtensionUse> detectors,
      long seed) {}

  /** A treated model as a blob, and the settings of the method. */
  private record StoredTreatment(
      String description, String weights, Map<String, Object> settings) {}

  /**
   * What a mitigation left in the case.
   *
   * @param id of the run
   * @param resultSha SHA-256 of the result's blob
   * @param result what became of the model
   */
  public record Outcome(String id, String resultSha, MitigationResult result) {}

  private final CaseFile caseFile;
  private final Extensions extensions;
  private final Platform platform;
  private final Pngs pngs;
  private final Map<String, String> environment;
  private final RunListener listener;
  private final Progress progress;

  /**
   * Makes a mitigation over an open case.
   *
   * @param environment versions, machine and threads, by name
   */
  public MitigationRun(
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
   * Carries out a mitigation, or goes on with it. What happens to it, good or bad, is in the case's
   * log.
   *
   * @throws BadInputException if something that is asked for is not there, the new name is taken or
   *     is none, or the model cannot learn on; then nothing is recorded
   */
  public Outcome run(Order order) throws IOException, CancelledException {
    DatasetRecord trusted = new DatasetOpener(extensions).record(caseFile, order.trusted());
    PlainNames.check("model", order.newName());
    if (caseFile.model(order.newName()).isPresent()) {
      throw new BadInputException(
          "The case already has a model '" + order.newName() + "'.",
          "Give another name with --name.");
    }
    try (Model model = order.source().open()) {
      Treatment.tuning(model, order.suspect().name());
    }
    String name = order.newName() + " from " + order.suspect().name();
    return RecordedRun.begin(
            caseFile, RunKind.MITIGATION, name, caseFile.blobs().putJson(asked(order, trusted)))
        .carryOut(id -> new Mitigated(id, name, order, trusted).outcome());
  }

  private Asked asked(Order order, DatasetRecord trusted) throws IOException {
    List<ExtensionUse> detectors = new ArrayList<>();
    for (Use use : order.detectors()) {
      detectors.add(
          used(
              extensions.get(Kind.MODEL_DETECTOR, ModelDetector.class, use.id()).descriptor(),
              use));
    }
    return new Asked(
        order.suspect(),
        order.trusted(),
        trusted.digest(),
        order.method(),
        order.newName(),
        used(
            extensions
                .get(Kind.GENERATOR, Generator.class, order.shadowGenerator().id())
                .descriptor(),
            order.shadowGenerator()),
        order.shadows(),
        detectors,
        order.seed());
  }

  private static ExtensionUse used(Descriptor d, Use use) {
    return new ExtensionUse(d.id(), d.name(), d.version(), d.citation(), use.settings().values());
  }

  /** One mitigation. */
  private final class Mitigated {
    private final String id;
    private final String name;
    private final Order order;
    private final Steps steps;
    private final SuspectData pairs;
    private final List<Pair> learned;
    private final List<Pair> keptOut;
    private final List<ShadowModels.Shadow> shadows;

    Mitigated(String id, String name, Order order, DatasetRecord trusted)
        throws IOException, CancelledException {
      this.id = id;
      this.name = name;
      this.order = order;
      this.steps = new Steps(caseFile, id);
      TrustedPairs all = TrustedPairs.read(trusted, caseFile, extensions, progress);
      this.pairs = all.pairs();
      if (pairs.pairs().size() < LEAST_PAIRS) {
        throw new BadInputException(
            "The data set '"
                + trusted.name()
                + "' has "
                + pairs.pairs().size()
                + " pairs that can be used; a model cannot learn from fewer than "
                + LEAST_PAIRS
                + ".",
            "Name a data set with more trusted pairs.");
      }
      List<Pair> mixed =
          Shuffle.shuffled(pairs.pairs(), new SplittableRandom(order.seed() ^ SPLIT));
      int kept = mixed.size() / KEPT_OUT;
      this.keptOut = List.copyOf(mixed.subList(0, kept));
      this.learned = List.copyOf(mixed.subList(kept, mixed.size()));
      this.shadows =
          new ShadowModels(platform, caseFile, extensions, pngs, environment, listener, progress)
              .ready(
                  steps, order.shadowGenerator(), all.forTraining(), order.shadows(), order.seed());
    }

    Outcome outcome() throws IOException, CancelledException {
      try (Model old = order.source().open()) {
        ModelInspector.Found before = inspected(old, order.suspect(), order.seed());
        List<Perturbation> found = new ArrayList<>(perturbations(before));
        StoredTreatment treated = treated(old, found, 1);
        ModelInspector.Found after = inspected(treated, 1);
        for (int round = 2;
            round <= MOST_ROUNDS
                && order.method() == MitigationMethod.UNLEARN
                && FreshLook.outcome(before.result(), after.result()).isLeft();
            round++) {
          found.addAll(perturbations(after));
          treated = treated(old, found, round);
          after = inspected(treated, round);
        }
        return recorded(old, treated, before, after);
      }
    }

    private ModelInspector.Found inspected(Model model, Identity identity, long seed)
        throws IOException, CancelledException {
      return new ModelInspector(extensions, caseFile, steps, pngs, Inspector.PATIENCE, progress)
          .look(
              new ModelInspectionInput(
                  name, environment, model, identity, pairs, shadows, order.detectors(), seed));
    }

    private ModelInspector.Found inspected(StoredTreatment treated, int round)
        throws IOException, CancelledException {
      try (Model model = read(treated)) {
        // Another seed, so that searches start elsewhere.
        return inspected(
            model,
            new Identity(order.newName(), maker(), true, treated.weights()),
            order.seed() + round);
      }
    }

    private ExtensionUse maker() throws IOException {
      Descriptor d = generator().descriptor();
      return used(d, order.shadowGenerator());
    }

    private Generator generator() throws IOException {
      return extensions.get(Kind.GENERATOR, Generator.class, order.shadowGenerator().id());
    }

    /** Changes that were found to harm, as far as they fit the photos. */
    private List<Perturbation> perturbations(ModelInspector.Found inspected) {
      List<Perturbation> all = new ArrayList<>();
      for (ModelFinding finding : inspected.findings()) {
        all.addAll(finding.perturbations());
        finding
            .trigger()
            .ifPresent(
                shown ->
                    all.add(
                        new Perturbation(
                            "", shown.pattern().residual().colour(), shown.pattern().gain())));
      }
      return all.stream()
          .filter(
              one ->
                  one.change().width() == pairs.data().width()
                      && one.change().height() == pairs.data().height())
          .toList();
    }

    private StoredTreatment treated(Model old, List<Perturbation> found, int round)
        throws IOException, CancelledException {
      List<String> changes = new ArrayList<>();
      for (Perturbation one : found) {
        changes.add(pngs.put(one.change()) + " " + one.gain());
      }
      Map<String, Object> inputs = new TreeMap<>();
      inputs.put("model", order.suspect().digest());
      inputs.put("method", order.method());
      inputs.put("trusted", pairs.data().digest());
      inputs.put("learned", learned.stream().map(Pair::id).toList());
      inputs.put("perturbations", changes);
      inputs.put("seed", order.seed() + round);
      inputs.put("environment", environment);
      Map<String, String> results =
          steps.once(
              STEP,
              inputs,
              () -> {
                StoredTreatment made = treat(old, found, round, Steps.key(STEP, inputs));
                return Map.of(
                    TREATED,
                    caseFile.blobs().putJson(made),
                    "description",
                    made.description(),
                    "weights",
                    made.weights());
              });
      return caseFile.blobs().readJson(Steps.result(results, TREATED), StoredTreatment.class);
    }

    private StoredTreatment treat(Model old, List<Perturbation> found, int round, String key)
        throws IOException, CancelledException {
      Path folder = caseFile.workFolder("mitigating-" + key.substring(0, 16));
      Treatment.Treated treated =
          Treatment.of(
              old,
              order.suspect().name(),
              order.method(),
              learned,
              found,
              order.seed() + round,
              new TuningMonitor(name, folder, listener),
              progress);
      try (Model model = treated.model()) {
        Path written = Files.createDirectories(folder.resolve("model"));
        model.write(written);
        StoredTreatment stored =
            new StoredTreatment(
                caseFile.blobs().put(written.resolve(DESCRIPTION)),
                caseFile.blobs().put(written.resolve(WEIGHTS)),
                treated.settings());
        Folders.delete(folder);
        return stored;
      }
    }

    private Path laid(StoredTreatment treated) throws IOException {
      Path folder = caseFile.workFolder("mitigated-" + treated.weights().substring(0, 16));
      Files.write(folder.resolve(DESCRIPTION), caseFile.blobs().read(treated.description()));
      Files.write(folder.resolve(WEIGHTS), caseFile.blobs().read(treated.weights()));
      return folder;
    }

    private Model read(StoredTreatment treated) throws IOException {
      Path folder = laid(treated);
      try {
        return generator().read(folder);
      } finally {
        Folders.delete(folder);
      }
    }

    private Outcome recorded(
        Model old, StoredTreatment treated, ModelInspector.Found before, ModelInspector.Found after)
        throws IOException, CancelledException {
      ModelRecord record = record(treated);
      double errorAfter;
      try (Model model = read(treated)) {
        errorAfter = Errors.of(model, keptOut);
      }
      MitigationResult result =
          new MitigationResult(
              MitigationResult.SCHEMA,
              name,
              ExtensionCode.beside(environment, UsedExtension.of(before.result()), extensions),
              before.result().model(),
              order.newName(),
              Sha256.of(CanonicalJson.bytes(record.files())),
              order.method(),
              treated.settings(),
              pairs.data(),
              learned.stream().map(Pair::id).toList(),
              keptOut.stream().map(Pair::id).toList(),
              order.seed(),
              Errors.of(old, keptOut),
              errorAfter,
              FreshLook.outcome(before.result(), after.result()),
              caseFile.blobs().putJson(before.result()),
              caseFile.blobs().putJson(after.result()));
      String sha = caseFile.blobs().putJson(result);
      caseFile.record(new ModelImported(record));
      caseFile.record(new MitigationFinished(id, sha));
      return new Outcome(id, sha, result);
    }

    private ModelRecord record(StoredTreatment treated) throws IOException, CancelledException {
      Path folder = laid(treated);
      try {
        ModelTrial trial =
            ModelTrial.of(
                folder,
                null,
                Map.of(),
                KnownPairs.of(caseFile, order.trusted(), extensions, progress).pairs(),
                extensions,
                progress);
        return new ModelRecord(
            order.newName(),
            trial.format().descriptor().id(),
            trial.format().descriptor().version(),
            trial.fit().settings().values(),
            Map.of(),
            trial.confinement(),
            order.suspect().name() + ", by " + order.method().word() + " (" + id + ")",
            "",
            List.of(
                new ModelRecord.File(DESCRIPTION, treated.description(), false),
                new ModelRecord.File(WEIGHTS, treated.weights(), false)),
            pngs.put(trial.strip().picture()));
      } finally {
        Folders.delete(folder);
      }
    }
  }

  /**
   * Tells the losses while a model learns on.
   *
   * @param title for a person
   * @param checkpoints folder for checkpoints
   * @param listener who is told
   */
  private record TuningMonitor(String title, Path checkpoints, RunListener listener)
      implements TrainingMonitor {
    @Override
    public void loss(long step, long total, Map<String, Double> losses) {
      listener.loss(title, step, total, losses);
    }

    @Override
    public List<Image> previewPhotos() {
      return List.of();
    }

    @Override
    public void preview(long step, List<Image> sketches) {
      // not wanted
    }
  }
}
