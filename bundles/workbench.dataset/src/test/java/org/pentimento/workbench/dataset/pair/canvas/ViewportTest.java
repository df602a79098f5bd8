package org.pentimento.workbench.dataset.pair.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.pentimento.workbench.dataset.pair.canvas.Viewport.Frame;

class ViewportTest {
  private static final Frame FRAME = new Frame(200, 250, 400, 400);

  private final Viewport view = new Viewport();

  @Test
  void showsTheWholeAtFirst() {
    assertThat(view.scale(FRAME)).isEqualTo(1.6);
    assertThat(view.left(FRAME)).isEqualTo(40);
    assertThat(view.top(FRAME)).isEqualTo(0);
  }

  @Test
  void keepsThePixelUnderTheCursorWhileZooming() {
    double x = (100 - view.left(FRAME)) / view.scale(FRAME);
    double y = (300 - view.top(FRAME)) / view.scale(FRAME);
    view.zoom(FRAME, 3, 100, 300);
    assertThat(view.scale(FRAME)).isCloseTo(4.8, within(1e-9));
    assertThat((100 - view.left(FRAME)) / view.scale(FRAME)).isCloseTo(x, within(1e-9));
    assertThat((300 - view.top(FRAME)) / view.scale(FRAME)).isCloseTo(y, within(1e-9));
  }

  @Test
  void aPictureHasTheZoomThatSomebodyChose() {
    assertThat(view.enlargement(5)).isEqualTo(5);
    view.zoom(FRAME, 2 / view.scale(FRAME), 100, 300);
    assertThat(view.enlargement(5)).isEqualTo(2);
    view.zoom(FRAME, 0.25, 100, 300);
    assertThat(view.enlargement(5)).isEqualTo(1);
  }

  @Test
  void neverLosesTheImage() {
    view.pan(FRAME, 1e6, -1e6);
    assertThat(view.left(FRAME)).isBetween(-400.0, 400.0);
    assertThat(view.top(FRAME)).isBetween(-400.0, 400.0);
    view.fit();
    assertThat(view.left(FRAME)).isEqualTo(40);
  }
}
