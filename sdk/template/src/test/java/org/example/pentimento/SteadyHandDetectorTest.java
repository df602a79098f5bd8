package org.example.pentimento;

import org.pentimento.api.suspect.ModelDetector;
import org.pentimento.testing.junit.ModelDetectorConformance;

class SteadyHandDetectorTest extends ModelDetectorConformance {
  @Override
  protected ModelDetector extension() {
    return new SteadyHandDetector();
  }
}
