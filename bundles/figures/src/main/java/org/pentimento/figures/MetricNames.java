package org.pentimento.figures;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pentimento.casefile.result.RunResult;

/**
 * How a person calls what was measured.
 *
 * @param byId names of metrics by id
 */
public record MetricNames(Map<String, String> byId) {
  /** Keeps a copy. */
  public MetricNames {
    byId = Map.copyOf(byId);
  }

  /** The names of a run's metrics. */
  public static MetricNames of(RunResult result) {
    Map<String, String> names = new LinkedHashMap<>();
    result.metrics().forEach(m -> names.put(m.id(), m.name()));
    return new MetricNames(names);
  }

  /**
   * Whether a measured value is one of a metric.
   *
   * @param measured the metric's id, perhaps with a suffix after a hyphen, such as {@code
   *     fsim-grey}
   * @param metric id of the metric
   */
  public static boolean isOf(String measured, String metric) {
    return measured.equals(metric) || measured.startsWith(metric + "-");
  }

  /**
   * The name of what was measured.
   *
   * @param measured a metric's id, perhaps with a suffix after a hyphen, such as {@code fsim-grey}
   */
  public String of(String measured) {
    String whole = byId.get(measured);
    if (whole != null) {
      return whole;
    }
    return byId.entrySet().stream()
        .filter(e -> isOf(measured, e.getKey()))
        .max(Comparator.comparingInt(e -> e.getKey().length()))
        .map(e -> e.getValue() + " (" + measured + ")")
        .orElse(measured);
  }
}
