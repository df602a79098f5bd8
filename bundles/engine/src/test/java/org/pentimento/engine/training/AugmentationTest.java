package org.pentimento.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pentimento.api.image.Image;

class AugmentationTest {
  private static final int WIDTH = 40;
  private static final int HEIGHT = 24;

  /** A photo whose first plane is the column and whose second is the row, in parts of 64. */
  private static Image places() {
    float[] data = new float[3 * WIDTH * HEIGHT];
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      data[i] = (float) (i % WIDTH) / 64;
      data[WIDTH * HEIGHT + i] = (float) (i / WIDTH) / 64;
    }
    return Image.of(WIDTH, HEIGHT, 3, data);
  }

  @Test
  void noneGivesTheSameImage() {
    Image image = places();
    assertThat(Augmentation.NONE.apply(image, 5)).isSameAs(image);
  }

  @Test
  void flipMirrorsAboutHalfOfTheImagesAndChangesNoValue() {
    Image image = places();
    int mirrored = 0;
    for (long seed = 0; seed < 200; seed++) {
      Image changed = new Augmentation(false, true).apply(image, seed);
      if (changed.equals(image)) {
        continue;
      }
      mirrored++;
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          assertThat(changed.get(0, x, y)).isEqualTo(image.get(0, WIDTH - 1 - x, y));
          assertThat(changed.get(1, x, y)).isEqualTo(image.get(1, x, y));
        }
      }
    }
    assertThat(mirrored).isBetween(70, 130);
  }

  @Test
  void cropEnlargesBy286To256AndShiftsWithinWhatThatLeaves() {
    // 40 and 24 pixels become 45 and 27, so that 6 by 4 places are left.
    Set<String> places = new HashSet<>();
    for (long seed = 0; seed < 400; seed++) {
      Image changed = new Augmentation(true, false).apply(places(), seed);
      double slope = 64 * (changed.get(0, 30, 9) - changed.get(0, 10, 9)) / 20;
      assertThat(slope).isCloseTo(40.0 / 45, within(1e-5));
      double left = 64 * changed.get(0, 10, 9) * 45 / 40 - 10 + 0.5 * 45 / 40 - 0.5;
      double top = 64 * changed.get(1, 10, 9) * 27 / 24 - 9 + 0.5 * 27 / 24 - 0.5;
      assertThat(left).isCloseTo(Math.rint(left), within(1e-4)).isBetween(-1e-4, 5 + 1e-4);
      assertThat(top).isCloseTo(Math.rint(top), within(1e-4)).isBetween(-1e-4, 3 + 1e-4);
      places.add(Math.rint(left) + " " + Math.rint(top));
    }
    assertThat(places).hasSize(24);
  }

  @Test
  void photoAndSketchChangeAlike() {
    Image photo = places();
    float[] column = new float[WIDTH * HEIGHT];
    System.arraycopy(photo.data(), 0, column, 0, column.length);
    Image sketch = Image.of(WIDTH, HEIGHT, 1, column);
    for (long seed = 0; seed < 20; seed++) {
      Augmentation both = new Augmentation(true, true);
      Image changed = both.apply(photo, seed);
      float[] first = new float[column.length];
      System.arraycopy(changed.data(), 0, first, 0, first.length);
      assertThat(both.apply(sketch, seed).data()).isEqualTo(first);
    }
  }
}
