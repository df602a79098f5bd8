package org.pentimento.workbench.run.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.SuccessPoint;
import org.pentimento.casefile.result.Comparison.Summary;
import org.pentimento.casefile.result.Condition;
import org.pentimento.casefile.result.ImageRole;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.result.ReferenceSketch;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.chart.plot.SuccessComparison;
import org.pentimento.figures.MetricNames;
import org.pentimento.figures.SuccessCurve;
import org.pentimento.verdict.Verdicts;

/**
 * Several runs side by side. Comparisons of the same generator or imported model, attack and seed
 * are matched; those without such a counterpart are matched with comparisons that differ in the
 * seed alone, in the attack alone, or in the generator alone.
 *
 * @param runs names of the runs
 * @param matches the matched comparisons; those that only one run has come last
 */
record ComparedRuns(List<String> runs, List<Match> matches) {
  /**
   * Comparisons of several runs that belong together.
   *
   * @param title generator, attack and seed; where the runs differ, those of each run
   * @param found a comparison for each run, null where a run has none
   * @param rows their means
   */
  record Match(String title, List<@Nullable Comparison> found, List<Row> rows) {
    private static final String BESIDE = " | ";

    static Match of(List<@Nullable Comparison> found, List<MetricNames> metrics) {
      String seeds =
          all(
              found.stream().filter(c -> c != null && c.audited().seed().isPresent()).toList(),
              c -> Long.toString(c.audited().seed().orElseThrow()));
      return new Match(
          all(found, c -> Verdicts.name(c.audited()))
              + ", "
              + all(found, ComparedRuns::attack)
              + (seeds.isEmpty() ? "" : ", seed " + seeds),
          found,
          ComparedRuns.rows(found, metrics));
    }

    private static String all(
        List<@Nullable Comparison> found, Function<Comparison, String> property) {
      return found.stream()
          .filter(Objects::nonNull)
          .map(property)
          .distinct()
          .collect(Collectors.joining(BESIDE));
    }

    /** Which sketches were measured, what is most likely spoilt first. */
    List<ImageRole.Sketch> sketches() {
      return rows.stream()
          .map(Row::condition)
          .sorted(Comparator.reverseOrder())
          .map(Condition::sketch)
          .distinct()
          .toList();
    }

    /** This match with a number in its title if it is not the first one of that title. */
    Match numbered(int nth) {
      String numbered = nth == 1 ? title : title + " (" + nth + ")";
      return new Match(numbered, found, rows.stream().map(row -> row.of(numbered)).toList());
    }
  }

  /**
   * A mean in all runs.
   *
   * @param comparison title of the match that it belongs to
   * @param measured the metric's name for people
   * @param condition under which it was measured
   * @param cells the mean of each run, null where it was not measured
   */
  record Row(
      String comparison, String measured, Condition condition, List<@Nullable Summary> cells) {

    Row of(String title) {
      return new Row(title, measured, condition, cells);
    }

    /** A run's mean less that of the first run, null if either has none. */
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

  /** What matched comparisons have in common, the closest match first. */
  private static final List<Function<Comparison, List<Object>>> COMMON =
      List.of(
          c -> List.of(Verdicts.name(c.audited()), attack(c), c.audited().seed()),
          c -> List.of(Verdicts.name(c.audited()), attack(c)),
          c -> List.of(Verdicts.name(c.audited()), c.audited().seed()),
          c -> List.of(attack(c), c.audited().seed()));

  static ComparedRuns of(List<String> names, List<RunResult> results) {
    List<List<Comparison>> left = new ArrayList<>();
    results.forEach(r -> left.add(new ArrayList<>(r.comparisons())));
    List<List<@Nullable Comparison>> found = new ArrayList<>();
    for (Function<Comparison, List<Object>> common : COMMON) {
      for (List<@Nullable Comparison> group : groups(left, common)) {
        if (group.stream().filter(Objects::nonNull).count() > 1) {
          found.add(group);
          // By identity: two comparisons may have equal contents.
          left.forEach(of -> of.removeIf(c -> group.stream().anyMatch(g -> g == c)));
        }
      }
    }
    found.addAll(groups(left, COMMON.get(0)));
    List<MetricNames> metrics = results.stream().map(MetricNames::of).toList();
    Map<String, Integer> seen = new HashMap<>();
    return new ComparedRuns(
        names,
        found.stream()
            .map(group -> Match.of(group, metrics))
            .map(match -> match.numbered(seen.merge(match.title(), 1, Integer::sum)))
            .toList());
  }

  /** One comparison of each run, null where a run has none; the nth of a run beside the nth. */
  private static Collection<List<@Nullable Comparison>> groups(
      List<List<Comparison>> runs, Function<Comparison, List<Object>> common) {
    Map<List<Object>, List<@Nullable Comparison>> groups = new LinkedHashMap<>();
    for (int run = 0; run < runs.size(); run++) {
      Map<List<Object>, Integer> seen = new HashMap<>();
      for (Comparison c : runs.get(run)) {
        List<Object> key = common.apply(c);
        groups
            .computeIfAbsent(
                List.of(key, seen.merge(key, 1, Integer::sum)),
                k -> new ArrayList<>(Arrays.asList(new Comparison[runs.size()])))
            .set(run, c);
      }
    }
    return groups.values();
  }

  private static String attack(Comparison c) {
    Comparison.Attack attack = c.attack();
    return attack == null
        ? "no attack"
        : attack.trigger().name() + " + " + attack.strategy().name();
  }

  private record What(String measured, Condition condition) {}

  private static List<Row> rows(List<@Nullable Comparison> found, List<MetricNames> metrics) {
    Map<What, List<@Nullable Summary>> cells = new LinkedHashMap<>();
    for (int run = 0; run < found.size(); run++) {
      Comparison c = found.get(run);
      if (c == null) {
        continue;
      }
      List<Summary> all = new ArrayList<>();
      c.success().stream().filter(p -> p.threshold() == 0).forEach(p -> all.add(success(p, c)));
      all.addAll(c.summaries());
      for (Summary s : all) {
        cells
            .computeIfAbsent(
                new What(metrics.get(run).of(s.name()), s.condition()),
                w -> new ArrayList<>(Arrays.asList(new Summary[found.size()])))
            .set(run, s);
      }
    }
    List<Row> rows = new ArrayList<>();
    cells.forEach((what, of) -> rows.add(new Row("", what.measured(), what.condition(), of)));
    return rows;
  }

  private static Summary success(SuccessPoint p, Comparison c) {
    return new Summary(
        "",
        "Attack success",
        c.suspect(),
        PhotoKind.TRIGGERED,
        ReferenceSketch.TARGET,
        c.images().size(),
        0,
        p.triggered(),
        p.low(),
        p.high());
  }

  /** The attack-success curves of some matches over each other. */
  SuccessComparison curves(List<Match> of) {
    List<SuccessComparison.Curve> curves = new ArrayList<>();
    for (Match match : of) {
      for (int run = 0; run < runs.size(); run++) {
        Comparison c = match.found().get(run);
        if (c != null && !c.success().isEmpty()) {
          String name = runs.get(run) + (of.size() == 1 ? "" : ": " + match.title());
          curves.add(new SuccessComparison.Curve(name, SuccessCurve.points(c)));
        }
      }
    }
    return new SuccessComparison(curves);
  }

  /** Which sketches were measured in some matches, what is most likely spoilt first. */
  static List<ImageRole.Sketch> sketches(List<Match> of) {
    return of.stream().flatMap(match -> match.sketches().stream()).distinct().toList();
  }
}
