package org.pentimento.audit.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.detector.Detector;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.generator.Generator;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.api.metric.Metric;
import org.pentimento.audit.attack.PreparedAttack;
import org.pentimento.audit.data.AuditData;
import org.pentimento.audit.data.DatasetOpener;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.RunCancelled;
import org.pentimento.casefile.event.RunFailed;
import org.pentimento.casefile.event.RunFinished;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.event.RunStarted;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Attack;
import org.pentimento.casefile.result.Comparison.Blindness;
import org.pentimento.casefile.result.Comparison.ImageRow;
import org.pentimento.casefile.result.Comparison.MeasurementRow;
import org.pentimento.casefile.result.Comparison.Reach;
import org.pentimento.casefile.result.Comparison.SuccessPoint;
import org.pentimento.casefile.result.Comparison.TrainedModel;
import org.pentimento.casefile.result.Detection;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.plan.Plan;
import org.pentimento.plan.PlanReader;
import org.pentimento.plan.PlanWriter;
import org.pentimento.plan.Use;
import org.pentimento.platform.Platform;
import org.pentimento.registry.Extensions;

/**
 * A run of a plan over a case: data, trainings, drawings, measurements, comparisons. Each finished
 * step is durable; running the same plan again goes on where an earlier run of it was cancelled or
 * killed and ends with the same bytes.
 */
public final class AuditRun {
  /**
   * What a run left in the case.
   *
   * @param id of the run
   * @param resultSha SHA-256 of the result's blob
   * @param result what it found
   */
  public record Outcome(String id, String resultSha, RunResult result) {}

  private final CaseFile caseFile;
  private final Extensions extensions;
  private final Platform platform;
  private final Pngs pngs;
  private final Map<String, String> environment;
  private final RunListener listener;
  private final Progress progress;

  /**
   * Makes a run over an open case.
   *
   * @param environment what results may depend on beside the plan: versions, machine, threads
   */
  public AuditRun(
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
   * Carries out a plan, or goes on with it. What happens to the run, good or bad, is in the case's
   * log.
   */
  public Outcome run(Plan plan) throws IOException, CancelledException {
    String planSha = caseFile.blobs().put(PlanWriter.yaml(plan).getBytes(StandardCharsets.UTF_8));
    String id = begin(plan, planSha);
    try {
      RunResult result = carryOut(plan, planSha, id);
      String sha = caseFile.blobs().putJson(result);
      caseFile.record(new RunFinished(id, sha));
      return new Outcome(id, sha, result);
    } catch (CancelledException e) {
      caseFile.record(new RunCancelled(id));
      throw e;
    } catch (IOException | RuntimeException | Error e) {
      recordFailure(id, e);
      throw e;
    }
  }

  private void recordFailure(String id, Throwable failure) {
    try {
      caseFile.record(new RunFailed(id, String.valueOf(failure.getMessage())));
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(
          e); // the first failure is the one to tell; the log may lack room for it
    }
  }

  /** The id of an unfinished run of the same plan, or of a new one. */
  private String begin(Plan plan, String planSha) throws IOException {
    List<RunRecord> runs = caseFile.runs();
    for (RunRecord run : runs) {
      if (run.plan().equals(planSha) && run.state() != RunRecord.State.FINISHED) {
        caseFile.record(new RunStarted(run.id(), plan.name(), planSha));
        return run.id();
      }
    }
    String id = "run-" + (runs.size() + 1);
    caseFile.record(new RunStarted(id, plan.name(), planSha));
    return id;
  }

  private RunResult carryOut(Plan plan, String planSha, String id)
      throws IOException, CancelledException {
    DatasetOpener.Opened opened =
        new DatasetOpener(extensions).open(caseFile, plan.data(), progress);
    AuditData data = AuditData.prepare(opened, plan.data(), progress);
    Steps steps = new Steps(caseFile, id);
    List<PreparedAttack> attacks = new ArrayList<>();
    for (Plan.Attack attack : plan.attacks()) {
      attacks.add(PreparedAttack.prepare(attack, data.train(), extensions, progress));
    }
    Map<String, String> facts = new TreeMap<>(environment);
    List<Comparison> comparisons = new ArrayList<>();
    List<Detection> detections = new ArrayList<>();
    for (Use generator : plan.generators()) {
      for (int a = 0; a < Math.max(1, attacks.size()); a++) {
        for (long seed : plan.seeds()) {
          PreparedAttack attack = attacks.isEmpty() ? null : attacks.get(a);
          String name = generator.id() + (attack == null ? "" : "/" + (a + 1)) + "/s" + seed;
          OneComparison one =
              new OneComparison(plan, data, steps, generator, seed, attack, name, facts);
          comparisons.add(one.make());
          detections.addAll(one.detect());
        }
      }
    }
    for (String model : plan.models()) {
      for (int a = 0; a < Math.max(1, attacks.size()); a++) {
        PreparedAttack attack = attacks.isEmpty() ? null : attacks.get(a);
        ImportedComparison one =
            new ImportedComparison(
                caseFile,
                extensions,
                pngs,
                progress,
                plan,
                data,
                steps,
                model,
                attack,
                model + (attack == null ? "" : "/" + (a + 1)));
        comparisons.add(one.make(facts));
        detections.addAll(one.detect());
      }
    }
    return new RunResult(
        1,
        plan.name(),
        planSha,
        facts,
        new RunResult.DataUsed(
            data.name(),
            data.format(),
            data.digest(),
            data.train().stream().map(Pair::id).toList(),
            data.test().stream().map(Pair::id).toList(),
            data.width(),
            data.height(),
            data.skipped()),
        plan.metrics().stream().map(m -> extensionUse(Kind.METRIC, Metric.class, m)).toList(),
        comparisons,
        detections);
  }

  /** One generator, attack and seed. */
  private final class OneComparison {
    private final Plan plan;
    private final AuditData data;
    private final Steps steps;
    private final Use use;
    private final Generator generator;
    private final long seed;
    private final @Nullable PreparedAttack attack;
    private final String name;
    private final Map<String, String> facts;

    OneComparison(
        Plan plan,
        AuditData data,
        Steps steps,
        Use use,
        long seed,
        @Nullable PreparedAttack attack,
        String name,
        Map<String, String> facts)
        throws IOException {
      this.plan = plan;
      this.data = data;
      this.steps = steps;
      this.use = use;
      this.generator = extensions.get(Kind.GENERATOR, Generator.class, use.id());
      this.seed = seed;
      this.attack = attack;
      this.name = name;
      this.facts = facts;
    }

    /** The models' files; a model that is trained already is not trained again. */
    private Map<String, Map<String, String>> models() throws IOException, CancelledException {
      Map<String, Map<String, String>> models = new LinkedHashMap<>();
      models.put(Role.CLEAN, train(null));
      if (attack != null) {
        models.put(Role.POISONED, train(attack));
      }
      return models;
    }

    /** What the plan's detectors say of the models and of what they were trained on. */
    List<Detection> detect() throws IOException, CancelledException {
      List<Detection> detections = new ArrayList<>();
      if (plan.detectors().isEmpty()) {
        return detections;
      }
      for (Map.Entry<String, Map<String, String>> model : models().entrySet()) {
        PreparedAttack a = model.getKey().equals(Role.POISONED) ? attack : null;
        for (Use looking : plan.detectors()) {
          Detector detector = extensions.get(Kind.DETECTOR, Detector.class, looking.id());
          Map<String, Object> inputs = new TreeMap<>();
          inputs.put("comparison", name);
          inputs.put("model", model.getValue());
          inputs.put("detector", inputs(Kind.DETECTOR, Detector.class, looking));
          inputs.put("seed", seed);
          inputs.put("data", dataInputs(true));
          inputs.put("attack", a == null ? Map.of() : attackInputs(a));
          String sha =
              result(
                  steps.once(
                      "detect",
                      inputs,
                      () ->
                          new Detecting(caseFile, pngs, progress)
                              .detect(
                                  name,
                                  model.getKey(),
                                  detector,
                                  looking,
                                  extensionUse(Kind.DETECTOR, Detector.class, looking),
                                  source(model.getValue()),
                                  data.train(),
                                  a,
                                  seed)),
                  Detecting.DETECTION);
          detections.add(caseFile.blobs().readJson(sha, Detection.class));
        }
      }
      return detections;
    }

    /** Null if the training diverged and left no model. */
    private @Nullable ModelSource source(Map<String, String> files) {
      return files.containsKey(Training.WEIGHTS)
          ? () -> StoredModel.read(caseFile, generator, files)
          : null;
    }

    private Map<String, ModelSource> sources(Map<String, Map<String, String>> models) {
      Map<String, ModelSource> sources = new LinkedHashMap<>();
      models.forEach(
          (role, files) -> {
            ModelSource source = source(files);
            if (source != null) {
              sources.put(role, source);
            }
          });
      return sources;
    }

    Comparison make() throws IOException, CancelledException {
      Map<String, Map<String, String>> models = models();
      Map<String, String> clean = models.getOrDefault(Role.CLEAN, Map.of());
      PreparedAttack a = attack;
      Map<String, Object> drawn = new TreeMap<>();
      drawn.put("models", models);
      drawn.put("data", dataInputs(false));
      drawn.put("attack", a == null ? Map.of() : attackInputs(a));
      String rowsSha =
          result(
              steps.once(
                  "draw",
                  drawn,
                  () ->
                      new Synthesis(caseFile, pngs, progress)
                          .draw(name, sources(models), data.test(), a)),
              "rows");
      List<ImageRow> rows = List.of(caseFile.blobs().readJson(rowsSha, ImageRow[].class));
      Map<String, Object> measured = new TreeMap<>();
      measured.put("rows", rowsSha);
      measured.put(
          "metrics",
          plan.metrics().stream().map(m -> inputs(Kind.METRIC, Metric.class, m)).toList());
      String measurementsSha =
          result(
              steps.once(
                  "measure",
                  measured,
                  () ->
                      new Measuring(caseFile, extensions, pngs, plan.threads(), progress)
                          .measure(name, rows, data.test(), plan.metrics())),
              "measurements");
      List<MeasurementRow> measurements =
          List.of(caseFile.blobs().readJson(measurementsSha, MeasurementRow[].class));
      TrainedModel cleanModel = trained(Role.CLEAN, clean, rows);
      if (a == null) {
        return new Comparison(
            name,
            extensionUse(Kind.GENERATOR, Generator.class, use),
            seed,
            null,
            cleanModel,
            null,
            null,
            Summaries.of(measurements),
            List.of(),
            List.of(),
            concluding(Conclusions.withoutAttack(cleanModel), models),
            rows,
            measurementsSha);
      }
      return compare(a, models, cleanModel, rows, measurements, measurementsSha);
    }

    private Comparison compare(
        PreparedAttack a,
        Map<String, Map<String, String>> models,
        TrainedModel cleanModel,
        List<ImageRow> rows,
        List<MeasurementRow> measurements,
        String measurementsSha)
        throws IOException {
      Map<String, String> poisonedFiles = models.getOrDefault(Role.POISONED, Map.of());
      TrainedModel poisoned = trained(Role.POISONED, poisonedFiles, rows);
      Margins margins =
          poisoned.collapsed().isEmpty() ? Margins.of(rows, Role.POISONED, pngs) : null;
      Reach reach =
          ReachFigure.of(generator.reach(use.settings(), data.width(), data.height()), rows, pngs);
      List<SuccessPoint> success = margins == null ? List.of() : margins.curve();
      List<Blindness> panel =
          margins == null
              ? List.of()
              : BlindnessPanel.of(metrics(), measurements, Role.POISONED, margins.attackWorks());
      List<String> ids = a.poisoned(data.train());
      return new Comparison(
          name,
          extensionUse(Kind.GENERATOR, Generator.class, use),
          seed,
          new Attack(
              extensionUse(
                  Kind.TRIGGER, org.pentimento.api.trigger.Trigger.class, a.plan().trigger()),
              extensionUse(
                  Kind.POISONING_STRATEGY,
                  org.pentimento.api.poisoning.PoisoningStrategy.class,
                  a.plan().strategy()),
              (double) ids.size() / data.train().size(),
              ids,
              a.choices(),
              result(poisonedFiles, Training.MANIFEST)),
          cleanModel,
          poisoned,
          reach,
          Summaries.of(measurements),
          success,
          panel,
          concluding(Conclusions.of(cleanModel, poisoned, margins, reach, panel), models),
          rows,
          measurementsSha);
    }

    /** Sentences of a comparison, with how trainings ended that stopped early. */
    private List<String> concluding(List<String> sentences, Map<String, Map<String, String>> models)
        throws IOException {
      List<String> all = new ArrayList<>(sentences);
      for (Map.Entry<String, Map<String, String>> model : models.entrySet()) {
        String ended = record(model.getValue()).ended();
        if (!ended.isEmpty()) {
          all.add("Training of the " + model.getKey() + " model: " + ended);
        }
      }
      return all;
    }

    private TrainedFiles record(Map<String, String> files) throws IOException {
      return caseFile.blobs().readJson(result(files, Training.RECORD), TrainedFiles.class);
    }

    /** The metrics of the run, those of the panel first. */
    private List<Metric> metrics() throws IOException {
      List<Metric> metrics = new ArrayList<>();
      for (String id : PlanReader.BLINDNESS_PANEL) {
        if (plan.metrics().stream().anyMatch(m -> m.id().equals(id))) {
          metrics.add(extensions.get(Kind.METRIC, Metric.class, id));
        }
      }
      for (Use m : plan.metrics()) {
        if (!PlanReader.BLINDNESS_PANEL.contains(m.id())) {
          metrics.add(extensions.get(Kind.METRIC, Metric.class, m.id()));
        }
      }
      return metrics;
    }

    private Map<String, String> train(@Nullable PreparedAttack a)
        throws IOException, CancelledException {
      Map<String, Object> inputs = new TreeMap<>();
      inputs.put("generator", inputs(Kind.GENERATOR, Generator.class, use));
      inputs.put("seed", seed);
      inputs.put("data", dataInputs(true));
      inputs.put("attack", a == null ? Map.of() : attackInputs(a));
      inputs.put("environment", environment);
      String title =
          (a == null ? use.id() + "/clean" : name + "/poisoned") + (a == null ? "/s" + seed : "");
      String scratch = "training-" + Steps.key("train", inputs).substring(0, 16);
      return steps.once(
          "train",
          inputs,
          () ->
              new Training(platform, caseFile, pngs, listener, progress)
                  .train(steps.run(), title, scratch, generator, use, seed, data, a));
    }

    private Map<String, Object> dataInputs(boolean training) {
      Map<String, Object> inputs = new TreeMap<>();
      inputs.put("digest", data.digest());
      inputs.put("width", data.width());
      inputs.put("height", data.height());
      inputs.put("train", data.train().stream().map(Pair::id).toList());
      if (!training) {
        inputs.put("test", data.test().stream().map(Pair::id).toList());
      }
      return inputs;
    }

    private Map<String, Object> attackInputs(PreparedAttack a) throws IOException {
      Map<String, Object> inputs = new TreeMap<>();
      inputs.put(
          "trigger",
          inputs(Kind.TRIGGER, org.pentimento.api.trigger.Trigger.class, a.plan().trigger()));
      inputs.put(
          "strategy",
          inputs(
              Kind.POISONING_STRATEGY,
              org.pentimento.api.poisoning.PoisoningStrategy.class,
              a.plan().strategy()));
      inputs.put("seed", a.plan().seed());
      inputs.put("poisoned", a.poisoned(data.train()));
      return inputs;
    }

    private <T extends Extension> Map<String, Object> inputs(Kind kind, Class<T> type, Use used) {
      ExtensionUse u = extensionUse(kind, type, used);
      return Map.of("id", u.id(), "version", u.version(), "settings", u.settings());
    }

    private TrainedModel trained(String model, Map<String, String> files, List<ImageRow> rows)
        throws IOException {
      TrainedFiles record = record(files);
      facts.putAll(record.provenance());
      facts.remove(TrainedFiles.ENDED); // of this one model, not of the run
      String collapsed =
          record.diverged().isEmpty()
              ? Collapse.of(model, rows, pngs)
              : "it diverged, as " + record.diverged();
      return new TrainedModel(
          files.getOrDefault(Training.DESCRIPTION, ""),
          files.getOrDefault(Training.WEIGHTS, ""),
          record.parameters(),
          record.losses(),
          collapsed);
    }
  }

  private <T extends Extension> ExtensionUse extensionUse(Kind kind, Class<T> type, Use used) {
    try {
      Descriptor d = extensions.get(kind, type, used.id()).descriptor();
      return new ExtensionUse(
          d.id(), d.name(), d.version(), d.citation(), used.settings().values());
    } catch (IOException e) {
      throw new IllegalStateException("the plan was read with this extension", e);
    }
  }

  private static String result(Map<String, String> results, String name) throws IOException {
    String sha = results.get(name);
    if (sha == null) {
      throw new IOException("a finished step has no result '" + name + "'");
    }
    return sha;
  }
}
