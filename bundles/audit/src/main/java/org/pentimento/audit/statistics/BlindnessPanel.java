package org.pentimento.audit.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.metric.Metric;
import org.pentimento.casefile.result.Comparison.Blindness;
import org.pentimento.casefile.result.Comparison.MeasurementRow;
import org.pentimento.casefile.result.Comparison.Net;
import org.pentimento.casefile.result.Condition;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.result.ReferenceSketch;
import org.pentimento.casefile.result.Subject;

/**
 * What each metric says of the harm: how much worse the suspect model draws triggered photos than
 * clean ones, both measured against the truth, and how much of that is left when what the trigger
 * does to a clean model is taken away.
 *
 * <p>A trigger that one can see makes a clean model worse too: it draws the trigger. Only the rest
 * is the backdoor's part, a difference in differences taken pair by pair (Card and Krueger,
 * American Economic Review 84, 1994, for the design).
 *
 * <p>Of a metric whose right value is 1, only that side counts to which the suspect model goes: a
 * trigger that makes a clean model draw more ink does not explain that the suspect draws less.
 */
public final class BlindnessPanel {
  private BlindnessPanel() {}

  /**
   * The panel over some metrics. Those without values in both conditions are left out.
   *
   * @param rows what was measured of the suspect model
   * @param clean what was measured of clean models that drew the same photos, model by model, each
   *     under {@link Subject#CLEAN}; empty if there is none. Of several the mean counts
   */
  public static List<Blindness> of(
      List<Metric> metrics,
      List<MeasurementRow> rows,
      Subject suspect,
      List<List<MeasurementRow>> clean) {
    List<Blindness> panel = new ArrayList<>();
    for (Metric metric : metrics) {
      Blindness one = one(metric, rows, suspect, clean);
      if (one != null) {
        panel.add(one);
      }
    }
    return panel;
  }

  private static @Nullable Blindness one(
      Metric metric, List<MeasurementRow> rows, Subject suspect, List<List<MeasurementRow>> clean) {
    String id = metric.descriptor().id();
    Metric.Direction better = metric.scale().better();
    DoubleUnaryOperator harm = harm(better, rows, id, suspect);
    Map<String, Drop> alone = drops(harm, rows, id, suspect);
    List<Map<String, Drop>> twins = new ArrayList<>();
    for (List<MeasurementRow> model : clean) {
      Map<String, Drop> drops = drops(harm, model, id, Subject.CLEAN);
      if (!drops.isEmpty()) {
        twins.add(drops);
      }
    }
    List<String> shared =
        alone.keySet().stream()
            .filter(pair -> twins.stream().allMatch(twin -> twin.containsKey(pair)))
            .sorted()
            .toList();
    boolean twin = !twins.isEmpty() && !shared.isEmpty();
    List<String> pairs = twin ? shared : alone.keySet().stream().sorted().toList();
    if (pairs.isEmpty()) {
      return null;
    }
    Drop suspected = mean(pairs.stream().map(p -> at(alone, p)).toList());
    double scale =
        better == Metric.Direction.NEAR_ONE
            ? 1
            : pairs.stream().mapToDouble(p -> Math.abs(at(alone, p).honest())).average().orElse(0);
    Double loss = scale == 0 ? null : suspected.worse() / scale;
    return new Blindness(
        id,
        metric.descriptor().name(),
        metric.panelPlace() == Metric.PanelPlace.STANDARD,
        suspected.honest(),
        suspected.harmed(),
        loss,
        twin ? net(pairs, alone, twins, scale, metric.noticeableLoss()) : null);
  }

  private static Net net(
      List<String> pairs,
      Map<String, Drop> alone,
      List<Map<String, Drop>> twins,
      double scale,
      double threshold) {
    List<Drop> spared =
        pairs.stream()
            .map(pair -> mean(twins.stream().map(twin -> at(twin, pair)).toList()))
            .toList();
    double[] worse = new double[pairs.size()];
    for (int i = 0; i < worse.length; i++) {
      worse[i] = at(alone, pairs.get(i)).worse() - spared.get(i).worse();
    }
    Bootstrap.Interval interval = Bootstrap.mean(worse);
    Drop mean = mean(spared);
    return new Net(
        mean.honest(),
        mean.harmed(),
        pairs.size(),
        interval.mean(),
        interval.low(),
        interval.high(),
        scale == 0 ? null : interval.mean() / scale,
        threshold);
  }

  /**
   * What a metric says of the two sketches of a pair.
   *
   * @param honest of the clean photo's
   * @param harmed of the triggered photo's
   * @param worse growth of the harm from the one to the other, in the metric's unit
   */
  private record Drop(double honest, double harmed, double worse) {}

  private static Drop at(Map<String, Drop> drops, String pair) {
    return drops.getOrDefault(pair, new Drop(0, 0, 0));
  }

  private static Drop mean(List<Drop> drops) {
    return new Drop(
        drops.stream().mapToDouble(Drop::honest).average().orElse(0),
        drops.stream().mapToDouble(Drop::harmed).average().orElse(0),
        drops.stream().mapToDouble(Drop::worse).average().orElse(0));
  }

  /** How bad a value is, in the metric's unit. */
  private static DoubleUnaryOperator harm(
      Metric.Direction better, List<MeasurementRow> rows, String metric, Subject suspect) {
    return switch (better) {
      case HIGHER -> value -> -value;
      case LOWER -> value -> value;
      case NEAR_ONE -> {
        double honest = mean(values(rows, metric, suspect, PhotoKind.CLEAN));
        double harmed = mean(values(rows, metric, suspect, PhotoKind.TRIGGERED));
        double side = Math.signum(harmed - 1);
        yield Math.abs(harmed - 1) > Math.abs(honest - 1)
            ? value -> Math.max(0, side * (value - 1))
            : value -> Math.abs(value - 1);
      }
    };
  }

  private static double mean(Map<String, Double> values) {
    return values.values().stream().mapToDouble(Double::doubleValue).average().orElse(1);
  }

  private static Map<String, Drop> drops(
      DoubleUnaryOperator harm, List<MeasurementRow> rows, String metric, Subject subject) {
    Map<String, Double> honest = values(rows, metric, subject, PhotoKind.CLEAN);
    Map<String, Double> harmed = values(rows, metric, subject, PhotoKind.TRIGGERED);
    Map<String, Drop> drops = new HashMap<>();
    honest.forEach(
        (pair, a) -> {
          Double b = harmed.get(pair);
          if (b != null) {
            drops.put(pair, new Drop(a, b, harm.applyAsDouble(b) - harm.applyAsDouble(a)));
          }
        });
    return drops;
  }

  private static Map<String, Double> values(
      List<MeasurementRow> rows, String metric, Subject subject, PhotoKind photo) {
    Condition condition = new Condition(subject, photo, ReferenceSketch.TRUTH);
    Map<String, Double> values = new HashMap<>();
    for (MeasurementRow row : rows) {
      Double value = row.value();
      if (value != null && row.metric().equals(metric) && row.condition().equals(condition)) {
        values.put(row.pair(), value);
      }
    }
    return values;
  }
}
