package org.pentimento.audit.selftest.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.generator.Generator;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.api.suspect.ModelDetector;
import org.pentimento.api.trigger.Trigger;
import org.pentimento.audit.attack.PreparedAttack;
import org.pentimento.audit.data.Hashes;
import org.pentimento.audit.image.Pngs;
import org.pentimento.audit.inspection.Inspector;
import org.pentimento.audit.inspection.model.ModelInspectionInput;
import org.pentimento.audit.inspection.model.ModelInspectionInput.Identity;
import org.pentimento.audit.inspection.model.ModelInspector;
import org.pentimento.audit.selftest.HonestData;
import org.pentimento.audit.selftest.Quiet;
import org.pentimento.audit.selftest.UnplantableException;
import org.pentimento.audit.selftest.grid.ModelGrid;
import org.pentimento.audit.selftest.grid.ModelPlanting;
import org.pentimento.audit.selftest.grid.PlannedModel;
import org.pentimento.audit.selftest.grid.PlannedSet;
import org.pentimento.audit.selftest.grid.PlantedModel;
import org.pentimento.audit.selftest.statistics.MeasuredModel;
import org.pentimento.audit.selftest.statistics.MeasuredModel.Truth;
import org.pentimento.audit.selftest.statistics.ModelSummaries;
import org.pentimento.audit.shadow.ShadowModels;
import org.pentimento.audit.step.ExtensionCode;
import org.pentimento.audit.step.RecordedRun;
import org.pentimento.audit.step.Steps;
import org.pentimento.audit.training.RunListener;
import org.pentimento.audit.training.StoredModel;
import org.pentimento.audit.training.TrainStage;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.UsedExtension;
import org.pentimento.casefile.event.ModelSelfTestFinished;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult;
import org.pentimento.casefile.result.model.selftest.PlantedInModel.What;
import org.pentimento.casefile.result.model.selftest.TriedModel;
import org.pentimento.plan.Plan;
import org.pentimento.plan.Use;
import org.pentimento.platform.Platform;
import org.pentimento.registry.Extensions;

/**
 * A self-test of detectors of models over a case: models are trained on pairs that inspections do
 * not see, it is decided which attacks took, and then each model is inspected as an analyst would.
 * Each training and each inspection is a step; a self-test that was cancelled or killed goes on
 * after its last one.
 */
public final class ModelSelfTest {
  private static final String PLANT = "plant-model";
  private static final String TOOK = "attacks-that-took";
  private static final String TRIAL = "model-trial";

  /**
   * What a self-test left in the case.
   *
   * @param id of the run
   * @param resultSha SHA-256 of the result's blob
   * @param result what was measured
   */
  public record Outcome(String id, String resultSha, ModelSelfTestResult result) {}

  /**
   * A model that was trained.
   *
   * @param files of the training; without weights if it diverged
   * @param truth about it
   */
  private record Suspect(Map<String, String> files, Truth truth) {}

  private final CaseFile caseFile;
  private final Extensions extensions;
  private final Platform platform;
  private final Pngs pngs;
  private final Map<String, String> environment;
  private final RunListener listener;
  private final Progress progress;

  /**
   * Makes a self-test over an open case.
   *
   * @param environment what trainings may depend on: versions, machine, threads
   */
  public ModelSelfTest(
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
   * Carries out a self-test, or goes on with it. What happens to it, good or bad, is in the case's
   * log.
   *
   * @throws BadInputException if there are too few pairs, or the detectors cannot inspect such
   *     models at all
   */
  public Outcome run(ModelSelfTestRequest request, HonestData data)
      throws IOException, CancelledException {
    ModelPairs pairs = ModelPairs.of(data.all(), request.seed());
    String asked = caseFile.blobs().putJson(request.asked(data.facts().dataset()));
    return RecordedRun.begin(caseFile, RunKind.MODEL_SELF_TEST, request.name(), asked)
        .carryOut(
            id -> {
              ModelSelfTestResult found = new Course(request, data, pairs, id).all();
              ModelSelfTestResult result =
                  found.with(
                      ExtensionCode.beside(
                          found.environment(), UsedExtension.of(found), extensions));
              String sha = caseFile.blobs().putJson(result);
              caseFile.record(new ModelSelfTestFinished(id, sha));
              return new Outcome(id, sha, result);
            });
  }

  /** The models of one run. */
  private final class Course {
    private final ModelSelfTestRequest request;
    private final HonestData data;
    private final ModelPairs pairs;
    private final String division;
    private final Steps steps;
    private final Progress quiet = new Quiet(progress);
    private final HeldOutMeasure heldOut;
    private final TrainStage training;
    private final List<ExtensionUse> detectors = new ArrayList<>();
    private final List<ExtensionUse> generators = new ArrayList<>();
    private final Map<String, String> leftOut = new TreeMap<>();

    Course(ModelSelfTestRequest request, HonestData data, ModelPairs pairs, String run)
        throws IOException {
      this.request = request;
      this.data = data;
      this.pairs = pairs;
      this.division = pairs.digest();
      this.steps = new Steps(caseFile, run);
      this.heldOut = new HeldOutMeasure(pairs.heldOut(), progress);
      this.training = new TrainStage(platform, caseFile, pngs, listener, quiet);
      for (Use use : request.detectors()) {
        detectors.add(used(Kind.MODEL_DETECTOR, ModelDetector.class, use));
      }
      for (Use use : request.generators()) {
        generators.add(used(Kind.GENERATOR, Generator.class, use));
      }
    }

    ModelSelfTestResult all() throws IOException, CancelledException {
      ModelGrid grid =
          ModelGrid.of(
              request.plan(), request.generators(), extensions, data.eyes(), request.seed());
      leftOut.putAll(grid.leftOut());
      List<PlannedModel> part = grid.inTurn(request.limit(), request.seed());
      Map<Use, List<ShadowModels.Shadow>> shadows = shadows(part);
      Map<PlannedModel, Suspect> suspects = suspects(part);
      Map<PlannedModel, Boolean> took = took(suspects, shadows);
      Map<PlannedModel, MeasuredModel> measured = inspected(suspects, shadows, took);
      silent(List.copyOf(measured.values()));
      List<TriedModel> trials = new ArrayList<>();
      for (PlannedModel planned : grid.models()) {
        MeasuredModel one = measured.get(planned);
        if (one != null) {
          trials.add(one.trial());
        }
      }
      ModelSummaries summaries = new ModelSummaries(trials);
      return new ModelSelfTestResult(
          ModelSelfTestResult.SCHEMA,
          request.name(),
          environment,
          data.facts(),
          pairs.trusted().pairs().size(),
          pairs.lotSize(),
          pairs.heldOut().size(),
          generators,
          request.shadows(),
          request.seed(),
          detectors,
          grid.models().size(),
          leftOut,
          trials,
          summaries.kinds(),
          summaries.contrasts(),
          summaries.reached());
    }

    /** The shadow models of each generator that is needed. */
    private Map<Use, List<ShadowModels.Shadow>> shadows(List<PlannedModel> part)
        throws IOException, CancelledException {
      Map<Use, List<ShadowModels.Shadow>> shadows = new HashMap<>();
      List<Use> uses = part.stream().map(PlannedModel::shadow).distinct().toList();
      progress.begin("Training shadow models", (long) uses.size() * request.shadows());
      ShadowModels made =
          new ShadowModels(platform, caseFile, extensions, pngs, environment, listener, quiet);
      for (Use use : uses) {
        shadows.put(
            use,
            made.ready(
                steps,
                use,
                pairs.training(data.facts().digest(), pairs.trusted().pairs()),
                request.shadows(),
                request.seed()));
        progress.advance(request.shadows());
      }
      return shadows;
    }

    private Map<PlannedModel, Suspect> suspects(List<PlannedModel> part)
        throws IOException, CancelledException {
      Map<PlannedModel, Suspect> suspects = new LinkedHashMap<>();
      begin("Training planted models", PLANT, part);
      for (PlannedModel planned : part) {
        progress.checkCancelled();
        Map<String, Object> inputs = inputs(planned);
        boolean before = caseFile.step(Steps.key(PLANT, inputs)).isPresent();
        try {
          String sha = Steps.result(steps.once(PLANT, inputs, () -> planted(planned)), PLANT);
          Suspect suspect = caseFile.blobs().readJson(sha, Suspect.class);
          if (suspect.files().containsKey(TrainStage.WEIGHTS)) {
            suspects.put(planned, suspect);
          } else {
            leftOut.putIfAbsent(planned.title(), "Its training diverged.");
          }
        } catch (UnplantableException e) {
          leftOut.putIfAbsent(planned.title(), e.getMessage());
        }
        progress.advance(before ? 0 : 1);
      }
      if (suspects.isEmpty()) {
        throw new BadInputException(
            "No model can be made of the pairs of '"
                + data.facts().dataset()
                + "'. "
                + leftOut.values().stream().findFirst().orElse(""),
            "Take data with more pairs, or another plan with --grid.");
      }
      return suspects;
    }

    private void begin(String what, String step, List<PlannedModel> part) throws IOException {
      int done = 0;
      for (PlannedModel planned : part) {
        done += caseFile.step(Steps.key(step, inputs(planned))).isPresent() ? 1 : 0;
      }
      progress.begin(
          done == 0 ? what : what + ", " + done + " of " + part.size() + " done before",
          part.size() - done);
    }

    private Map<String, String> planted(PlannedModel planned)
        throws IOException, CancelledException {
      PlantedModel model;
      try {
        model = new ModelPlanting(extensions).plant(planned, pairs.lot(planned.seed()), quiet);
      } catch (BadInputException e) {
        throw new UnplantableException(e);
      }
      Generator generator = generator(planned);
      Map<String, String> files =
          training.once(
              steps,
              planned.title(),
              generator,
              planned.generator(),
              planned.seed(),
              pairs.training(Hashes.sha256(CanonicalJson.bytes(inputs(planned))), model.pairs()),
              null,
              Map.of(),
              environment);
      Suspect suspect = new Suspect(files, truth(model, 0, 0, null));
      if (files.containsKey(TrainStage.WEIGHTS)) {
        try (Model trained = StoredModel.read(caseFile, generator, files)) {
          PreparedAttack attack = model.attack();
          suspect =
              new Suspect(
                  files,
                  truth(
                      model,
                      trained.parameters(),
                      heldOut.error(trained),
                      attack == null ? null : (Double) heldOut.progress(trained, attack)));
        }
      }
      return Map.of(PLANT, caseFile.blobs().putJson(suspect));
    }

    private Truth truth(
        PlantedModel model, long parameters, double error, @Nullable Double attacked) {
      return new Truth(
          model.facts(), parameters, error, attacked, model.usual(), model.place(), model.wave());
    }

    /**
     * Decides which attacks took, before any detector is asked: the decision is in the log first.
     * Where no clean model was made, the shadow models stand for them.
     */
    private Map<PlannedModel, Boolean> took(
        Map<PlannedModel, Suspect> suspects, Map<Use, List<ShadowModels.Shadow>> shadows)
        throws IOException, CancelledException {
      Map<Use, Double> limits = new HashMap<>();
      for (Map.Entry<Use, List<ShadowModels.Shadow>> one : shadows.entrySet()) {
        List<Double> errors = new ArrayList<>();
        suspects.forEach(
            (planned, suspect) -> {
              if (planned.what() == What.NOTHING && planned.shadow().equals(one.getKey())) {
                errors.add(suspect.truth().error());
              }
            });
        if (errors.isEmpty()) {
          for (ShadowModels.Shadow shadow : one.getValue()) {
            try (Model model = shadow.source().open()) {
              errors.add(heldOut.error(model));
            }
          }
        }
        limits.put(one.getKey(), HeldOutMeasure.HONEST * median(errors));
      }
      Map<PlannedModel, Boolean> took = new HashMap<>();
      List<Map<String, Object>> decisions = new ArrayList<>();
      for (Map.Entry<PlannedModel, Suspect> one : suspects.entrySet()) {
        Truth truth = one.getValue().truth();
        Double reached = truth.progress();
        boolean honest = truth.error() <= limits.getOrDefault(one.getKey().shadow(), 0.0);
        boolean taken = reached != null && reached >= HeldOutMeasure.TOOK && honest;
        took.put(one.getKey(), taken);
        decisions.add(
            Map.of(
                "model", Steps.key(PLANT, inputs(one.getKey())),
                "honest", honest,
                "took", taken));
      }
      steps.once(
          TOOK,
          Map.of("decisions", decisions),
          () -> Map.of(TOOK, caseFile.blobs().putJson(Map.of("decisions", decisions))));
      return took;
    }

    private static double median(List<Double> values) {
      double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      int n = sorted.length;
      return Arrays.stream(sorted, (n - 1) / 2, n / 2 + 1).average().orElseThrow();
    }

    private Map<PlannedModel, MeasuredModel> inspected(
        Map<PlannedModel, Suspect> suspects,
        Map<Use, List<ShadowModels.Shadow>> shadows,
        Map<PlannedModel, Boolean> took)
        throws IOException, CancelledException {
      Map<PlannedModel, MeasuredModel> measured = new HashMap<>();
      progress.begin("Inspecting planted models", suspects.size());
      for (Map.Entry<PlannedModel, Suspect> one : suspects.entrySet()) {
        progress.checkCancelled();
        PlannedModel planned = one.getKey();
        boolean taken = took.getOrDefault(planned, false);
        List<ShadowModels.Shadow> beside = shadows.getOrDefault(planned.shadow(), List.of());
        Map<String, Object> inputs = new TreeMap<>(inputs(planned));
        inputs.put("detectors", detectors);
        inputs.put("shadows", beside.stream().map(ShadowModels.Shadow::weights).toList());
        inputs.put("took", taken);
        String sha =
            Steps.result(
                steps.once(
                    TRIAL,
                    inputs,
                    () ->
                        Map.of(
                            TRIAL,
                            caseFile
                                .blobs()
                                .putJson(inspect(planned, one.getValue(), beside, taken)))),
                TRIAL);
        MeasuredModel trial = caseFile.blobs().readJson(sha, MeasuredModel.class);
        if (measured.isEmpty() && trial.problems().size() == detectors.size()) {
          throw new BadInputException(
              "No detector can say anything of such models. "
                  + trial.problems().values().stream().findFirst().orElse(""),
              "Take data with more pairs, or other detectors.");
        }
        measured.put(planned, trial);
        progress.advance(1);
      }
      return measured;
    }

    /** Inspects as an analyst would: no detector is told the truth. */
    private MeasuredModel inspect(
        PlannedModel planned, Suspect suspect, List<ShadowModels.Shadow> beside, boolean taken)
        throws IOException, CancelledException {
      long began = System.nanoTime();
      try (Model model = StoredModel.read(caseFile, generator(planned), suspect.files())) {
        ModelInspectionResult result =
            new ModelInspector(extensions, caseFile, steps, pngs, Inspector.PATIENCE, quiet)
                .inspect(
                    new ModelInspectionInput(
                        request.name(),
                        environment,
                        model,
                        new Identity(
                            "suspect",
                            suspect.truth().facts().generator(),
                            true,
                            suspect.files().getOrDefault(TrainStage.WEIGHTS, "")),
                        pairs.trusted(),
                        beside,
                        request.detectors(),
                        planned.seed()));
        return MeasuredModel.of(
            suspect.truth(), taken, result, (System.nanoTime() - began) / 1_000_000 / 1e3);
      }
    }

    private Generator generator(PlannedModel planned) throws IOException {
      return extensions.get(Kind.GENERATOR, Generator.class, planned.generator().id());
    }

    /** Says which detectors could say nothing of some models. */
    private void silent(List<MeasuredModel> measured) {
      for (ExtensionUse detector : detectors) {
        List<String> problems =
            measured.stream().flatMap(t -> t.problem(detector.id()).stream()).toList();
        if (!problems.isEmpty()) {
          leftOut.put(
              detector.id(),
              "It said nothing of "
                  + problems.size()
                  + " of "
                  + measured.size()
                  + " models. "
                  + problems.get(0));
        }
      }
    }

    private <T extends Extension> ExtensionUse used(Kind kind, Class<T> type, Use use)
        throws IOException {
      Descriptor d = extensions.get(kind, type, use.id()).descriptor();
      return new ExtensionUse(d.id(), d.name(), d.version(), d.citation(), use.settings().values());
    }

    /** What a planted model depends on. */
    private Map<String, Object> inputs(PlannedModel planned) throws IOException {
      Map<String, Object> inputs = new TreeMap<>();
      inputs.put("environment", environment);
      inputs.put("data", data.facts());
      inputs.put("division", division);
      inputs.put("what", planned.what().name());
      inputs.put("seed", planned.seed());
      inputs.put("generator", used(Kind.GENERATOR, Generator.class, planned.generator()));
      PlannedSet.Attacked attack = planned.attack();
      if (attack != null) {
        inputs.put("trigger", version(Kind.TRIGGER, Trigger.class, attack.trigger()));
        inputs.put(
            "strategy",
            version(Kind.POISONING_STRATEGY, PoisoningStrategy.class, attack.strategy()));
        inputs.put("rate", attack.rate(pairs.lotSize()));
      }
      if (attack instanceof PlannedSet.Given given) {
        Plan.Attack asked = given.attack();
        inputs.put("triggerSettings", asked.trigger().settings().values());
        inputs.put("strategySettings", asked.strategy().settings().values());
        inputs.put("select", asked.select());
      }
      return inputs;
    }

    private <T extends Extension> Map<String, Object> version(Kind kind, Class<T> type, String id)
        throws IOException {
      return Map.of("id", id, "version", extensions.get(kind, type, id).descriptor().version());
    }
  }
}
