package org.pentimento.audit.stage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.CancelledException;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.metric.Metric;
import org.pentimento.audit.attack.PreparedAttack;
import org.pentimento.audit.shadow.StoredShadows;
import org.pentimento.audit.statistics.BlindnessPanel;
import org.pentimento.audit.statistics.CollapseCheck;
import org.pentimento.audit.statistics.Margins;
import org.pentimento.audit.statistics.ReachFigures;
import org.pentimento.audit.statistics.Summaries;
import org.pentimento.audit.step.Steps;
import org.pentimento.casefile.result.Collapse;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.ImageRow;
import org.pentimento.casefile.result.Comparison.MeasurementRow;
import org.pentimento.casefile.result.Comparison.TestedModel;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.LostPart;
import org.pentimento.casefile.result.StandIns;
import org.pentimento.casefile.result.StandIns.StandInModel;
import org.pentimento.casefile.result.Subject;
import org.pentimento.casefile.result.model.ShadowUsed;
import org.pentimento.plan.Use;

/**
 * One comparison, stage by stage: the models are made ready, they draw, their sketches are measured
 * and compared. Trained and imported models differ in the first stage alone.
 */
public final class ComparisonStages {
  private final RunContext context;
  private final ModelStage models;
  private final @Nullable PreparedAttack attack;

  private ComparisonStages(RunContext context, ModelStage models, @Nullable PreparedAttack attack) {
    this.context = context;
    this.models = models;
    this.attack = attack;
  }

  /**
   * Compares models that are trained for it.
   *
   * @param generator as the plan uses it
   * @param attack null for a clean model alone
   * @param number of the attack in the plan, from 1
   */
  public static ComparisonStages training(
      RunContext context, Use generator, long seed, @Nullable PreparedAttack attack, int number)
      throws IOException {
    String id = generator.id() + (attack == null ? "" : "/" + number) + "/s" + seed;
    return new ComparisonStages(
        context, new TrainedModels(context, generator, seed, attack, id), attack);
  }

  /**
   * Looks at a model that was made elsewhere.
   *
   * @param model its name in the case
   * @param attack null to draw clean photos alone
   * @param number of the attack in the plan, from 1
   */
  public static ComparisonStages loading(
      RunContext context, String model, @Nullable PreparedAttack attack, int number)
      throws IOException {
    String id = model + (attack == null ? "" : "/" + number);
    return new ComparisonStages(context, new LoadedModel(context, model, attack, id), attack);
  }

  /** Id of the comparison, such as {@code fcn/1/s1}. */
  public String id() {
    return models.comparison();
  }

  /**
   * Makes the models ready, draws, measures and compares.
   *
   * @param environment gets what the models add to the environment of the run
   * @param lost told of each metric that failed
   */
  public Comparison compare(Map<String, String> environment, Consumer<LostPart> lost)
      throws IOException, CancelledException {
    ModelStage.Step drawing = models.drawing();
    Map<String, String> drawn =
        context
            .steps()
            .once(
                drawing.name(),
                drawing.inputs(),
                () ->
                    models.draw(
                        new DrawStage(context.caseFile(), context.pngs(), context.progress())));
    String rowsSha = Steps.result(drawn, DrawStage.ROWS);
    List<ImageRow> rows = List.of(context.caseFile().blobs().readJson(rowsSha, ImageRow[].class));
    Map<String, String> measured = measure(models.comparison(), rowsSha, rows);
    if (measured.containsKey(MeasureStage.LOST)) {
      String lostSha = Steps.result(measured, MeasureStage.LOST);
      for (LostPart part : context.caseFile().blobs().readJson(lostSha, LostPart[].class)) {
        lost.accept(part.of(models.comparison()));
      }
    }
    Map<Subject, TestedModel> tested = new EnumMap<>(Subject.class);
    for (Subject subject : models.ready().keySet()) {
      ModelFacts facts = models.facts(subject, drawn);
      environment.putAll(facts.environment());
      tested.put(
          subject,
          facts.tested(
              facts.diverged().isEmpty()
                  ? CollapseCheck.of(subject, rows, context.pngs()).orElse(null)
                  : new Collapse(Collapse.Reason.DIVERGED, null, facts.diverged())));
    }
    return compare(tested, rows, Steps.result(measured, MeasureStage.MEASUREMENTS));
  }

  private Map<String, String> measure(String title, String rowsSha, List<ImageRow> rows)
      throws IOException, CancelledException {
    Map<String, Object> inputs = new TreeMap<>();
    inputs.put("rows", rowsSha);
    inputs.put(
        "metrics",
        context.plan().metrics().stream()
            .map(m -> context.inputs(Kind.METRIC, Metric.class, m))
            .toList());
    return context
        .steps()
        .once(
            "measure",
            inputs,
            () ->
                new MeasureStage(
                        context.caseFile(),
                        context.extensions(),
                        context.pngs(),
                        context.plan().threads(),
                        context.progress())
                    .measure(title, rows, context.data().test(), context.plan().metrics()));
  }

  private List<MeasurementRow> measurements(String measured) throws IOException {
    return List.of(context.caseFile().blobs().readJson(measured, MeasurementRow[].class));
  }

  /** Lets shadow models draw the same photos, and measures their sketches. */
  private @Nullable StandIns standIns() throws IOException, CancelledException {
    StoredShadows shadows = models.shadows().orElse(null);
    PreparedAttack stamped = attack;
    if (shadows == null || stamped == null) {
      return null;
    }
    List<StandInModel> standing = new ArrayList<>();
    for (ShadowUsed shadow : shadows.result().shadows()) {
      String title = models.comparison() + "/shadow/s" + shadow.seed();
      Map<String, Object> inputs = new TreeMap<>();
      inputs.put("weights", shadow.weights());
      inputs.put("data", context.dataInputs(true));
      inputs.put("attack", context.attackInputs(stamped));
      String rowsSha =
          Steps.result(
              context
                  .steps()
                  .once(
                      "draw-shadow",
                      inputs,
                      () ->
                          new DrawStage(context.caseFile(), context.pngs(), context.progress())
                              .draw(
                                  title,
                                  Map.of(
                                      Subject.CLEAN,
                                      StoredShadows.source(
                                          context.caseFile(), context.extensions(), shadow)),
                                  context.data().test(),
                                  stamped)),
              DrawStage.ROWS);
      List<ImageRow> rows = List.of(context.caseFile().blobs().readJson(rowsSha, ImageRow[].class));
      standing.add(
          new StandInModel(
              shadow.generator(),
              shadow.seed(),
              shadow.description(),
              shadow.weights(),
              Steps.result(measure(title, rowsSha, rows), MeasureStage.MEASUREMENTS),
              Margins.of(rows, Subject.CLEAN, context.pngs()).turned()));
    }
    InspectedData trusted = shadows.result().trusted();
    return new StandIns(
        shadows.inspection(),
        trusted.dataset(),
        trusted.digest().equals(context.data().digest()),
        standing);
  }

  /** What was measured of clean models that drew the same photos. */
  private List<List<MeasurementRow>> clean(
      Map<Subject, TestedModel> tested, @Nullable StandIns standIns, List<MeasurementRow> rows)
      throws IOException {
    TestedModel twin = tested.get(Subject.CLEAN);
    if (twin != null) {
      return twin.collapse() == null ? List.of(rows) : List.of();
    }
    List<List<MeasurementRow>> clean = new ArrayList<>();
    for (StandInModel one : standIns == null ? List.<StandInModel>of() : standIns.models()) {
      clean.add(measurements(one.measurements()));
    }
    return clean;
  }

  private Comparison compare(Map<Subject, TestedModel> tested, List<ImageRow> rows, String measured)
      throws IOException, CancelledException {
    Subject suspect =
        tested.containsKey(Subject.POISONED) ? Subject.POISONED : tested.keySet().iterator().next();
    TestedModel model = tested.get(suspect);
    Margins margins =
        attack == null || model == null || model.collapse() != null
            ? null
            : Margins.of(rows, suspect, context.pngs());
    List<MeasurementRow> measurements = measurements(measured);
    StandIns standIns = margins == null ? null : standIns();
    OptionalInt pixels = attack == null ? OptionalInt.empty() : models.reach();
    return new Comparison(
        models.comparison(),
        models.audited(),
        tested,
        attack == null ? null : models.attack(),
        pixels.isEmpty() ? null : ReachFigures.of(pixels.getAsInt(), rows, context.pngs()),
        margins == null ? null : margins.turned(),
        margins == null ? List.of() : margins.curve(),
        margins == null
            ? List.of()
            : BlindnessPanel.of(
                metrics(), measurements, suspect, clean(tested, standIns, measurements)),
        standIns,
        Summaries.of(measurements),
        rows,
        measured,
        null);
  }

  /** The metrics of the plan in the order of their places in the panel. */
  private List<Metric> metrics() throws IOException {
    List<Metric> metrics = new ArrayList<>();
    for (Use use : context.plan().metrics()) {
      metrics.add(context.extensions().get(Kind.METRIC, Metric.class, use.id()));
    }
    metrics.sort(Comparator.comparing(Metric::panelPlace));
    return metrics;
  }
}
