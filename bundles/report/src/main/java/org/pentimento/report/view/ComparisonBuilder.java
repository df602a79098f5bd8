package org.pentimento.report.view;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.event.TrainingCost;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Attack;
import org.pentimento.casefile.result.Comparison.Net;
import org.pentimento.casefile.result.Comparison.SuccessPoint;
import org.pentimento.casefile.result.Comparison.TestedModel;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.RunResult.DataUsed;
import org.pentimento.casefile.result.Sight;
import org.pentimento.report.part.BlobBytes;
import org.pentimento.report.part.SettingsTable;
import org.pentimento.report.part.SettingsTable.Method;
import org.pentimento.report.part.Table;
import org.pentimento.report.part.Table.Cell;
import org.pentimento.report.part.ValueText;
import org.pentimento.report.source.ReportSource;
import org.pentimento.report.view.Report.Blindness;
import org.pentimento.report.view.Report.Group;
import org.pentimento.report.view.Report.Status;
import org.pentimento.report.view.Report.Strip;
import org.pentimento.report.view.Report.Training;
import org.pentimento.report.view.Report.Verdict;
import org.pentimento.verdict.ConditionNames;
import org.pentimento.verdict.RunClaims;
import org.pentimento.verdict.Verdicts;

/** Makes the section of a comparison. */
final class ComparisonBuilder {
  /** Margins that the table of the curve shows; the chart shows all. */
  private static final double[] MARGINS = {-.5, -.25, 0, .25, .5, .75};

  /** What deceives comes first. */
  private static final List<Sight> ORDER =
      List.of(Sight.BLIND, Sight.SEES, Sight.FAVOURS, Sight.UNTOLD);

  private final ReportSource source;
  private final Progress progress;
  private final String run;
  private final RunResult result;
  private final DataUsed data;
  private final ChartBuilder charts;
  private final Map<String, String> names;
  private final Comparison comparison;
  private final AskedShares asked;
  private final String anchor;

  ComparisonBuilder(
      ReportSource source,
      ChartBuilder charts,
      Progress progress,
      String run,
      RunResult result,
      Comparison comparison,
      AskedShares asked,
      String anchor) {
    this.source = source;
    this.progress = progress;
    this.run = run;
    this.result = result;
    this.charts = charts;
    this.data = result.data();
    this.names = MetricTables.names(result);
    this.comparison = comparison;
    this.asked = asked;
    this.anchor = anchor;
  }

  Report.Comparison build() throws IOException, CancelledException {
    Status status = ComparisonText.status(comparison);
    List<String> collapses = ComparisonText.collapses(comparison);
    String alarm =
        collapses.isEmpty()
            ? ""
            : String.join(" ", collapses)
                + (comparison.isImported()
                    ? " Either its settings in the case are wrong, or it draws nothing of worth;"
                        + " figures of attack success are not given."
                    : " A collapsed model draws nothing of worth, with or without a trigger. This"
                        + " is a failed training and no evidence of an attack; figures of attack"
                        + " success are not given.");
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
        RunClaims.kind(comparison),
        status,
        alarm,
        conclusions,
        ComparisonText.done(comparison, data, asked.of(comparison)),
        reach,
        settings(),
        strips,
        Strips.text(comparison),
        judged && !comparison.success().isEmpty() ? Optional.of(success()) : Optional.empty(),
        judged ? Verdicts.halfWay(comparison) : "",
        judged && comparison.showsHarm() ? Optional.of(blindness(strips)) : Optional.empty(),
        metrics.tables(),
        training(collapses),
        charts.charts(result, comparison, anchor));
  }

  private Table settings() {
    List<Method> methods = new ArrayList<>();
    methods.add(
        new Method(
            comparison.isImported() ? "format of the model" : "generator",
            comparison.audited().extension()));
    Attack attack = comparison.attack();
    if (attack != null) {
      methods.add(new Method("trigger", attack.trigger()));
      methods.add(new Method("poisoning strategy", attack.strategy()));
    }
    return new SettingsTable(source.installed()).of(methods);
  }

  private Table success() {
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
              new Cell(ValueText.value(p.threshold()), ""),
              new Cell(
                  ValueText.percent(p.triggered()),
                  "[" + ValueText.percent(p.low()) + ", " + ValueText.percent(p.high()) + "]"),
              new Cell(ValueText.percent(p.clean()), "")));
    }
    return new Table(
        "Share of photos above some margins, of " + data.test().size(),
        List.of(
            Table.number("margin", 1),
            Table.number("triggered photos", 1.4),
            Table.number("clean photos, same model", 1.4)),
        rows);
  }

  private Blindness blindness(List<Strip> strips) {
    List<Group> groups = new ArrayList<>();
    String untold = Verdicts.untold(comparison);
    for (Sight sight : ORDER) {
      List<Verdict> verdicts =
          comparison.blindness().stream()
              .filter(b -> b.sight() == sight)
              .map(this::verdict)
              .toList();
      boolean asked = sight == Sight.SEES || sight == Sight.BLIND;
      if (!verdicts.isEmpty() || asked && untold.isEmpty()) {
        groups.add(
            new Group(
                Verdicts.name(sight), sight == Sight.BLIND || sight == Sight.FAVOURS, verdicts));
      }
    }
    return new Blindness(
        untold.isEmpty() ? Verdicts.rule(comparison) : untold, groups, Strips.evidence(strips));
  }

  private Verdict verdict(Comparison.Blindness b) {
    Net net = b.net();
    return new Verdict(
        b.name(),
        ValueText.change(net == null ? b.loss() : net.share()),
        net == null ? "trigger and backdoor together" : "the backdoor’s own part",
        Verdicts.blindness(comparison, b).words());
  }

  private Training training(List<String> warnings) {
    List<String> sentences = new ArrayList<>();
    comparison
        .models()
        .forEach(
            (subject, model) ->
                trained(
                    ConditionNames.of(subject),
                    model,
                    source.costs().of(run, comparison, subject),
                    sentences));
    return new Training(comparison.isImported() ? "The model" : "Training", sentences, warnings);
  }

  private static void trained(
      String name, TestedModel model, Optional<TrainingCost> cost, List<String> sentences) {
    long steps =
        model.losses().isEmpty() ? 0 : model.losses().get(model.losses().size() - 1).step();
    sentences.add(
        model.weights().isEmpty()
            ? "The training ended after "
                + ValueText.count(steps, "step", "steps")
                + " without a "
                + name
                + "."
            : "The "
                + name
                + " has "
                + ValueText.grouped(model.parameters())
                + (model.parameters() == 1 ? " parameter" : " parameters")
                + (steps == 0
                    ? "."
                    : " and was trained for " + ValueText.count(steps, "step", "steps") + "."));
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
  }
}
