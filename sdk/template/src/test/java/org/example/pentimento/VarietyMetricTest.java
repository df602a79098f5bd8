package org.example.pentimento;

import org.pentimento.api.metric.SetMetric;
import org.pentimento.testing.junit.SetMetricConformance;

class VarietyMetricTest extends SetMetricConformance {
  @Override
  protected SetMetric extension() {
    return new VarietyMetric();
  }
}
