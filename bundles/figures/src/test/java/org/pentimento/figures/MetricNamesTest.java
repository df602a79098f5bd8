package org.pentimento.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricNamesTest {
  private final MetricNames names =
      new MetricNames(Map.of("ssim", "SSIM", "ssim-wide", "Wide SSIM", "ink", "Ink"));

  @Test
  void takesTheLongestIdThatIsAWholeWord() {
    assertEquals("SSIM (ssim-3)", names.of("ssim-3"));
    assertEquals("Wide SSIM (ssim-wide-3)", names.of("ssim-wide-3"));
    assertEquals("inkling", names.of("inkling"));
  }

  @Test
  void aMetricWhoseNameBeginsLikeAnotherIsNotTheOther() {
    assertTrue(MetricNames.isOf("ink-grey", "ink"));
    assertFalse(MetricNames.isOf("inkling", "ink"));
  }
}
