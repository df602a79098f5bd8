package org.pentimento.report.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pentimento.casefile.result.Comparison.MeasurementRow;

/**
 * Values against the truth of two metrics, for drawing: those of the first pairs only, so that a
 * chart stays readable and memory does not grow with the data set.
 */
final class SampleValues {
  /** At most so many images under each condition are drawn. */
  static final int SHOWN = 400;

  private final List<String> metrics;
  private final Map<String, Map<String, Double>> values = new LinkedHashMap<>();

  SampleValues(List<String> metrics) {
    this.metrics = metrics;
  }

  void add(MeasurementRow row) {
    Double value = row.value();
    if (value == null || !Double.isFinite(value)) {
      return;
    }
    if (!metrics.contains(row.metric()) || !row.against().equals("truth")) {
      return;
    }
    Map<String, Double> of =
        values.computeIfAbsent(
            key(row.metric(), row.model(), row.photo()), k -> new LinkedHashMap<>());
    if (of.size() < SHOWN) {
      of.putIfAbsent(row.pair(), value);
    }
  }

  /** Values of a metric under a condition. */
  List<Double> of(String metric, String model, String photo) {
    return List.copyOf(values.getOrDefault(key(metric, model, photo), Map.of()).values());
  }

  /** Values of two metrics for the pairs that have both. */
  List<double[]> both(String first, String second, String model, String photo) {
    Map<String, Double> a = values.getOrDefault(key(first, model, photo), Map.of());
    Map<String, Double> b = values.getOrDefault(key(second, model, photo), Map.of());
    List<double[]> points = new ArrayList<>();
    a.forEach(
        (pair, x) -> {
          if (b.containsKey(pair)) {
            points.add(new double[] {x, Objects.requireNonNull(b.get(pair))});
          }
        });
    return points;
  }

  private static String key(String metric, String model, String photo) {
    return metric + '\n' + model + '\n' + photo;
  }
}
