package org.example.pentimento;

import org.pentimento.api.metric.PairMetric;
import org.pentimento.testing.junit.PairMetricConformance;

class StrokeOverlapMetricTest extends PairMetricConformance {
  @Override
  protected PairMetric extension() {
    return new StrokeOverlapMetric();
  }

  @Override
  protected boolean symmetric() {
    return true;
  }
}
