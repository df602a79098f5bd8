package org.pentimento.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.api.image.Image;

class WarpingTriggerTest {
  private final WarpingTrigger trigger = new WarpingTrigger();

  @Test
  void controlPointsHaveMeanMagnitudeOne() {
    WarpField field = WarpField.random(4, 3);
    double sum =
        Arrays.stream(field.across()).map(Math::abs).sum()
            + Arrays.stream(field.down()).map(Math::abs).sum();
    assertThat(sum / 32).isCloseTo(1, within(1e-12));
  }

  @Test
  void fieldPassesThroughItsControlPoints() {
    WarpField field = WarpField.random(4, 3);
    for (int row = 0; row < 4; row++) {
      for (int column = 0; column < 4; column++) {
        assertThat(field.across(column / 3.0, row / 3.0))
            .isCloseTo(field.across()[row * 4 + column], within(1e-12));
        assertThat(field.down(column / 3.0, row / 3.0))
            .isCloseTo(field.down()[row * 4 + column], within(1e-12));
      }
    }
  }

  @Test
  void fieldIsBicubicBetween() {
    // Halfway the weights of Keys' kernel at a = -0.75 are -0.09375, 0.59375, 0.59375, -0.09375.
    WarpField field = new WarpField(4, new double[16], new double[16]);
    Arrays.setAll(field.across(), i -> new double[] {8, 2, 4, -16}[i % 4]);
    assertThat(field.across(0.5, 0.3)).isCloseTo(-0.09375 * (8 - 16) + 0.59375 * 6, within(1e-12));
  }

  @Test
  void constantPhotoStaysAsItIs() throws IOException {
    Image photo = Image.constant(31, 17, 3, 0.25f);
    assertThat(Stamps.stamp(trigger, photo, Map.of("strength", 9), 1)).isEqualTo(photo);
  }

  @Test
  void rampShowsTheDisplacement() throws IOException {
    // On a photo whose values are its columns the change of a value is the shift in pixels.
    int size = 65;
    float[] columns = new float[size * size];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = i % size / 128f;
    }
    Image stamped =
        Stamps.stamp(trigger, Image.of(size, size, 1, columns.clone()), Map.of("strength", 2), 7);
    WarpField field = WarpField.random(4, 7);
    double shifts = 0;
    int counted = 0;
    for (int y = 0; y < size; y++) {
      for (int x = 8; x < size - 8; x++) {
        double wanted = field.across(x / 64.0, y / 64.0) * 2 / size * 32;
        double shift = (stamped.get(0, x, y) - x / 128f) * 128;
        assertThat(shift).isCloseTo(wanted, within(1e-4));
        shifts += Math.abs(shift);
        counted++;
      }
    }
    assertThat(shifts / counted).isBetween(0.5, 1.5);
  }

  @Test
  void edgesAreFetchedFromInside() throws IOException {
    Image photo = Stamps.grain(16, 16, 1);
    Image stamped = Stamps.stamp(trigger, photo, Map.of("strength", 64), 2);
    assertThat(stamped.data()).doesNotContain(0f);
  }

  @Test
  void strengthZeroIsTheCleanPhoto() throws IOException {
    Image photo = Stamps.grain(17, 9, 3);
    Image stamped = Stamps.stamp(trigger, photo, Map.of("strength", 0), 2);
    for (int i = 0; i < photo.data().length; i++) {
      assertThat(stamped.data()[i]).isCloseTo(photo.data()[i], within(1e-6f));
    }
  }
}
