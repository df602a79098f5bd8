package org.pentimento.report.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pentimento.casefile.result.Comparison.MeasurementRow;
import org.pentimento.casefile.result.ImageRole;
import org.pentimento.casefile.result.ReferenceSketch;

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
    if (!metrics.contains(row.metric()) || row.against() != ReferenceSketch.TRUTH) {
      return;
    }
    Map<String, Double> of =
        values.computeIfAbsent(
            key(row.metric(), row.condition().sketch()), k -> new LinkedHashMap<>());
    if (of.size() < SHOWN) {
      of.putIfAbsent(row.pair(), value);
    }
  }

  /** Values of a metric under a condition. */
  List<Double> of(String metric, ImageRole.Sketch sketch) {
    return List.copyOf(values.getOrDefault(key(metric, sketch), Map.of()).values());
  }

  /** Values of two metrics for the pairs that have both. */
  List<double[]> both(String first, String second, ImageRole.Sketch sketch) {
    Map<String, Double> a = values.getOrDefault(key(first, sketch), Map.of());
    Map<String, Double> b = values.getOrDefault(key(second, sketch), Map.of());
    List<double[]> points = new ArrayList<>();
    a.forEach(
        (pair, x) -> {
          if (b.containsKey(pair)) {
            points.add(new double[] {x, Objects.requireNonNull(b.get(pair))});
          }
        });
    return points;
  }

  private static String key(String metric, ImageRole.Sketch sketch) {
    return metric + '\n' + sketch.key();
  }
}
