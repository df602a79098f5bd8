package org.pentimento.workbench.run.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.SuccessPoint;
import org.pentimento.casefile.result.Comparison.Summary;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.chart.SuccessComparison;
import org.pentimento.workbench.run.chart.MetricNames;
import org.pentimento.workbench.run.chart.SuccessChart;

/**
 * Means of several runs, those of the same generator, attack and seed in one row.
 *
 * @param runs names of the runs
 * @param rows in the order of the first run, then of those that others have in addition
 */
record SideBySide(
    List<String> runs, List<Row> rows, Map<Match, List<@Nullable Comparison>> matches) {

  /**
   * What is the same in several runs.
   *
   * @param generator its name
   * @param attack names of trigger and strategy
   * @param nth of several that are called the same, from 1
   */
  record Match(String generator, String attack, long seed, int nth) {
    String title() {
      return "%s, %s, seed %d%s"
          .formatted(generator, attack, seed, nth == 1 ? "" : " (" + nth + ")");
    }
  }

  /**
   * A mean in all runs.
   *
   * @param match generator, attack and seed
   * @param measured as a person reads it
   * @param cells one for each run, null where it was not measured
   */
  record Row(
      Match match,
      String measured,
      String against,
      String model,
      String photo,
      List<@Nullable Summary> cells) {

    /** What a run has more than the first, null if one of both has no value. */
    @Nullable Double difference(int run) {
      Double first = mean(0);
      Double other = mean(run);
      return first == null || other == null ? null : other - first;
    }

    @Nullable Double mean(int run) {
      Summary cell = cells.get(run);
      return cell == null ? null : cell.mean();
    }

    /** Whether the interval of a run and that of the first have no value in common. */
    boolean apart(int run) {
      Summary a = cells.get(0);
      Summary b = cells.get(run);
      if (a == null || b == null) {
        return false;
      }
      Double aLow = a.low();
      Double aHigh = a.high();
      Double bLow = b.low();
      Double bHigh = b.high();
      return aLow != null
          && aHigh != null
          && bLow != null
          && bHigh != null
          && (aHigh < bLow || bHigh < aLow);
    }
  }

  static SideBySide of(List<String> names, List<RunResult> results) {
    Map<Match, List<@Nullable Comparison>> matches = new LinkedHashMap<>();
    for (int run = 0; run < results.size(); run++) {
      Map<Match, Integer> seen = new LinkedHashMap<>();
      for (Comparison c : results.get(run).comparisons()) {
        Match first = new Match(c.generator().name(), attack(c), c.seed(), 1);
        int nth = seen.merge(first, 1, Integer::sum);
        matches
            .computeIfAbsent(
                new Match(first.generator(), first.attack(), first.seed(), nth),
                m -> new ArrayList<>(Arrays.asList(new Comparison[results.size()])))
            .set(run, c);
      }
    }
    List<Row> rows = new ArrayList<>();
    List<MetricNames> metrics = results.stream().map(MetricNames::of).toList();
    matches.forEach((match, found) -> rows.addAll(rows(match, found, metrics)));
    return new SideBySide(names, rows, matches);
  }

  private static String attack(Comparison c) {
    Comparison.Attack attack = c.attack();
    return attack == null
        ? "no attack"
        : attack.trigger().name() + " + " + attack.strategy().name();
  }

  private record What(String measured, String against, String model, String photo) {}

  private static List<Row> rows(
      Match match, List<@Nullable Comparison> found, List<MetricNames> metrics) {
    Map<What, List<@Nullable Summary>> cells = new LinkedHashMap<>();
    for (int run = 0; run < found.size(); run++) {
      Comparison c = found.get(run);
      if (c == null) {
        continue;
      }
      List<Summary> all = new ArrayList<>();
      c.success().stream()
          .filter(p -> p.threshold() == 0)
          .forEach(p -> all.add(success(p, c.images().size())));
      all.addAll(c.summaries());
      for (Summary s : all) {
        cells
            .computeIfAbsent(
                new What(metrics.get(run).of(s.name()), s.against(), s.model(), s.photo()),
                w -> new ArrayList<>(Arrays.asList(new Summary[found.size()])))
            .set(run, s);
      }
    }
    List<Row> rows = new ArrayList<>();
    cells.forEach(
        (w, of) -> rows.add(new Row(match, w.measured(), w.against(), w.model(), w.photo(), of)));
    return rows;
  }

  private static Summary success(SuccessPoint p, int n) {
    return new Summary(
        "",
        "Attack success",
        "poisoned",
        "triggered",
        "target",
        n,
        0,
        p.triggered(),
        p.low(),
        p.high());
  }

  /** The attack-success curves of a match over each other. */
  SuccessComparison curves(Match match) {
    List<SuccessComparison.Curve> curves = new ArrayList<>();
    List<@Nullable Comparison> found = matches.getOrDefault(match, List.of());
    for (int run = 0; run < found.size(); run++) {
      Comparison c = found.get(run);
      if (c != null && !c.success().isEmpty()) {
        curves.add(new SuccessComparison.Curve(runs.get(run), SuccessChart.points(c)));
      }
    }
    return new SuccessComparison(curves);
  }
}
