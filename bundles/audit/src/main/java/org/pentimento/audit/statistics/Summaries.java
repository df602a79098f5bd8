package org.pentimento.audit.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pentimento.casefile.result.Comparison.MeasurementRow;
import org.pentimento.casefile.result.Comparison.Summary;
import org.pentimento.casefile.result.Condition;

/** Means of measurements with their intervals. */
public final class Summaries {
  private record Group(String metric, Condition condition) {}

  private Summaries() {}

  /**
   * One summary for each metric, reference, model and kind of photo; metrics in the order in which
   * they were measured.
   */
  public static List<Summary> of(List<MeasurementRow> rows) {
    Map<String, Integer> metricOrder = new LinkedHashMap<>();
    Map<Group, List<MeasurementRow>> groups = new LinkedHashMap<>();
    for (MeasurementRow row : rows) {
      metricOrder.putIfAbsent(row.metric(), metricOrder.size());
      groups
          .computeIfAbsent(new Group(row.metric(), row.condition()), k -> new ArrayList<>())
          .add(row);
    }
    return groups.keySet().stream()
        .sorted(
            Comparator.comparing((Group g) -> metricOrder.getOrDefault(g.metric(), 0))
                .thenComparing(Group::condition))
        .map(g -> summary(g, groups.getOrDefault(g, List.of())))
        .toList();
  }

  private static Summary summary(Group group, List<MeasurementRow> rows) {
    double[] values =
        rows.stream()
            .map(MeasurementRow::value)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .toArray();
    Bootstrap.Interval interval = values.length == 0 ? null : Bootstrap.mean(values);
    Condition c = group.condition();
    return new Summary(
        group.metric(),
        rows.get(0).name(),
        c.subject(),
        c.photo(),
        c.reference(),
        values.length,
        rows.size() - values.length,
        interval == null ? null : interval.mean(),
        interval == null ? null : interval.low(),
        interval == null ? null : interval.high());
  }
}
