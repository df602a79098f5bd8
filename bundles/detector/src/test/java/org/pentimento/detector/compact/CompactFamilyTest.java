package org.pentimento.detector.compact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pentimento.api.image.Image;

class CompactFamilyTest {
  private static final int WIDTH = 24;
  private static final int HEIGHT = 20;

  /** A smooth photo without values near 0 or 1, where clamping would bend the slope. */
  private static Image photo() {
    float[] data = new float[3 * WIDTH * HEIGHT];
    for (int i = 0; i < data.length; i++) {
      data[i] = .5f + .2f * (float) Math.sin(.3 * (i % WIDTH) + .2 * (i / WIDTH));
    }
    return Image.of(WIDTH, HEIGHT, 3, data);
  }

  private static double weighted(Image image, float[] weights) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += (double) weights[i] * image.data()[i];
    }
    return sum;
  }

  @ParameterizedTest
  @EnumSource
  void gradientIsTheSlopeOfWhatTheChangeDoes(CompactFamily family) {
    Random random = new Random(5);
    Image photo = photo();
    PhotoChange change = family.of(family.first(), WIDTH, HEIGHT);
    double[] p = CompactFamily.starts(change, random).get(0);
    float[] weights = new float[photo.data().length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) random.nextGaussian();
    }
    double[] gradient = new double[change.size()];
    change.back(photo, p, weights, gradient);
    double scale = 0;
    for (double g : gradient) {
      scale = Math.max(scale, Math.abs(g));
    }
    for (int k = 0; k < Math.min(12, p.length); k++) {
      double step = 1e-3;
      double[] more = p.clone();
      double[] less = p.clone();
      more[k] += step;
      less[k] -= step;
      double slope =
          (weighted(change.apply(photo, more), weights)
                  - weighted(change.apply(photo, less), weights))
              / (2 * step);
      assertThat(gradient[k]).as("parameter %d", k).isCloseTo(slope, within(.02 * scale));
    }
  }

  @Test
  void theStrongestWaveOfAPictureIsFoundWithItsPhase() {
    double[] wave = {5, -3, .7};
    Image grey = Image.of(WIDTH, HEIGHT, 3, half());
    float[] change = new AddedWave(.1).apply(grey, wave).data().clone();
    for (int i = 0; i < change.length; i++) {
      change[i] -= grey.data()[i];
    }
    List<double[]> found = Peaks.of(change, WIDTH, HEIGHT, 2);
    assertThat(found.get(0)[0]).isEqualTo(5);
    assertThat(found.get(0)[1]).isEqualTo(-3);
    assertThat(Math.sin(found.get(0)[2])).isCloseTo(Math.sin(.7), within(.01));
    assertThat(Math.cos(found.get(0)[2])).isCloseTo(Math.cos(.7), within(.01));
  }

  private static float[] half() {
    float[] data = new float[3 * WIDTH * HEIGHT];
    Arrays.fill(data, .5f);
    return data;
  }
}
