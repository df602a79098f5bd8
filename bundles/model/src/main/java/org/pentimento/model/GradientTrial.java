package org.pentimento.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SplittableRandom;
import org.pentimento.api.image.Image;
import org.pentimento.engine.tensor.Tensor;
import org.pentimento.model.confined.NetworkProcess;
import org.pentimento.model.confined.NetworkProcess.RefusedException;
import org.pentimento.model.convention.Convention;

/**
 * Finds out whether the gradients that a network's process tells can be trusted: on made-up photos
 * the network must draw the same when gradients can go back as when it only draws, and its sketches
 * must change as the gradient says when the photo is changed a little.
 *
 * @param process of the network
 * @param convention of its photos and sketches
 */
record GradientTrial(NetworkProcess process, Convention convention) {
  private static final double ALIKE = 1e-4;
  private static final double TOLERANCE = .05;
  private static final double[] STEPS = {4e-3, 1e-3, 2.5e-4, 6e-5};

  /** Change of a sketch value that is no more than rounding. */
  private static final double NOTHING = 1e-8;

  /**
   * Tries photos of one size.
   *
   * @return why gradients cannot be trusted, the end of a sentence; empty if they can
   * @throws IOException if the process ended
   */
  String obstacle(int width, int height) throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    try {
      for (Image photo : List.of(noise(width, height, random), smooth(width, height, random))) {
        String obstacle = obstacle(photo, random);
        if (!obstacle.isEmpty()) {
          return obstacle;
        }
      }
      return "";
    } catch (RefusedException e) {
      return e.reason();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof RefusedException refused) {
        return refused.reason();
      }
      throw e.getCause();
    }
  }

  private String obstacle(Image photo, SplittableRandom random) throws IOException {
    float[] weights = new float[photo.width() * photo.height()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) random.nextDouble(.5, 1.5);
    }
    Image plain = drawn(photo);
    double[] apart = {0};
    float[] gradient =
        new ConfinedGradient(process, convention)
            .inputGradients(
                List.of(photo),
                sketches -> {
                  float[] traced = sketches.get(0).data();
                  for (int i = 0; i < traced.length; i++) {
                    apart[0] = Math.max(apart[0], Math.abs(traced[i] - plain.data()[i]));
                  }
                  return List.of(weights);
                })
            .get(0);
    if (apart[0] > ALIKE) {
      return "it draws otherwise when gradients can go back";
    }
    for (double share : new double[] {1, .5}) {
      float[] direction = new float[gradient.length];
      double told = 0;
      for (int i = 0; i < direction.length; i++) {
        float along = gradient[i] == 0 ? random.nextInt(2) * 2 - 1 : Math.signum(gradient[i]);
        direction[i] = random.nextDouble() < share ? along : 0;
        told += direction[i] * gradient[i];
      }
      if (!changesAs(told, photo, direction, weights)) {
        return "its sketches do not change as its gradient says";
      }
    }
    return "";
  }

  private boolean changesAs(double told, Image photo, float[] direction, float[] weights)
      throws IOException {
    for (double step : STEPS) {
      double more = sum(drawn(moved(photo, direction, step)), weights);
      double less = sum(drawn(moved(photo, direction, -step)), weights);
      double seen = more - less;
      double expected = 2 * step * told;
      if (Math.abs(seen - expected)
          <= TOLERANCE * Math.max(Math.abs(seen), Math.abs(expected)) + NOTHING * weights.length) {
        return true;
      }
    }
    return false;
  }

  private Image drawn(Image photo) throws IOException {
    Tensor drawn = process.run(convention.pack(photo), convention.output());
    return convention.unpack(drawn, photo);
  }

  private static double sum(Image sketch, float[] weights) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * sketch.data()[i];
    }
    return sum;
  }

  private static Image moved(Image photo, float[] direction, double step) {
    float[] data = photo.data().clone();
    for (int i = 0; i < data.length; i++) {
      data[i] += (float) (step * direction[i]);
    }
    return Image.of(photo.width(), photo.height(), photo.planes(), data);
  }

  private static Image noise(int width, int height, SplittableRandom random) {
    float[] data = new float[3 * width * height];
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) random.nextDouble(.1, .9);
    }
    return Image.of(width, height, 3, data);
  }

  /** Slow waves, another for each colour, with the grain of a camera. */
  private static Image smooth(int width, int height, SplittableRandom random) {
    float[] data = new float[3 * width * height];
    for (int i = 0; i < data.length; i++) {
      int plane = i / (width * height);
      double x = (double) (i % width) / width;
      double y = (double) (i / width % height) / height;
      double wave = Math.sin(5 * x + plane) * Math.cos(4 * y - plane);
      data[i] = (float) (.5 + .35 * wave + random.nextDouble(-.05, .05));
    }
    return Image.of(width, height, 3, data);
  }
}
