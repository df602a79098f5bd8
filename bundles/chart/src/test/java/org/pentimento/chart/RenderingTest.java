package org.pentimento.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pentimento.chart.Rendering.Area;
import org.pentimento.chart.Rendering.Span;
import org.pentimento.chart.Rendering.Spot;
import org.pentimento.chart.Rendering.View;

class RenderingTest {
  private static final MetricScatter SCATTER =
      new MetricScatter(
          "FSIM",
          "Scoot",
          List.of(
              new MetricScatter.Cloud(
                  "clean photos",
                  List.of(
                      new MetricScatter.Point(.2, .3, "face-1"),
                      new MetricScatter.Point(.8, .9, "face-2")),
                  ColorRole.HONEST)));

  private static Rendering of(Figure figure, View view) {
    return Rendering.of(figure, Theme.LIGHT, view, 500, 300, 1);
  }

  @Test
  void everyFigureHasSomethingToPointAt() {
    for (Figure figure : Samples.all()) {
      assertThat(of(figure, View.ALL).spots()).as(figure.description()).isNotEmpty();
    }
  }

  @Test
  void aScreenOfTwiceThePixelsGetsThem() {
    Rendering fine = Rendering.of(Samples.losses(), Theme.DARK, View.ALL, 500, 300, 2);
    assertThat(fine.rgb()).hasSize(1000 * 600);
    assertThat(fine.rgb()[0] & 0xffffff)
        .isEqualTo(Theme.DARK.color(ColorRole.PAPER).getRGB() & 0xffffff);
    assertThat(Arrays.stream(fine.rgb()).distinct().count()).isGreaterThan(20);
  }

  @Test
  void tellsWhatLiesNearAPlace() {
    Rendering all = of(SCATTER, View.ALL);
    Spot second =
        all.spots().stream().filter(s -> s.id().equals("face-2")).findFirst().orElseThrow();
    Rectangle2D bounds = second.shape().getBounds2D();
    assertThat(all.at(bounds.getCenterX() + 4, bounds.getCenterY() - 3, 6)).contains(second);
    assertThat(second.words()).isEqualTo("face-2, clean photos: FSIM 0.8, Scoot 0.9");
    assertThat(all.at(bounds.getCenterX() - 40, bounds.getCenterY() + 40, 6)).isEmpty();
  }

  @Test
  void zoomsToAPlace() {
    Area area = of(SCATTER, View.ALL).area().orElseThrow();
    Rectangle2D place = area.place();
    Span left = area.across(place.getMinX(), place.getCenterX());
    Span up = area.up(place.getCenterY(), place.getMaxY());
    Rendering zoomed = of(SCATTER, new View(left, up));
    assertThat(zoomed.spots()).extracting(Spot::id).containsExactly("face-1");
    assertThat(zoomed.area().orElseThrow().across().high()).isEqualTo(left.high());
  }

  @Test
  void namesAreNotZoomed() {
    assertThat(of(Samples.distributions(), View.ALL).area().orElseThrow().up()).isNull();
    assertThat(of(Samples.blindness(), View.ALL).area()).isEmpty();
  }

  @Test
  void refusesAStretchOfNothing() {
    assertThatThrownBy(() -> new Span(1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Span(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void numbersGoOutAsTheyAre() {
    Values values =
        new Values(
            List.of("name", "value"),
            List.of(
                Arrays.asList("=1+1", 1e-7),
                Arrays.asList("a, \"b\"", null),
                Arrays.asList("c", Double.NaN)));
    assertThat(values.csv())
        .isEqualTo("name,value\r\n'=1+1,0.00000010\r\n\"a, \"\"b\"\"\",\r\nc,\r\n");
    assertThat(Samples.scatter().values().rows()).hasSize(120);
  }

  @Test
  void severalRunsLieOverEachOther() {
    AttackSuccess one = Samples.success();
    SuccessComparison both =
        new SuccessComparison(
            List.of(
                new SuccessComparison.Curve("first", one.points()),
                new SuccessComparison.Curve("second", one.points())));
    assertThat(FigureWriter.svg(both, "f", Theme.LIGHT)).contains(">first<").contains(">second<");
    assertThat(both.values().rows()).hasSize(82);
  }
}
