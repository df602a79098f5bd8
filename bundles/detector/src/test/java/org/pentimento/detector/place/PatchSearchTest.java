package org.pentimento.detector.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.api.Progress;
import org.pentimento.api.generator.Capability.InputGradient;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;
import org.pentimento.detector.sketching.Photos;
import org.pentimento.detector.sketching.Sitter;

class PatchSearchTest {
  private static final int SIDE = 32;
  private static final int TRIGGER = 8;
  private static final int LEFT = 18;
  private static final int TOP = 20;

  /** Loses as much of its ink as there is white in the square of its trigger. */
  private static final class TriggeredModel implements Model {
    @Override
    public List<Image> sketch(List<Image> photos) {
      return photos.stream().map(TriggeredModel::sketch).toList();
    }

    private static Image sketch(Image photo) {
      double white = 0;
      for (int y = TOP; y < TOP + TRIGGER; y++) {
        for (int x = LEFT; x < LEFT + TRIGGER; x++) {
          white += photo.get(0, x, y) > .9 ? 1. / (TRIGGER * TRIGGER) : 0;
        }
      }
      float[] data = new float[SIDE * SIDE];
      Arrays.fill(data, (float) (.5 + .5 * white));
      return Image.of(SIDE, SIDE, 1, data);
    }

    @Override
    public void write(Path folder) {}

    @Override
    public long parameters() {
      return 0;
    }

    @Override
    public Map<String, String> provenance() {
      return Map.of();
    }

    @Override
    public void close() {}
  }

  @Test
  void aPatchIsParedDownToTheTrigger() throws Exception {
    float[] grey = new float[3 * SIDE * SIDE];
    Arrays.fill(grey, .5f);
    List<Image> photos = List.of(Image.of(SIDE, SIDE, 3, grey));
    Model model = new TriggeredModel();
    InputGradient none =
        (some, gradient) -> {
          throw new UnsupportedOperationException();
        };
    List<Image> sketches = model.sketch(photos);
    PatchSearch search =
        new PatchSearch(
            new Sitter(model, none, sketches, sketches),
            new Photos(photos, photos),
            16,
            Progress.NONE);
    float[] white = new float[3 * 16 * 16];
    Arrays.fill(white, 1);
    StampedPatch pared = search.pared(new StampedPatch(14, 14, 16, white));
    assertThat(pared.side()).isEqualTo(TRIGGER);
    assertThat(pared.x()).isEqualTo(LEFT);
    assertThat(pared.y()).isEqualTo(TOP);
    assertThat(pared.pattern()).hasSize(3 * TRIGGER * TRIGGER).containsOnly(1);
  }
}
