package org.pentimento.report.view;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.event.TrainingCost;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Attack;
import org.pentimento.casefile.result.Comparison.LossPoint;
import org.pentimento.casefile.result.Comparison.SuccessPoint;
import org.pentimento.casefile.result.Comparison.TestedModel;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.ImageRole;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.RunResult.DataUsed;
import org.pentimento.casefile.result.Subject;
import org.pentimento.chart.AttackSuccess;
import org.pentimento.chart.Distributions;
import org.pentimento.chart.MetricBlindness;
import org.pentimento.chart.MetricScatter;
import org.pentimento.chart.Role;
import org.pentimento.chart.TrainingLosses;
import org.pentimento.report.ReportSource;
import org.pentimento.report.table.MeasurementRows;
import org.pentimento.report.view.Report.Blindness;
import org.pentimento.report.view.Report.Chart;
import org.pentimento.report.view.Report.Status;
import org.pentimento.report.view.Report.Strip;
import org.pentimento.report.view.Report.Success;
import org.pentimento.report.view.Report.Training;
import org.pentimento.report.view.Report.Verdict;
import org.pentimento.report.view.Table.Cell;
import org.pentimento.verdict.ConditionNames;
import org.pentimento.verdict.Verdicts;

/** Makes the section of a comparison. */
final class ComparisonBuilder {
  /** Margins that the table of the curve shows; the chart shows all. */
  private static final double[] MARGINS = {-.5, -.25, 0, .25, .5, .75};

  private final ReportSource source;
  private final Progress progress;
  private final String run;
  private final DataUsed data;
  private final Map<String, String> names;
  private final Comparison comparison;
  private final String anchor;

  ComparisonBuilder(
      ReportSource source,
      Progress progress,
      String run,
      RunResult result,
      Comparison comparison,
      String anchor) {
    this.source = source;
    this.progress = progress;
    this.run = run;
    this.data = result.data();
    this.names = MetricTables.names(result);
    this.comparison = comparison;
    this.anchor = anchor;
  }

  Report.Comparison build() throws IOException, CancelledException {
    Status status = Words.status(comparison);
    List<String> collapses = Words.collapses(comparison);
    String alarm =
        collapses.isEmpty()
            ? ""
            : String.join(" ", collapses)
                + " A collapsed model draws nothing of worth, with or without a trigger. This is a"
                + " failed training and no evidence of an attack; figures of attack success are"
                + " not given.";
    MetricTables metrics = new MetricTables(comparison, names);
    String reach = Verdicts.reach(comparison);
    // Trigger reach has a place of its own, with what was done.
    List<String> conclusions =
        new ArrayList<>(
            Verdicts.conclusions(comparison).stream().filter(c -> !c.equals(reach)).toList());
    String origin = Verdicts.origin(comparison);
    if (!origin.isEmpty()) {
      conclusions.add(origin);
    }
    boolean judged = status == Status.MEASURED;
    List<Strip> strips = new Strips(new BlobBytes(source), progress).of(comparison);
    return new Report.Comparison(
        anchor,
        Verdicts.title(comparison),
        status,
        alarm,
        conclusions,
        Words.done(comparison, data),
        reach,
        settings(),
        strips,
        Strips.text(comparison),
        judged && !comparison.success().isEmpty() ? Optional.of(success()) : Optional.empty(),
        judged && !comparison.blindness().isEmpty()
            ? Optional.of(blindness(strips))
            : Optional.empty(),
        metrics.tables(),
        metrics.charts(anchor),
        values(metrics),
        training(collapses));
  }

  private Table settings() {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(
        use(
            comparison.isImported() ? "format of the model" : "generator",
            comparison.audited().extension()));
    Attack attack = comparison.attack();
    if (attack != null) {
      rows.add(use("trigger", attack.trigger()));
      rows.add(use("poisoning strategy", attack.strategy()));
    }
    return new Table(
        "Methods and the settings that were really used",
        List.of(
            Table.text("part", .8),
            Table.text("method", 1.3),
            Table.text("version", .5),
            Table.text("settings", 2.4)),
        rows);
  }

  private static List<Cell> use(String part, ExtensionUse use) {
    return List.of(
        new Cell(part, ""),
        new Cell(use.name(), use.id()),
        new Cell(use.version(), ""),
        new Cell(Words.line(use.settings()), ""));
  }

  private Success success() {
    List<AttackSuccess.Point> points = new ArrayList<>();
    for (SuccessPoint p : comparison.success()) {
      points.add(
          new AttackSuccess.Point(p.threshold(), p.triggered(), p.low(), p.high(), p.clean()));
    }
    Set<SuccessPoint> shown = new LinkedHashSet<>();
    for (double margin : MARGINS) {
      SuccessPoint nearest = comparison.success().get(0);
      for (SuccessPoint p : comparison.success()) {
        if (Math.abs(p.threshold() - margin) < Math.abs(nearest.threshold() - margin)) {
          nearest = p;
        }
      }
      shown.add(nearest);
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (SuccessPoint p : shown) {
      rows.add(
          List.of(
              new Cell(Numbers.value(p.threshold()), ""),
              new Cell(
                  Numbers.percent(p.triggered()),
                  "[" + Numbers.percent(p.low()) + ", " + Numbers.percent(p.high()) + "]"),
              new Cell(Numbers.percent(p.clean()), "")));
    }
    Table table =
        new Table(
            "Share of photos above some margins, of " + data.test().size(),
            List.of(
                Table.number("margin", 1),
                Table.number("triggered photos", 1.4),
                Table.number("clean photos, same model", 1.4)),
            rows);
    Chart chart =
        new Chart(
            anchor + "-success",
            new AttackSuccess(points, data.test().size()),
            "How often the "
                + suspect()
                + " draws what the attack wants, for every margin that one"
                + " may call a success. The dashed line shows the same model without the trigger:"
                + " the gap between both lines is the trigger’s effect.");
    return new Success(chart, table);
  }

  private Blindness blindness(List<Strip> strips) {
    List<MetricBlindness.Loss> losses = new ArrayList<>();
    List<Verdict> seeing = new ArrayList<>();
    List<Verdict> blind = new ArrayList<>();
    for (Comparison.Blindness b : comparison.blindness()) {
      losses.add(new MetricBlindness.Loss(b.name(), finite(b.loss()), b.sees()));
      Verdict verdict =
          new Verdict(
              b.name(),
              Numbers.change(b.loss()),
              Numbers.value(b.honest()) + " → " + Numbers.value(b.harmed()),
              Verdicts.blindness(comparison, b));
      (b.sees() ? seeing : blind).add(verdict);
    }
    String intro =
        "What each metric says when the "
            + suspect()
            + " goes from clean to triggered photos: "
            + Numbers.count(seeing.size(), "metric shows", "metrics show")
            + " the harm, "
            + Numbers.count(blind.size(), "does", "do")
            + " not. A metric shows it if it gets worse by 10 % or more, beyond what chance"
            + " explains (paired 95 % interval)."
            + (blind.isEmpty()
                ? ""
                : " Whoever looks only at a metric that does not see the harm would call this model"
                    + " sound.");
    Chart chart =
        new Chart(
            anchor + "-blind",
            new MetricBlindness(losses),
            "Full bars: the metric sees the harm. Empty bars: it does not. Bars end at "
                + Numbers.percent(MetricBlindness.LONGEST)
                + "; the number beside them is the true value.");
    return new Blindness(intro, seeing, blind, chart, Strips.evidence(strips));
  }

  private String suspect() {
    return ConditionNames.of(comparison.suspect());
  }

  /** The first metric of the panel that does not see the harm against the first one that does. */
  private List<Chart> values(MetricTables names) throws IOException {
    Optional<String> across = metric(b -> b.standard(), b -> !b.sees());
    Optional<String> up =
        metric(b -> b.sees() && !b.standard(), b -> !b.metric().equals(across.orElse("")));
    if (across.isEmpty() || up.isEmpty()) {
      return List.of();
    }
    SampleValues values = new SampleValues(List.of(across.get(), up.get()));
    if (!MeasurementRows.read(source, comparison, values::add)) {
      return List.of();
    }
    List<Chart> charts = new ArrayList<>();
    String of =
        data.test().size() > SampleValues.SHOWN
            ? " The first " + SampleValues.SHOWN + " test pairs are drawn."
            : "";
    String x = names.name(across.get(), across.get());
    String y = names.name(up.get(), up.get());
    List<MetricScatter.Cloud> clouds = new ArrayList<>();
    for (PhotoKind photo : comparison.photos()) {
      clouds.add(cloud(values, across.get(), up.get(), photo));
    }
    if (clouds.stream().anyMatch(c -> !c.points().isEmpty())) {
      charts.add(
          new Chart(
              anchor + "-scatter",
              new MetricScatter(x, y, clouds),
              "The sketches of the "
                  + suspect()
                  + " against the true sketches, a mark for each test photo. A metric along whose"
                  + " axis the two clouds overlap cannot tell the harmed sketches from the honest"
                  + " ones."
                  + of));
    }
    for (String metric : List.of(across.get(), up.get())) {
      List<Distributions.Group> groups =
          comparison.sketches().stream()
              .filter(s -> s.subject() == comparison.suspect() || s.photo() == PhotoKind.CLEAN)
              .map(s -> group(values, metric, s))
              .toList();
      if (groups.stream().anyMatch(g -> !g.values().isEmpty())) {
        charts.add(
            new Chart(
                anchor + "-values-" + charts.size(),
                new Distributions(names.name(metric, metric) + " against the true sketch", groups),
                "All single values: a dot for each photo, a bar over the middle half, a ring at"
                    + " the median."
                    + of));
      }
    }
    return charts;
  }

  private Optional<String> metric(
      Predicate<Comparison.Blindness> wanted, Predicate<Comparison.Blindness> otherwise) {
    List<Comparison.Blindness> all = comparison.blindness();
    return all.stream()
        .filter(wanted)
        .findFirst()
        .or(() -> all.stream().filter(otherwise).findFirst())
        .map(Comparison.Blindness::metric);
  }

  private static Role role(PhotoKind photo) {
    return photo == PhotoKind.CLEAN ? Role.HONEST : Role.HARMED;
  }

  private MetricScatter.Cloud cloud(
      SampleValues values, String across, String up, PhotoKind photo) {
    List<MetricScatter.Point> points =
        values.both(across, up, new ImageRole.Sketch(comparison.suspect(), photo)).stream()
            .map(p -> new MetricScatter.Point(p[0], p[1]))
            .toList();
    return new MetricScatter.Cloud(ConditionNames.of(photo) + "s", points, role(photo));
  }

  private static Distributions.Group group(
      SampleValues values, String metric, ImageRole.Sketch sketch) {
    return new Distributions.Group(
        ConditionNames.of(sketch), values.of(metric, sketch), role(sketch.photo()));
  }

  private Training training(List<String> warnings) {
    List<String> sentences = new ArrayList<>();
    List<TrainingLosses.Curve> curves = new ArrayList<>();
    comparison
        .models()
        .forEach(
            (subject, model) ->
                trained(
                    ConditionNames.of(subject),
                    subject != Subject.POISONED,
                    model,
                    source.costs().of(run, comparison, subject),
                    sentences,
                    curves));
    Optional<Chart> chart =
        curves.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Chart(
                    anchor + "-losses",
                    new TrainingLosses(curves),
                    "Losses during training: what the model tried to make small."));
    return new Training(sentences, warnings, chart);
  }

  private static void trained(
      String name,
      boolean dashed,
      TestedModel model,
      Optional<TrainingCost> cost,
      List<String> sentences,
      List<TrainingLosses.Curve> curves) {
    long steps =
        model.losses().isEmpty() ? 0 : model.losses().get(model.losses().size() - 1).step();
    sentences.add(
        model.weights().isEmpty()
            ? "The training ended after "
                + Numbers.count(steps, "step", "steps")
                + " without a "
                + name
                + "."
            : "The "
                + name
                + " has "
                + Numbers.grouped(model.parameters())
                + (model.parameters() == 1 ? " parameter" : " parameters")
                + (steps == 0
                    ? "."
                    : " and was trained for " + Numbers.count(steps, "step", "steps") + "."));
    cost.ifPresent(
        c ->
            sentences.add(
                "Training of the "
                    + name
                    + ": "
                    + c.words()
                    + "."
                    + (c.checkpoint().isEmpty()
                        ? ""
                        : " Its last good checkpoint is in the case, SHA-256 "
                            + c.checkpoint()
                            + ".")));
    Map<String, List<TrainingLosses.Point>> points = new LinkedHashMap<>();
    for (LossPoint p : model.losses()) {
      new java.util.TreeMap<>(p.losses())
          .forEach(
              (loss, value) ->
                  points
                      .computeIfAbsent(loss, l -> new ArrayList<>())
                      .add(new TrainingLosses.Point(p.step(), value)));
    }
    points.forEach(
        (loss, values) -> curves.add(new TrainingLosses.Curve(loss, name, dashed, values)));
  }

  private static @Nullable Double finite(@Nullable Double value) {
    return value == null || !Double.isFinite(value) ? null : value;
  }
}
