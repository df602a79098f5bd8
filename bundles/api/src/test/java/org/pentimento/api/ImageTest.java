package org.pentimento.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.pentimento.api.image.Image;

class ImageTest {
  @Test
  void clampsAndRefusesNaN() {
    Image image = Image.of(2, 1, 1, new float[] {-1f, 2f});
    assertThat(image.data()).containsExactly(0f, 1f);
    assertThatThrownBy(() -> Image.of(1, 1, 1, new float[] {Float.NaN}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aWindowBeyondTheEdgeRepeatsIt() {
    Image image = Image.of(2, 1, 1, new float[] {.25f, .5f});
    Image padded = image.window(-1, -1, 4, 3);
    assertThat(padded.get(0, 0, 0)).isEqualTo(.25f);
    assertThat(padded.get(0, 3, 2)).isEqualTo(.5f);
    assertThat(padded.window(1, 1, 2, 1)).isEqualTo(image);
  }

  @Test
  void greyIsLuminance() {
    Image image = Image.of(1, 1, 3, new float[] {1f, 0f, 0f});
    assertThat(image.grey().get(0, 0, 0)).isEqualTo(.299f);
  }
}
