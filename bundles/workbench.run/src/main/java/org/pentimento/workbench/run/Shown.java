package org.pentimento.workbench.run;

import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.workbench.run.chart.MetricNames;
import org.pentimento.workbench.run.chart.Samples;

/**
 * The comparison that an editor's pages show.
 *
 * @param result of the run
 * @param comparison one of the result's
 * @param samples its single values
 * @param names of its metrics
 */
record Shown(RunResult result, Comparison comparison, Samples samples, MetricNames names) {}
