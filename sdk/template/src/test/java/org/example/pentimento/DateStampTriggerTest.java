package org.example.pentimento;

import org.pentimento.api.trigger.Trigger;
import org.pentimento.testing.junit.TriggerConformance;

class DateStampTriggerTest extends TriggerConformance {
  @Override
  protected Trigger extension() {
    return new DateStampTrigger();
  }
}
