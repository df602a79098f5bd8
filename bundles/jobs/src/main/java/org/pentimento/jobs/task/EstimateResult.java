package org.pentimento.jobs.task;

import org.jspecify.annotations.Nullable;
import org.pentimento.audit.estimate.Estimator;
import org.pentimento.protocol.JobResult;

/** What is told of an estimate. */
public final class EstimateResult {
  private EstimateResult() {}

  /** The figures, and what a person is told of them. */
  public static JobResult.OfEstimate of(Estimator.Outcome outcome) {
    return new JobResult.OfEstimate(
        outcome.estimate().basis(),
        outcome.words(),
        outcome.wantsTrial(),
        known(outcome.estimate().seconds()),
        known(outcome.estimate().low()),
        known(outcome.estimate().high()),
        known(outcome.estimate().bytes()),
        known(outcome.estimate().peakBytes()),
        known(outcome.free()));
  }

  private static @Nullable Double known(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
