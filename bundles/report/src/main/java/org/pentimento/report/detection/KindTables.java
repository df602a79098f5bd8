package org.pentimento.report.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.casefile.result.SelfTestResult.KindSummary;
import org.pentimento.casefile.result.SelfTestResult.Planted;
import org.pentimento.report.part.Table;
import org.pentimento.report.part.Table.Cell;
import org.pentimento.report.part.Table.Column;
import org.pentimento.report.part.ValueText;

/** Tables of what a self-test found, by kind. */
final class KindTables {
  private static final int MOST_ROWS = 120;

  private KindTables() {}

  static List<Table> of(SelfTestResult result) {
    List<Table> tables = new ArrayList<>();
    attacks(
        tables,
        "By poisoning strategy, over all triggers, with 95 % intervals",
        result,
        k -> k.trigger().isEmpty());
    attacks(
        tables,
        "By trigger, over all poisoning strategies, with 95 % intervals",
        result,
        k -> k.strategy().isEmpty() && !k.trigger().isEmpty());
    each(tables, result);
    honest(tables, result);
    return tables;
  }

  private static List<KindSummary> kinds(
      SelfTestResult result, Planted planted, Predicate<KindSummary> wanted) {
    return result.kinds().stream()
        .filter(k -> k.planted() == planted)
        .filter(wanted)
        .limit(MOST_ROWS)
        .toList();
  }

  private static void attacks(
      List<Table> tables, String caption, SelfTestResult result, Predicate<KindSummary> wanted) {
    List<List<Cell>> rows = new ArrayList<>();
    for (KindSummary k : kinds(result, Planted.ATTACK, wanted)) {
      String name = k.trigger() + k.strategy();
      rows.add(
          List.of(
              new Cell(name.isEmpty() ? "all attacks" : name, ""),
              rate(k),
              new Cell(Integer.toString(k.sets()), ""),
              DetectorTables.number(k.auc()),
              DetectorTables.percent(k.recall()),
              DetectorTables.percent(k.shown()),
              DetectorTables.percent(k.recallAtOne()),
              DetectorTables.percent(k.recallAtFive()),
              new Cell(
                  ValueText.percent(k.falseAlarms().value()),
                  "worst " + ValueText.percent(k.worstFalseAlarms()))));
    }
    add(
        tables,
        caption,
        List.of(
            Table.text("attack", 1.2),
            Table.number("poisoned", .7),
            Table.number("sets", .4),
            Table.number("area under ROC", .95),
            Table.number("flagged", .7),
            Table.number("flagged or shown", .75),
            Table.number("at 1 % false alarms", .75),
            Table.number("at 5 % false alarms", .75),
            Table.number("false alarms", .8)),
        rows);
  }

  private static void each(List<Table> tables, SelfTestResult result) {
    List<List<Cell>> rows = new ArrayList<>();
    for (KindSummary k :
        kinds(
            result,
            Planted.ATTACK,
            k -> k.rate() == 0 && !k.trigger().isEmpty() && !k.strategy().isEmpty())) {
      rows.add(
          List.of(
              new Cell(k.trigger(), ""),
              new Cell(k.strategy(), ""),
              new Cell(Integer.toString(k.sets()), ""),
              DetectorTables.number(k.auc()),
              DetectorTables.percent(k.shown()),
              new Cell(percent(k.smallestFound(), "none"), ""),
              new Cell(percent(k.placeIou(), "–"), ""),
              new Cell(percent(k.settingError(), "–"), "")));
    }
    add(
        tables,
        "Each attack, over all rates. The smallest rate is the one from which on at least half of"
            + " the poisoned pairs are flagged or shown; the place is held against the true one by"
            + " intersection over union, the recovered numbers by their relative error",
        List.of(
            Table.text("trigger", 1),
            Table.text("poisoning strategy", 1.2),
            Table.number("sets", .4),
            Table.number("area under ROC", .95),
            Table.number("flagged or shown", .8),
            Table.number("smallest rate", .65),
            Table.number("overlap of place", .65),
            Table.number("error of settings", .65)),
        rows);
  }

  private static void honest(List<Table> tables, SelfTestResult result) {
    List<List<Cell>> rows = new ArrayList<>();
    kinds(result, Planted.NOTHING, k -> true).forEach(k -> rows.add(honest("honest sets", k)));
    kinds(result, Planted.ODDITY, k -> true)
        .forEach(k -> rows.add(honest(k.oddity().isEmpty() ? "all oddities" : k.oddity(), k)));
    add(
        tables,
        "Sets in which nothing was hidden: clean ones, and ones with pairs that are odd for an"
            + " honest reason",
        List.of(
            Table.text("what", 1.3),
            Table.number("odd pairs", .6),
            Table.number("sets", .4),
            Table.number("odd pairs flagged", .8),
            Table.number("others flagged", .8),
            Table.text("verdicts", 1.8)),
        rows);
  }

  private static List<Cell> honest(String name, KindSummary k) {
    return List.of(
        new Cell(name, ""),
        k.planted() == Planted.NOTHING ? new Cell("none", "") : rate(k),
        new Cell(Integer.toString(k.sets()), ""),
        DetectorTables.percent(k.recall()),
        DetectorTables.percent(k.falseAlarms()),
        new Cell(
            new TreeMap<>(k.verdicts())
                .entrySet().stream()
                    .map(e -> e.getKey().word() + " " + e.getValue())
                    .collect(Collectors.joining(", ")),
            "worst set: " + ValueText.percent(k.worstFalseAlarms()) + " of the others flagged"));
  }

  private static Cell rate(KindSummary k) {
    return new Cell(k.rate() > 0 ? ValueText.percent(k.rate()) : "all", "");
  }

  private static String percent(@Nullable Double share, String none) {
    return share == null ? none : ValueText.percent(share);
  }

  private static void add(
      List<Table> tables, String caption, List<Column> columns, List<List<Cell>> rows) {
    if (!rows.isEmpty()) {
      tables.add(
          new Table(
              caption
                  + (rows.size() == MOST_ROWS
                      ? " (the first " + MOST_ROWS + "; self-tests.csv has all)"
                      : ""),
              columns,
              rows));
    }
  }
}
