package org.pentimento.workbench.dataset.pair.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pentimento.casefile.result.ImageRole;
import org.pentimento.protocol.question.PairQuestion.PairImage;
import org.pentimento.protocol.question.PairQuestion.PairLayer;
import org.pentimento.protocol.question.Picture;
import org.pentimento.workbench.dataset.pair.canvas.PaneLayout.Pane;
import org.pentimento.workbench.dataset.pair.canvas.PaneLayout.Pixel;
import org.pentimento.workbench.dataset.pair.canvas.PixelReadout.LayerValues;

class PaneLayoutTest {
  private static final int CAPTION = 20;

  private final PairScene scene = new PairScene();
  private final Viewport view = new Viewport();

  private static ViewedPair pair(String... roles) {
    List<PairImage> images =
        Stream.of(roles)
            .map(
                role ->
                    new PairImage(
                        ImageRole.of(role),
                        "The " + role.replaceAll("/.*", ""),
                        new Picture(10, 20, 1, new byte[200])))
            .toList();
    return new ViewedPair(images, List.of(), -1, ViewedPair.NONE.place());
  }

  private PaneLayout layout(int width, int height) {
    return PaneLayout.of(scene, width, height, CAPTION);
  }

  @Test
  void isEmptyWithoutImages() {
    PaneLayout layout = layout(300, 200);
    assertThat(layout.panes()).isEmpty();
    assertThat(layout.pixelAt(view, 10, 30)).isNull();
  }

  @Test
  void makesImagesAsLargeAsTheCanvasAllows() {
    scene.show(pair("photo", "truth", "clean/clean", "poisoned/clean"));
    assertThat(layout(800, 200).panes()).extracting(Pane::y).containsOnly(CAPTION);
    assertThat(layout(100, 900).panes()).extracting(Pane::x).containsOnly(0);
    PaneLayout tall = layout(400, 820);
    assertThat(tall.panes()).hasSize(4);
    assertThat(tall.panes().get(3))
        .isEqualTo(new Pane(204, 434, 196, 386, List.of(scene.pair().images().get(3))));
    assertThat(tall.frame()).isEqualTo(new Viewport.Frame(10, 20, 196, 386));
  }

  @Test
  void givesTheComparedImagesOnePane() {
    scene.show(pair("photo", "truth", "clean/clean"));
    scene.compare("truth", "clean/clean");
    scene.setMode(Mode.OVERLAY);
    PaneLayout layout = layout(300, 200);
    assertThat(layout.panes()).hasSize(1);
    assertThat(layout.panes().get(0).images())
        .extracting(i -> i.role().key())
        .containsExactly("truth", "clean/clean");
    assertThat(layout.panes().get(0).height()).isEqualTo(180);
    scene.compare("truth", "nothing of the kind");
    assertThat(layout(300, 200).panes().get(0).images()).hasSize(1);
  }

  @Test
  void findsThePixelUnderThePointer() {
    scene.show(pair("photo", "truth"));
    PaneLayout layout = layout(208, 220); // two panes of 100 × 200, ten pixels for one
    assertThat(layout.pixelAt(view, 108 + 45, CAPTION + 105)).isEqualTo(new Pixel(4.5, 10.5));
    assertThat(layout.pixelAt(view, 104, CAPTION + 105)).as("between the panes").isNull();
    assertThat(layout.pixelAt(view, 45, 10)).as("on a caption").isNull();
    view.pan(layout.frame(), 30, 0);
    assertThat(layout.pixelAt(view, 20, CAPTION + 105)).as("left of the image").isNull();
  }

  @Test
  void numbersAndCaptionsTheComparedImages() {
    scene.show(pair("photo", "truth", "clean/clean"));
    scene.compare("truth", "clean/clean");
    List<PairImage> images = scene.pair().images();
    assertThat(scene.caption(List.of(images.get(0)))).isEqualTo("The photo");
    assertThat(scene.caption(List.of(images.get(1)))).isEqualTo("① The truth");
    scene.setMode(Mode.FLICKER);
    assertThat(scene.caption(scene.compared())).isEqualTo("The truth");
    scene.swap();
    assertThat(scene.caption(scene.compared())).isEqualTo("The clean");
    scene.setMode(Mode.WIPE);
    assertThat(scene.caption(scene.compared())).isEqualTo("The truth | The clean");
    scene.setMode(Mode.OVERLAY);
    assertThat(scene.caption(scene.compared())).isEqualTo("The truth under The clean");
    assertThat(scene.caption(List.of())).isEqualTo("Choose two images to compare.");
  }

  @Test
  void readsOutAllImagesAndLayers() {
    scene.show(pair("photo", "truth", "clean/clean"));
    scene.compare("truth", "clean/clean");
    byte[] values = new byte[2];
    values[1] = (byte) 255;
    LayerValues layer =
        new LayerValues(new PairLayer("d", "Difference", false), new Picture(1, 2, 1, values));
    assertThat(PixelReadout.words(scene, List.of(layer), new Pixel(3.2, 15)))
        .isEqualTo("x 3, y 15   ① The truth 0   ② The clean 0   Difference 1.00   The photo 0");
    scene.setMode(Mode.WIPE);
    assertThat(PixelReadout.words(scene, List.of(layer), new Pixel(3.2, 5)))
        .isEqualTo("x 3, y 5   ① The truth 0   ② The clean 0   Difference 0.00");
  }
}
