package org.pentimento.report.detection;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult.Contrast;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult.KindOfModel;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult.Reached;
import org.pentimento.figures.ResultFigure;
import org.pentimento.report.part.ChartGuard;
import org.pentimento.report.part.Fact;
import org.pentimento.report.part.SettingsTable;
import org.pentimento.report.part.Table;
import org.pentimento.report.part.Table.Cell;
import org.pentimento.report.part.ValueText;
import org.pentimento.report.source.ReportSource;
import org.pentimento.verdict.ModelSelfTestWords;
import org.pentimento.verdict.NumberWords;
import org.pentimento.verdict.Statement;

/** Makes the section of a self-test of inspections of models. */
public final class ModelSelfTestBuilder {
  private static final int MOST_ROWS = 120;

  private final SettingsTable settings;
  private final ChartGuard guard;
  private final List<ResultFigure<ModelSelfTestResult>> figures;

  /**
   * Makes sections with these charts.
   *
   * @param figures the most important first
   */
  public ModelSelfTestBuilder(
      SettingsTable settings, ChartGuard guard, List<ResultFigure<ModelSelfTestResult>> figures) {
    this.settings = settings;
    this.guard = guard;
    this.figures = figures;
  }

  /** The section of a self-test. */
  public SelfTestSection section(
      ReportSource.Run<ModelSelfTestResult> run,
      ModelSelfTestResult result,
      ZoneId zone,
      String anchor) {
    Statement said = ModelSelfTestWords.verdict(result);
    List<String> conclusions = new ArrayList<>();
    conclusions.add(said.words());
    conclusions.addAll(ModelSelfTestWords.conclusions(result));
    Map<String, String> hashes = new LinkedHashMap<>();
    hashes.put("result", run.resultSha256());
    hashes.put("data set", result.data().digest());
    return new SelfTestSection(
        anchor,
        ModelSelfTestWords.title(result),
        SelfTestBuilder.BADGE,
        said.lead(),
        conclusions,
        ModelSelfTestWords.limits(result),
        facts(run, result, zone),
        tables(result),
        guard.charts(figures, result, anchor),
        List.of(
            DetectorTables.tried(result.detectors()),
            settings.of(DetectorTables.methods(result.detectors().stream()))),
        DetectorTables.environment(result.environment()),
        DetectorTables.hashes(hashes));
  }

  private static List<Fact> facts(
      ReportSource.Run<ModelSelfTestResult> run, ModelSelfTestResult result, ZoneId zone) {
    return List.of(
        new Fact("Self-test", run.id(), true),
        new Fact("Started", ValueText.time(run.started(), zone)),
        new Fact("Ended", ValueText.time(run.ended(), zone)),
        new Fact("Data set", InspectionBuilder.data(result.data())),
        new Fact("Models", result.trials().size() + " of " + result.planned()),
        new Fact("Each trained on", ValueText.count(result.learned(), "pair", "pairs")),
        new Fact("Each inspected with", ValueText.count(result.trusted(), "pair", "pairs")),
        new Fact("Shadow models", Integer.toString(result.shadows())),
        new Fact(
            "Generators",
            result.generators().stream()
                .map(ExtensionUse::name)
                .distinct()
                .collect(Collectors.joining(", "))),
        new Fact("Seed", Long.toString(result.seed())));
  }

  private static List<Table> tables(ModelSelfTestResult result) {
    List<Table> tables = new ArrayList<>();
    kinds(tables, "Models by what was planted", result, kind -> of(kind) == 0);
    kinds(tables, "Models by one thing more", result, kind -> of(kind) == 1);
    contrasts(tables, result.contrasts());
    reached(tables, result.reached());
    return tables;
  }

  /** By how many things besides what was planted a kind is told apart. */
  private static int of(KindOfModel kind) {
    return (kind.generator().isEmpty() ? 0 : 1)
        + (kind.trigger().isEmpty() ? 0 : 1)
        + (kind.strategy().isEmpty() ? 0 : 1)
        + (kind.rate() > 0 ? 1 : 0);
  }

  private static void kinds(
      List<Table> tables,
      String caption,
      ModelSelfTestResult result,
      Predicate<KindOfModel> wanted) {
    List<List<Cell>> rows = new ArrayList<>();
    result.kinds().stream()
        .filter(wanted)
        .limit(MOST_ROWS)
        .forEach(
            kind ->
                rows.add(
                    List.of(
                        new Cell(ModelSelfTestWords.name(kind), ""),
                        new Cell(Integer.toString(kind.models()), ""),
                        new Cell(Integer.toString(kind.counted()), ""),
                        DetectorTables.percent(kind.found()),
                        DetectorTables.percent(kind.significant()),
                        DetectorTables.percent(kind.suspected()),
                        DetectorTables.number(kind.auc()),
                        DetectorTables.percent(kind.placed()),
                        DetectorTables.percent(kind.waves()))));
    add(
        tables,
        caption + ", with 95 % intervals; attacks that did not take do not count",
        List.of(
            Table.text("planted", 1.4),
            Table.number("models", .4),
            Table.number("count", .4),
            Table.number("found", .8),
            Table.number("p below 1 %", .8),
            Table.number("p below 5 %", .8),
            Table.number("area under ROC", .9),
            Table.number("places", .7),
            Table.number("waves", .7)),
        rows);
  }

  private static void contrasts(List<Table> tables, List<Contrast> contrasts) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Contrast contrast : contrasts) {
      rows.add(
          List.of(
              new Cell(ModelSelfTestWords.name(contrast.attack()), ""),
              new Cell(ModelSelfTestWords.name(contrast.other()), ""),
              new Cell(contrast.attacks() + " / " + contrast.others(), ""),
              DetectorTables.number(contrast.auc()),
              DetectorTables.percent(contrast.recallAtOne()),
              DetectorTables.percent(contrast.recallAtFive()),
              new Cell(NumberWords.value(contrast.brier()), ""),
              new Cell(NumberWords.value(contrast.crossEntropy()), "")));
    }
    add(
        tables,
        "Attacks that took against models without a trigger, by the score",
        List.of(
            Table.text("attack", 1),
            Table.text("against", 1),
            Table.number("models", .6),
            Table.number("area under ROC", .9),
            Table.number("at 1 % false alarms", .9),
            Table.number("at 5 % false alarms", .9),
            Table.number("Brier", .5),
            Table.number("cross-entropy", .6)),
        rows);
  }

  private static void reached(List<Table> tables, List<Reached> reached) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Reached band : reached) {
      rows.add(
          List.of(
              new Cell(
                  band.from() < 0
                      ? "below " + ValueText.percent(band.to())
                      : "from " + ValueText.percent(band.from()),
                  ""),
              new Cell(Integer.toString(band.models()), ""),
              DetectorTables.percent(band.found())));
    }
    add(
        tables,
        "Attacks by how far they got, those that did not take included",
        List.of(
            Table.text("share of the way to the target", 1.2),
            Table.number("models", .5),
            Table.number("found", .9)),
        rows);
  }

  private static void add(
      List<Table> tables, String caption, List<Table.Column> columns, List<List<Cell>> rows) {
    if (!rows.isEmpty()) {
      tables.add(new Table(caption, columns, rows));
    }
  }
}
