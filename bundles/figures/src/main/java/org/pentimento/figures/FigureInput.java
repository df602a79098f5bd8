package org.pentimento.figures;

import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.RunResult;

/**
 * What a chart is made of.
 *
 * @param result of the run
 * @param comparison one of the result's comparisons
 * @param samples the comparison's single values
 * @param choice which of them to show
 */
public record FigureInput(
    RunResult result, Comparison comparison, PairValues samples, MetricChoice choice) {
  /** How a person calls what was measured. */
  public MetricNames names() {
    return MetricNames.of(result);
  }
}
