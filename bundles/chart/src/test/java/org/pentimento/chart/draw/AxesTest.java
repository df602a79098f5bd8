package org.pentimento.chart.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.junit.jupiter.api.Test;
import org.pentimento.chart.Figure;
import org.pentimento.chart.Theme;
import org.pentimento.chart.draw.Rendering.Span;
import org.pentimento.chart.draw.Rendering.View;
import org.pentimento.chart.plot.TrainingLosses;

/** Ticks say what the axis counts, however far one looks into it. */
class AxesTest {
  private static String svg(Figure figure) {
    return FigureWriter.svg(figure, "t", Theme.LIGHT);
  }

  private static XYPlot plot(Figure figure) {
    JFreeChart chart = figure.chart(Theme.LIGHT);
    return (XYPlot) chart.getPlot();
  }

  @Test
  void sharesStayPerCent() {
    String whole = svg(Samples.success());
    assertThat(whole).contains(">25 %<").doesNotContain(">0.3<");
    String part = svg(new Zoomed(Samples.success(), new View(null, new Span(.21, .38))));
    assertThat(part).contains(">30 %<").doesNotContain(">0.3<");
  }

  @Test
  void stepsAreWhole() {
    TrainingLosses short3 =
        new TrainingLosses(
            List.of(
                new TrainingLosses.Curve(
                    "L1",
                    "clean model",
                    true,
                    List.of(
                        new TrainingLosses.Point(1, .3),
                        new TrainingLosses.Point(2, .2),
                        new TrainingLosses.Point(3, .15)))));
    NumberAxis steps = (NumberAxis) plot(short3).getDomainAxis();
    assertThat(svg(short3)).contains(">2<").doesNotContain(">1.5<", ">2.5<", ">1.25<");
    assertThat(steps.getStandardTickUnits().getCeilingTickUnit(.2).getSize()).isEqualTo(1);
  }

  /** Two models of one loss are told apart by their colours, not by dashes alone. */
  @Test
  void modelsHaveColoursOfTheirOwn() {
    XYPlot plot = plot(Samples.losses());
    XYLineAndShapeRenderer renderer = (XYLineAndShapeRenderer) plot.getRenderer();
    List<Color> hues =
        List.of(0, 1, 2, 3).stream().map(i -> (Color) renderer.getSeriesPaint(i)).toList();
    assertThat(hues).doesNotHaveDuplicates();
    assertThat(renderer.getDrawSeriesLineAsPath()).isTrue();
  }
}
