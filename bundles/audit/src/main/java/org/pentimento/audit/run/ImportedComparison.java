package org.pentimento.audit.run;

import java.io.IOException;
import java.util.ArrayList;
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
import org.pentimento.api.generator.Model;
import org.pentimento.api.metric.Metric;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.api.trigger.Trigger;
import org.pentimento.audit.attack.Manifest;
import org.pentimento.audit.attack.PreparedAttack;
import org.pentimento.audit.data.AuditData;
import org.pentimento.audit.model.ImportedModels;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.ModelRecord;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Blindness;
import org.pentimento.casefile.result.Comparison.ImageRow;
import org.pentimento.casefile.result.Comparison.MeasurementRow;
import org.pentimento.casefile.result.Comparison.SuccessPoint;
import org.pentimento.casefile.result.Comparison.TrainedModel;
import org.pentimento.casefile.result.Detection;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.plan.Plan;
import org.pentimento.plan.Use;
import org.pentimento.registry.Extensions;

/**
 * A model that was made elsewhere, shown clean photos and photos with one attack's trigger. Nothing
 * is trained, and there is no clean twin to compare it with.
 */
final class ImportedComparison {
  private static final String MODEL = "model";
  private static final String ROWS = "rows";

  private final CaseFile caseFile;
  private final Extensions extensions;
  private final Pngs pngs;
  private final Progress progress;
  private final Plan plan;
  private final AuditData data;
  private final Steps steps;
  private final ImportedModels models;
  private final ModelRecord record;
  private final @Nullable PreparedAttack attack;
  private final String name;

  ImportedComparison(
      CaseFile caseFile,
      Extensions extensions,
      Pngs pngs,
      Progress progress,
      Plan plan,
      AuditData data,
      Steps steps,
      String model,
      @Nullable PreparedAttack attack,
      String name)
      throws IOException {
    this.caseFile = caseFile;
    this.extensions = extensions;
    this.pngs = pngs;
    this.progress = progress;
    this.plan = plan;
    this.data = data;
    this.steps = steps;
    this.models = new ImportedModels(caseFile, extensions);
    this.record = models.record(model);
    this.attack = attack;
    this.name = name;
  }

  /** Draws, measures and concludes; facts about the model's process are added to the given ones. */
  Comparison make(Map<String, String> facts) throws IOException, CancelledException {
    PreparedAttack a = attack;
    Map<String, String> drawn = steps.once("draw-imported", inputs(), () -> draw(a));
    List<ImageRow> rows =
        List.of(caseFile.blobs().readJson(drawn.getOrDefault(ROWS, ""), ImageRow[].class));
    TrainedFiles told =
        caseFile.blobs().readJson(drawn.getOrDefault(MODEL, ""), TrainedFiles.class);
    facts.putAll(told.provenance());
    Map<String, Object> measured = new TreeMap<>();
    measured.put(ROWS, drawn.getOrDefault(ROWS, ""));
    measured.put(
        "metrics", plan.metrics().stream().map(m -> use(Kind.METRIC, Metric.class, m)).toList());
    String measurementsSha =
        steps
            .once(
                "measure",
                measured,
                () ->
                    new Measuring(caseFile, extensions, pngs, plan.threads(), progress)
                        .measure(name, rows, data.test(), plan.metrics()))
            .getOrDefault("measurements", "");
    List<MeasurementRow> measurements =
        List.of(caseFile.blobs().readJson(measurementsSha, MeasurementRow[].class));
    TrainedModel model =
        new TrainedModel(
            caseFile.blobs().putJson(record),
            record.files().size() == 1
                ? record.files().get(0).sha256()
                : caseFile.blobs().putJson(record.files()),
            told.parameters(),
            List.of(),
            Collapse.of(Role.IMPORTED, rows, pngs));
    Margins margins =
        a == null || !model.collapsed().isEmpty() ? null : Margins.of(rows, Role.IMPORTED, pngs);
    List<SuccessPoint> success = margins == null ? List.of() : margins.curve();
    List<Blindness> panel =
        margins == null
            ? List.of()
            : BlindnessPanel.of(metrics(), measurements, Role.IMPORTED, margins.attackWorks());
    return new Comparison(
        name,
        used(),
        0,
        a == null ? null : described(a),
        model,
        null,
        null,
        Summaries.of(measurements),
        success,
        panel,
        Conclusions.imported(record.name(), model, a != null, margins, panel),
        rows,
        measurementsSha);
  }

  private Map<String, String> draw(@Nullable PreparedAttack a)
      throws IOException, CancelledException {
    TrainedFiles told;
    try (Model model = models.open(record)) {
      told = new TrainedFiles(model.parameters(), List.of(), "", model.provenance());
    }
    Map<String, String> results =
        new TreeMap<>(
            new Synthesis(caseFile, pngs, progress)
                .draw(name, Map.of(Role.IMPORTED, () -> models.open(record)), data.test(), a));
    results.put(MODEL, caseFile.blobs().putJson(told));
    return results;
  }

  /**
   * What the plan's detectors say of the model and of the pairs, which nobody has poisoned here.
   */
  List<Detection> detect() throws IOException, CancelledException {
    List<Detection> detections = new ArrayList<>();
    for (Use looking : plan.detectors()) {
      Detector detector = extensions.get(Kind.DETECTOR, Detector.class, looking.id());
      Map<String, Object> inputs = inputs();
      inputs.put("train", data.train().stream().map(Pair::id).toList());
      inputs.put("detector", use(Kind.DETECTOR, Detector.class, looking));
      inputs.put("seed", plan.seeds().get(0));
      String sha =
          steps
              .once(
                  "detect-imported",
                  inputs,
                  () ->
                      new Detecting(caseFile, pngs, progress)
                          .detect(
                              name,
                              Role.IMPORTED,
                              detector,
                              looking,
                              use(Kind.DETECTOR, Detector.class, looking),
                              () -> models.open(record),
                              data.train(),
                              null,
                              plan.seeds().get(0)))
              .getOrDefault(Detecting.DETECTION, "");
      detections.add(caseFile.blobs().readJson(sha, Detection.class));
    }
    return detections;
  }

  private Map<String, Object> inputs() throws IOException {
    Map<String, Object> inputs = new TreeMap<>();
    inputs.put("comparison", name);
    inputs.put("model", used());
    inputs.put("files", record.files());
    inputs.put("digest", data.digest());
    inputs.put("size", List.of(data.width(), data.height()));
    inputs.put("test", data.test().stream().map(Pair::id).toList());
    PreparedAttack a = attack;
    inputs.put(
        "attack",
        a == null
            ? Map.of()
            : Map.of(
                "trigger", use(Kind.TRIGGER, Trigger.class, a.plan().trigger()),
                "strategy",
                    use(Kind.POISONING_STRATEGY, PoisoningStrategy.class, a.plan().strategy()),
                "seed", a.plan().seed(),
                "poisoned", a.poisoned(data.train())));
    return inputs;
  }

  private Comparison.Attack described(PreparedAttack a) throws IOException {
    return new Comparison.Attack(
        use(Kind.TRIGGER, Trigger.class, a.plan().trigger()),
        use(Kind.POISONING_STRATEGY, PoisoningStrategy.class, a.plan().strategy()),
        0,
        List.of(),
        a.choices(),
        caseFile.blobs().putJson(Manifest.of(a, List.of(), pngs::put)));
  }

  private ExtensionUse used() throws IOException {
    Descriptor d = models.format(record).descriptor();
    return new ExtensionUse(
        d.id(),
        record.name() + " (" + d.name() + ")",
        d.version(),
        d.citation(),
        record.settings());
  }

  private List<Metric> metrics() throws IOException {
    List<Metric> metrics = new ArrayList<>();
    for (Use m : plan.metrics()) {
      metrics.add(extensions.get(Kind.METRIC, Metric.class, m.id()));
    }
    return metrics;
  }

  private <T extends Extension> ExtensionUse use(Kind kind, Class<T> type, Use used) {
    try {
      Descriptor d = extensions.get(kind, type, used.id()).descriptor();
      return new ExtensionUse(
          d.id(), d.name(), d.version(), d.citation(), used.settings().values());
    } catch (IOException e) {
      throw new IllegalStateException("the plan was read with this extension", e);
    }
  }
}
