package org.pentimento.audit.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.pentimento.api.image.Image;

class AreaResamplingTest {
  @Test
  void halvingIsTheMeanOfFour() {
    Image image = Image.of(4, 2, 1, new float[] {0f, 1f, .2f, .4f, 1f, 0f, .6f, .8f});
    assertThat(AreaResampling.resize(image, 2, 1).data()).containsExactly(.5f, .5f);
  }

  @Test
  void theMeanIsKeptWhateverTheSizes() {
    SplittableRandom random = new SplittableRandom(1);
    float[] data = new float[3 * 200 * 250];
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) random.nextDouble();
    }
    Image image = Image.of(200, 250, 3, data);
    for (int[] size : new int[][] {{64, 80}, {63, 79}, {1, 1}, {100, 125}}) {
      Image small = AreaResampling.resize(image, size[0], size[1]);
      assertThat(mean(small)).isCloseTo(mean(image), within(1e-5));
    }
  }

  @Test
  void growingRepeatsPixels() {
    Image image = Image.of(2, 1, 1, new float[] {0f, 1f});
    assertThat(AreaResampling.resize(image, 4, 1).data()).containsExactly(0f, 0f, 1f, 1f);
  }

  private static double mean(Image image) {
    double sum = 0;
    for (float v : image.data()) {
      sum += v;
    }
    return sum / image.data().length;
  }
}
