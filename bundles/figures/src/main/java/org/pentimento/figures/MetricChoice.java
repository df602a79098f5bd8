package org.pentimento.figures;

import java.util.ArrayList;
import java.util.List;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Blindness;

/**
 * Which of the measured values a chart shows.
 *
 * @param metric what was measured, as {@link PairValues#measured} names it
 * @param other a second one to hold the first against
 * @param against {@code truth} or {@code target}
 */
public record MetricChoice(String metric, String other, String against) {
  /**
   * What says most about a comparison if nobody chooses: the first metric that does not see the
   * harm, beside the first that sees it, against the true sketch. Where there are none such, the
   * first two that were measured.
   */
  public static MetricChoice usual(Comparison comparison, PairValues samples) {
    List<String> measured = new ArrayList<>(samples.measured());
    String metric = first(comparison, false, measured);
    measured.remove(metric);
    return new MetricChoice(metric, first(comparison, true, measured), "truth");
  }

  private static String first(Comparison comparison, boolean sees, List<String> measured) {
    return comparison.blindness().stream()
        .filter(b -> b.sees() == sees)
        .map(Blindness::metric)
        .flatMap(id -> measured.stream().filter(m -> m.equals(id) || m.startsWith(id + "-")))
        .findFirst()
        .orElse(measured.isEmpty() ? "" : measured.get(0));
  }
}
