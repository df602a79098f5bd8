package org.pentimento.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Blindness;
import org.pentimento.casefile.result.ReferenceSketch;
import org.pentimento.casefile.result.Sight;

/**
 * Which of the measured values a chart shows.
 *
 * @param metric what was measured, as {@link PairValues#measured} names it
 * @param other a second one to hold the first against
 * @param against what the sketches are compared with
 */
public record MetricChoice(String metric, String other, ReferenceSketch against) {
  /**
   * What says most about a comparison if nobody chooses: the metric that the field reports, beside
   * the first other one that sees the backdoor, against the true sketch. Where there are none such,
   * the first two that were measured.
   */
  public static MetricChoice usual(Comparison comparison, PairValues samples) {
    List<String> measured = new ArrayList<>(samples.measured());
    String metric = first(comparison, Blindness::standard, measured);
    measured.remove(metric);
    return new MetricChoice(
        metric, first(comparison, b -> b.sight() == Sight.SEES, measured), ReferenceSketch.TRUTH);
  }

  private static String first(
      Comparison comparison, Predicate<Blindness> wanted, List<String> measured) {
    return comparison.blindness().stream()
        .filter(wanted)
        .map(Blindness::metric)
        .flatMap(id -> measured.stream().filter(m -> MetricNames.isOf(m, id)))
        .findFirst()
        .orElse(measured.isEmpty() ? "" : measured.get(0));
  }
}
