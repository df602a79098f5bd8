package org.example.pentimento;

import org.pentimento.api.detector.DatasetDetector;
import org.pentimento.testing.junit.DatasetDetectorConformance;

class EdgeAgreementDetectorTest extends DatasetDetectorConformance {
  @Override
  protected DatasetDetector extension() {
    return new EdgeAgreementDetector();
  }
}
