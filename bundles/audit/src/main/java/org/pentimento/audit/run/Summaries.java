package org.pentimento.audit.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pentimento.casefile.result.Comparison.MeasurementRow;
import org.pentimento.casefile.result.Comparison.Summary;

/** Means of measurements with their intervals. */
final class Summaries {
  private record Condition(String metric, String against, String model, String photo) {}

  private Summaries() {}

  /**
   * One summary for each metric, reference, model and kind of photo; metrics in the order in which
   * they were measured.
   */
  static List<Summary> of(List<MeasurementRow> rows) {
    Map<String, Integer> metricOrder = new LinkedHashMap<>();
    Map<Condition, List<MeasurementRow>> groups = new LinkedHashMap<>();
    for (MeasurementRow row : rows) {
      metricOrder.putIfAbsent(row.metric(), metricOrder.size());
      groups
          .computeIfAbsent(
              new Condition(row.metric(), row.against(), row.model(), row.photo()),
              k -> new ArrayList<>())
          .add(row);
    }
    List<Condition> conditions = new ArrayList<>(groups.keySet());
    conditions.sort(
        Comparator.comparing((Condition c) -> metricOrder.getOrDefault(c.metric(), 0))
            .thenComparing(Condition::against, Comparator.reverseOrder()) // truth before target
            .thenComparing(Condition::model)
            .thenComparing(Condition::photo));
    List<Summary> summaries = new ArrayList<>();
    for (Condition c : conditions) {
      summaries.add(summary(c, groups.getOrDefault(c, List.of())));
    }
    return summaries;
  }

  private static Summary summary(Condition c, List<MeasurementRow> rows) {
    double[] values =
        rows.stream()
            .map(MeasurementRow::value)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .toArray();
    int undefined = rows.size() - values.length;
    String name = rows.get(0).name();
    if (values.length == 0) {
      return new Summary(
          c.metric(), name, c.model(), c.photo(), c.against(), 0, undefined, null, null, null);
    }
    Bootstrap.Interval i = Bootstrap.mean(values);
    return new Summary(
        c.metric(),
        name,
        c.model(),
        c.photo(),
        c.against(),
        i.n(),
        undefined,
        i.mean(),
        i.low(),
        i.high());
  }
}
