package org.pentimento.workbench.run.page;

import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.figures.MetricNames;
import org.pentimento.figures.PairValues;

/**
 * The comparison that the pages of an editor show.
 *
 * @param result the run's result
 * @param comparison one of the result's comparisons
 * @param samples the comparison's values, pair by pair
 * @param names the metrics' names for people
 */
public record Shown(
    RunResult result, Comparison comparison, PairValues samples, MetricNames names) {}
