package org.pentimento.detector.compact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pentimento.api.image.Image;

class ChangeTest {
  private static final int WIDTH = 24;
  private static final int HEIGHT = 20;

  static Stream<PhotoChange> changes() {
    return Stream.of(
        new SineChange(.1), new Tint(.15), Shade.of(.06, WIDTH, HEIGHT), Bend.of(2, WIDTH, HEIGHT));
  }

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
  @MethodSource("changes")
  void gradientIsTheSlopeOfWhatTheChangeDoes(PhotoChange change) {
    Random random = new Random(5);
    Image photo = photo();
    double[] p = change.starts(random).get(0);
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
}
