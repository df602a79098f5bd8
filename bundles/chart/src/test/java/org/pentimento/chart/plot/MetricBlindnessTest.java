package org.pentimento.chart.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.font.FontRenderContext;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.junit.jupiter.api.Test;
import org.pentimento.chart.Theme;
import org.pentimento.chart.plot.MetricBlindness.Answer;
import org.pentimento.chart.plot.MetricBlindness.Loss;

class MetricBlindnessTest {
  private static final double NARROW_PIXELS = 290;

  private static double pixelsRightOf(double share, MetricBlindness chart) {
    ValueAxis axis = chart.chart(Theme.LIGHT).getCategoryPlot().getRangeAxis();
    return (axis.getUpperBound() - share) / axis.getRange().getLength() * NARROW_PIXELS;
  }

  private static double width(String text) {
    return Style.strong().getStringBounds(text, new FontRenderContext(null, true, true)).getWidth();
  }

  @Test
  void wordsBesideTheLongestBarHaveRoomInANarrowChart() {
    Loss long1 = new Loss("GMSD", 1.39, 1.1, Answer.BLIND);
    MetricBlindness told =
        new MetricBlindness(List.of(new Loss("FSIM", .2, .1, Answer.SEES), long1));
    assertThat(pixelsRightOf(1.1, told)).isGreaterThan(width(MetricBlindness.label(long1)));
  }

  @Test
  void whatHoldsForAllMetricsIsSaidOnce() {
    MetricBlindness untold =
        new MetricBlindness(List.of(new Loss("GMSD", 1.39, null, Answer.UNTOLD)));
    assertThat(untold.chart(Theme.LIGHT).getCategoryPlot().getRangeAxis().getLabel())
        .contains("trigger and backdoor together");
    assertThat(pixelsRightOf(MetricBlindness.LONGEST, untold))
        .isBetween(width("139 % worse"), 2.5 * width("139 % worse"));
  }
}
