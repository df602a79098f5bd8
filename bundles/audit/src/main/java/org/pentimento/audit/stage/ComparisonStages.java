package org.pentimento.audit.stage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.CancelledException;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.metric.Metric;
import org.pentimento.audit.attack.PreparedAttack;
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
import org.pentimento.casefile.result.Subject;
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

  /**
   * Makes the models ready, draws, measures and compares.
   *
   * @param environment gets what the models add to the environment of the run
   */
  public Comparison compare(Map<String, String> environment)
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
    String measured = measure(rowsSha, rows);
    List<MeasurementRow> measurements =
        List.of(context.caseFile().blobs().readJson(measured, MeasurementRow[].class));
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
    return compare(tested, rows, measurements, measured);
  }

  private String measure(String rowsSha, List<ImageRow> rows)
      throws IOException, CancelledException {
    Map<String, Object> inputs = new TreeMap<>();
    inputs.put("rows", rowsSha);
    inputs.put(
        "metrics",
        context.plan().metrics().stream()
            .map(m -> context.inputs(Kind.METRIC, Metric.class, m))
            .toList());
    return Steps.result(
        context
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
                        .measure(
                            models.comparison(),
                            rows,
                            context.data().test(),
                            context.plan().metrics())),
        MeasureStage.MEASUREMENTS);
  }

  private Comparison compare(
      Map<Subject, TestedModel> tested,
      List<ImageRow> rows,
      List<MeasurementRow> measurements,
      String measured)
      throws IOException, CancelledException {
    Subject suspect =
        tested.containsKey(Subject.POISONED) ? Subject.POISONED : tested.keySet().iterator().next();
    TestedModel model = tested.get(suspect);
    Margins margins =
        attack == null || model == null || model.collapse() != null
            ? null
            : Margins.of(rows, suspect, context.pngs());
    OptionalInt pixels = attack == null ? OptionalInt.empty() : models.reach();
    return new Comparison(
        models.comparison(),
        models.audited(),
        tested,
        attack == null ? null : models.attack(),
        pixels.isEmpty() ? null : ReachFigures.of(pixels.getAsInt(), rows, context.pngs()),
        margins == null ? null : margins.turned(),
        margins == null ? List.of() : margins.curve(),
        margins == null ? List.of() : BlindnessPanel.of(metrics(), measurements, suspect),
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
