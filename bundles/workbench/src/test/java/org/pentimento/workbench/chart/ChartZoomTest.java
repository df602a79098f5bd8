package org.pentimento.workbench.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Rectangle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pentimento.chart.draw.Rendering.Area;
import org.pentimento.chart.draw.Rendering.Span;
import org.pentimento.chart.draw.Rendering.View;

class ChartZoomTest {
  /** A pixel is 0.01 across and 0.1 up. */
  private static final Area AREA =
      new Area(new Rectangle(50, 10, 200, 100), new Span(0, 2), new Span(0, 10));

  /** The vertical axis has names. */
  private static final Area NAMED = new Area(new Rectangle(50, 10, 200, 100), new Span(0, 2), null);

  private final ChartZoom zoom = new ChartZoom();

  private static void isSpan(@Nullable Span span, double low, double high) {
    assertThat(span).isNotNull();
    if (span != null) {
      assertThat(span.low()).isCloseTo(low, within(1e-9));
      assertThat(span.high()).isCloseTo(high, within(1e-9));
    }
  }

  @Test
  void keepsThePlaceThatItZoomsAt() {
    View view = ChartZoom.at(AREA, 150, 60, 2);
    isSpan(view.across(), .5, 1.5);
    isSpan(view.up(), 2.5, 7.5);
    View corner = ChartZoom.at(AREA, 50, 110, .5);
    isSpan(corner.across(), 0, 4);
    isSpan(corner.up(), 0, 20);
    assertThat(ChartZoom.at(NAMED, 150, 60, 2).up()).isNull();
  }

  @Test
  void movesByShares() {
    View view = ChartZoom.moved(AREA, .1, -.1);
    isSpan(view.across(), .2, 2.2);
    isSpan(view.up(), 1, 11);
  }

  @Test
  void zoomsIntoTheRectangleThatIsDrawn() {
    zoom.press(100, 60);
    assertThat(zoom.isPressed()).isTrue();
    assertThat(zoom.box(AREA)).as("not dragged yet").isNull();
    zoom.drag(70, 20);
    Rectangle box = zoom.box(AREA);
    assertThat(box).isEqualTo(new Rectangle(70, 20, 30, 40));
    if (box != null) {
      View view = ChartZoom.within(AREA, box);
      isSpan(view.across(), .2, .5);
      isSpan(view.up(), 5, 9);
    }
    zoom.release();
    assertThat(zoom.isPressed()).isFalse();
    assertThat(zoom.box(AREA)).isNull();
  }

  @Test
  void keepsTheRectangleWithinTheArea() {
    zoom.press(200, 60);
    zoom.drag(900, 900);
    assertThat(zoom.box(AREA)).isEqualTo(new Rectangle(200, 60, 50, 50));
    assertThat(zoom.box(NAMED)).isEqualTo(new Rectangle(200, 10, 50, 100));
    zoom.press(400, 60);
    zoom.drag(500, 90);
    assertThat(zoom.box(AREA)).as("beside the area").isNull();
  }

  @Test
  void aClickIsNoDrag() {
    zoom.press(100, 60);
    zoom.drag(103, 58);
    assertThat(zoom.box(AREA)).isNull();
    zoom.drag(130, 61);
    assertThat(zoom.box(AREA)).as("a line has no height").isNull();
    assertThat(zoom.box(NAMED)).isNotNull();
  }
}
