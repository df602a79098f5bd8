package org.pentimento.report.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.detector.DatasetDetector.LooksAt;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.InspectionResult.DetectorUse;
import org.pentimento.casefile.result.QuotedPower;
import org.pentimento.casefile.result.QuotedPower.AttackPower;
import org.pentimento.casefile.result.QuotedPower.Share;
import org.pentimento.report.part.SettingsTable.Method;
import org.pentimento.report.part.Table;
import org.pentimento.report.part.Table.Cell;
import org.pentimento.report.part.ValueText;

/** Tables that inspections and self-tests have alike. */
public final class DetectorTables {
  /** So many attacks of a quoted self-test are shown; its own section has all. */
  private static final int ATTACKS = 40;

  private DetectorTables() {}

  /** The settings of detectors. */
  public static List<Method> methods(Stream<ExtensionUse> detectors) {
    return detectors.map(use -> new Method("detector", use)).toList();
  }

  /** Detectors with their versions, citations, and whether they spoke. */
  static Table asked(List<DetectorUse> detectors) {
    List<List<Cell>> rows = new ArrayList<>();
    for (DetectorUse d : detectors) {
      List<Cell> row = new ArrayList<>(use(d.extension()));
      row.add(new Cell(words(d.looksAt()), ""));
      row.add(new Cell(d.problem().isEmpty() ? "spoke" : "said nothing", d.problem()));
      rows.add(row);
    }
    return new Table(
        "Detectors that were asked, in this order, and whether they spoke",
        List.of(
            Table.text("detector", 1.2),
            Table.text("version", .5),
            Table.text("citation", 2),
            Table.text("looks at", .8),
            Table.text("answer", 1)),
        rows);
  }

  /** Detectors with their versions and citations. */
  static Table tried(List<ExtensionUse> detectors) {
    return new Table(
        "Detectors that were tried",
        List.of(Table.text("detector", 1.2), Table.text("version", .5), Table.text("citation", 3)),
        detectors.stream().map(DetectorTables::use).toList());
  }

  /** Name, version and citation of an extension, as cells of a row. */
  public static List<Cell> use(ExtensionUse use) {
    return List.of(
        new Cell(use.name(), use.id()), new Cell(use.version(), ""), new Cell(use.citation(), ""));
  }

  private static String words(LooksAt at) {
    return switch (at) {
      case QUALITY -> "honest oddities";
      case SKETCHES -> "sketches";
      case PHOTOS -> "photos";
    };
  }

  /** What a quoted self-test found of each attack, the hardest first. */
  static Optional<Table> power(@Nullable QuotedPower power) {
    if (power == null || power.attacks().isEmpty()) {
      return Optional.empty();
    }
    int all = power.attacks().size();
    List<List<Cell>> rows =
        power.attacks().stream()
            .sorted(Comparator.comparingDouble((AttackPower a) -> a.recall().value()))
            .limit(ATTACKS)
            .map(
                a ->
                    List.of(
                        new Cell(a.trigger(), ""),
                        new Cell(a.strategy(), ""),
                        new Cell(ValueText.percent(a.rate()), ""),
                        new Cell(Integer.toString(a.sets()), ""),
                        percent(a.recall()),
                        number(a.auc())))
            .toList();
    return Optional.of(
        new Table(
            "What self-test “"
                + power.selfTest()
                + "” found of each attack, the hardest first, with 95 % intervals"
                + (all > ATTACKS ? " (" + ATTACKS + " of " + all + ")" : ""),
            List.of(
                Table.text("trigger", 1),
                Table.text("poisoning strategy", 1.2),
                Table.number("poisoned", .6),
                Table.number("sets", .4),
                Table.number("found", .9),
                Table.number("area under ROC", .9)),
            rows));
  }

  /** A share in percent with its interval below. */
  static Cell percent(@Nullable Share share) {
    return share == null
        ? new Cell("–", "")
        : new Cell(
            ValueText.percent(share.value()),
            "["
                + ValueText.percent(share.low()).replace(" %", "")
                + ", "
                + ValueText.percent(share.high())
                + "]");
  }

  /** A number with its interval below. */
  static Cell number(@Nullable Share share) {
    return share == null
        ? new Cell("–", "")
        : new Cell(ValueText.value(share.value()), ValueText.interval(share.low(), share.high()));
  }

  /** Versions, threads and machine by name. */
  public static Table environment(Map<String, String> environment) {
    List<List<Cell>> rows = new ArrayList<>();
    new TreeMap<>(environment).forEach((name, value) -> rows.add(Table.row(name, value)));
    return new Table(
        "Versions, threads, machine",
        List.of(Table.text("what", 1), Table.text("used", 2.6)),
        rows);
  }

  /** Fingerprints by what they are of; empty ones are left out. */
  public static Table hashes(Map<String, String> hashes) {
    List<List<Cell>> rows = new ArrayList<>();
    hashes.forEach(
        (name, sha) -> {
          if (!sha.isEmpty()) {
            rows.add(Table.row(name, sha));
          }
        });
    return new Table(
        "Fingerprints (SHA-256)", List.of(Table.text("of", 1), Table.code("SHA-256", 2.2)), rows);
  }
}
