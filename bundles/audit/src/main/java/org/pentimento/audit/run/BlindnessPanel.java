package org.pentimento.audit.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.metric.Metric;
import org.pentimento.casefile.result.Comparison.Blindness;
import org.pentimento.casefile.result.Comparison.MeasurementRow;

/**
 * What each metric says of the harm: sketches of the same poisoned model with and without the
 * trigger, both against the truth. A metric sees the harm if it gets worse by at least a tenth and
 * the paired 95 % interval of the change leaves out zero.
 */
final class BlindnessPanel {
  private static final double NOTICEABLE = .1;

  private BlindnessPanel() {}

  /** The panel over some metrics; those without values in both conditions are left out. */
  static List<Blindness> of(List<Metric> metrics, List<MeasurementRow> rows, boolean attackWorks) {
    List<Blindness> panel = new ArrayList<>();
    for (Metric metric : metrics) {
      Blindness one = one(metric, rows, attackWorks);
      if (one != null) {
        panel.add(one);
      }
    }
    return panel;
  }

  private static @Nullable Blindness one(
      Metric metric, List<MeasurementRow> rows, boolean attackWorks) {
    String id = metric.descriptor().id();
    Map<String, Double> honest = values(rows, id, Role.CLEAN);
    Map<String, Double> harmed = values(rows, id, Role.TRIGGERED);
    List<String> both = honest.keySet().stream().filter(harmed::containsKey).sorted().toList();
    if (both.isEmpty()) {
      return null;
    }
    double[] worse = new double[both.size()];
    double before = 0;
    double after = 0;
    double scale = 0;
    for (int i = 0; i < worse.length; i++) {
      double h = honest.getOrDefault(both.get(i), 0.0);
      double t = harmed.getOrDefault(both.get(i), 0.0);
      before += h / worse.length;
      after += t / worse.length;
      scale += Math.abs(h) / worse.length;
      worse[i] =
          switch (metric.scale().better()) {
            case HIGHER -> h - t;
            case LOWER -> t - h;
            case NEAR_ONE -> Math.abs(t - 1) - Math.abs(h - 1);
          };
    }
    if (metric.scale().better() == Metric.Direction.NEAR_ONE) {
      scale = 1;
    }
    Bootstrap.Interval change = Bootstrap.mean(worse);
    Double loss = scale == 0 ? null : change.mean() / scale;
    boolean sees = loss != null && loss >= NOTICEABLE && change.low() > 0;
    String name = metric.descriptor().name();
    return new Blindness(
        id,
        name,
        before,
        after,
        loss,
        sees,
        sentence(name, before, after, loss, sees, attackWorks));
  }

  private static Map<String, Double> values(
      List<MeasurementRow> rows, String metric, String photo) {
    Map<String, Double> values = new HashMap<>();
    for (MeasurementRow row : rows) {
      Double value = row.value();
      if (value != null
          && row.metric().equals(metric)
          && row.model().equals(Role.POISONED)
          && row.photo().equals(photo)
          && row.against().equals(Role.TRUTH)) {
        values.put(row.pair(), value);
      }
    }
    return values;
  }

  private static String sentence(
      String name,
      double before,
      double after,
      @Nullable Double loss,
      boolean sees,
      boolean attackWorks) {
    String change =
        String.format(
            Locale.ROOT,
            "%s is %s on clean photos and %s on triggered ones",
            name,
            Numbers.value(before),
            Numbers.value(after));
    if (loss == null) {
      return change + "; a change cannot be given in percent of nothing.";
    }
    String size =
        loss >= 0
            ? String.format(Locale.ROOT, " (%s worse)", Numbers.percent(loss))
            : String.format(Locale.ROOT, " (%s better)", Numbers.percent(-loss));
    if (!attackWorks) {
      return change + size + "; the attack did not take, so there is no harm to see.";
    }
    return change
        + size
        + (sees
            ? ": it sees the harm."
            : loss < 0
                ? ": it rates the spoilt sketches above the honest ones."
                : ": judged by it alone, the spoilt sketches pass for honest work.");
  }
}
