package org.pentimento.audit.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.metric.Metric;
import org.pentimento.casefile.result.Comparison.Blindness;
import org.pentimento.casefile.result.Comparison.MeasurementRow;
import org.pentimento.casefile.result.Condition;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.result.ReferenceSketch;
import org.pentimento.casefile.result.Subject;

/**
 * What each metric says of the harm: sketches that the same poisoned model draws of clean and of
 * triggered photos, both against the truth.
 *
 * <p>A metric sees the harm if it gets worse by at least its {@linkplain Metric#noticeableLoss
 * noticeable loss} and the paired 95 % interval of the change leaves out zero. Whether it can also
 * tell the poisoned model from the clean one is another question, which its sentence answers where
 * the answer is no: between the sketches that the two draw of the same triggered photos only the
 * poisoning differs, so one who compares the models by a metric that prefers the poisoned one is
 * led astray, though the metric changed.
 */
public final class BlindnessPanel {
  private BlindnessPanel() {}

  /** The panel over some metrics; those without values in both conditions are left out. */
  public static List<Blindness> of(
      List<Metric> metrics, List<MeasurementRow> rows, Subject suspect) {
    List<Blindness> panel = new ArrayList<>();
    for (Metric metric : metrics) {
      Blindness one = one(metric, rows, suspect);
      if (one != null) {
        panel.add(one);
      }
    }
    return panel;
  }

  private static @Nullable Blindness one(
      Metric metric, List<MeasurementRow> rows, Subject suspect) {
    String id = metric.descriptor().id();
    Map<String, Double> honest = values(rows, id, suspect, PhotoKind.CLEAN);
    Map<String, Double> harmed = values(rows, id, suspect, PhotoKind.TRIGGERED);
    Map<String, Double> spared = values(rows, id, Subject.CLEAN, PhotoKind.TRIGGERED);
    Change harm = Change.of(metric.scale().better(), honest, harmed);
    if (harm == null) {
      return null;
    }
    Change poisoning = Change.of(metric.scale().better(), spared, harmed);
    Double loss = harm.scale() == 0 ? null : harm.worse().mean() / harm.scale();
    boolean sees = loss != null && loss >= metric.noticeableLoss() && harm.worse().low() > 0;
    return new Blindness(
        id,
        metric.descriptor().name(),
        metric.panelPlace() == Metric.PanelPlace.STANDARD,
        harm.before(),
        harm.after(),
        loss,
        sees,
        poisoning != null && poisoning.worse().high() < 0 ? poisoning.before() : null);
  }

  /**
   * How a metric changes from one set of sketches to another of the same pairs.
   *
   * @param before mean of the one
   * @param after mean of the other
   * @param worse mean growth of the harm, in the metric's unit
   * @param scale what the growth is a share of
   */
  private record Change(double before, double after, Bootstrap.Interval worse, double scale) {
    static @Nullable Change of(
        Metric.Direction better, Map<String, Double> one, Map<String, Double> other) {
      List<String> both = one.keySet().stream().filter(other::containsKey).sorted().toList();
      if (both.isEmpty()) {
        return null;
      }
      double[] worse = new double[both.size()];
      double before = 0;
      double after = 0;
      double scale = 0;
      for (int i = 0; i < worse.length; i++) {
        double a = one.getOrDefault(both.get(i), 0.0);
        double b = other.getOrDefault(both.get(i), 0.0);
        before += a / worse.length;
        after += b / worse.length;
        scale += Math.abs(a) / worse.length;
        worse[i] =
            switch (better) {
              case HIGHER -> a - b;
              case LOWER -> b - a;
              case NEAR_ONE -> Math.abs(b - 1) - Math.abs(a - 1);
            };
      }
      return new Change(
          before, after, Bootstrap.mean(worse), better == Metric.Direction.NEAR_ONE ? 1 : scale);
    }
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
