package org.pentimento.workbench.run.chart;

import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.ReferenceSketch;

/**
 * What a chart is drawn of.
 *
 * @param comparison of a run
 * @param samples its single values
 * @param metric what was measured, as {@link PairValues#measured} tells
 * @param other a second one to hold the first against
 * @param against what the sketches are compared with
 * @param names of metrics for people
 */
public record ChartInput(
    Comparison comparison,
    PairValues samples,
    String metric,
    String other,
    ReferenceSketch against,
    MetricNames names) {}
