package org.example.pentimento;

import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.testing.junit.PoisoningConformance;

class TurnedStrategyTest extends PoisoningConformance {
  @Override
  protected PoisoningStrategy extension() {
    return new TurnedStrategy();
  }
}
