package org.pentimento.detector.inversion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.generator.Capability.InputGradient;
import org.pentimento.api.image.Image;
import org.pentimento.detector.sketching.Objective;

/**
 * One small change that is added to any photo, found by descent along the sign of a gradient with
 * momentum (after S. Moosavi-Dezfooli et al., Universal Adversarial Perturbations, CVPR 2017).
 *
 * @param epsilon largest change of a value
 * @param change by value of a photo, ordered as {@link Image#data()}, each in [-epsilon, epsilon]
 */
public record UniversalPerturbation(double epsilon, float[] change) {
  /** Steps of a search, each of which {@link #seek} tells the progress. */
  public static final int STEPS = 40;

  private static final int BATCH = 6;
  private static final double MOMENTUM = .7;
  private static final double STRIDE = 1 / 6.;
  private static final int SLOW_FROM = 24;
  private static final double SLOW = .35;

  /** What a change shall do to sketches. */
  public interface Aim {
    /**
     * Slope of what shall become less, for each sketch, by pixel; its scale does not matter.
     *
     * @param photos that are drawn, by their index among those that the change is sought on
     * @param sketches of these with the change
     */
    List<float[]> gradient(List<Integer> photos, List<Image> sketches);
  }

  /**
   * Seeks one that takes as much as possible from sketches.
   *
   * @param gradients of the model
   * @param photos to seek it on, 3 planes, of one size
   * @param objective what it shall take
   * @param epsilon largest change of a value
   */
  public static UniversalPerturbation seek(
      InputGradient gradients,
      List<Image> photos,
      Objective objective,
      double epsilon,
      long seed,
      Progress progress)
      throws CancelledException {
    Image first = photos.get(0);
    boolean[] everywhere = new boolean[first.width() * first.height()];
    Arrays.fill(everywhere, true);
    return seek(
        gradients,
        photos,
        (batch, sketches) -> objective.gradient(sketches),
        everywhere,
        epsilon,
        seed,
        progress);
  }

  /**
   * Seeks one that does what it shall.
   *
   * @param gradients of the model
   * @param photos to seek it on, 3 planes, of one size
   * @param aim what it shall do
   * @param free where it may change a photo, by pixel
   * @param epsilon largest change of a value
   */
  public static UniversalPerturbation seek(
      InputGradient gradients,
      List<Image> photos,
      Aim aim,
      boolean[] free,
      double epsilon,
      long seed,
      Progress progress)
      throws CancelledException {
    Random random = new Random(seed);
    int n = photos.get(0).data().length;
    float limit = (float) epsilon;
    float[] change = new float[n];
    for (int i = 0; i < n; i++) {
      float drawn = limit * (random.nextFloat() - .5f);
      change[i] = free[i % free.length] ? drawn : 0;
    }
    float[] momentum = new float[n];
    List<Integer> order = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      progress.checkCancelled();
      List<Integer> batch = next(order, photos.size(), random);
      List<Image> moved = new ArrayList<>();
      for (int i : batch) {
        moved.add(added(photos.get(i), change));
      }
      float[] gradient =
          sum(gradients.inputGradients(moved, sketches -> aim.gradient(batch, sketches)));
      double mean = 0;
      for (float g : gradient) {
        mean += Math.abs(g);
      }
      mean = Math.max(mean / n, 1e-30);
      float stride = (float) (epsilon * STRIDE * (step < SLOW_FROM ? 1 : SLOW));
      for (int i = 0; i < n; i++) {
        momentum[i] = (float) (MOMENTUM * momentum[i] + gradient[i] / mean);
        if (free[i % free.length]) {
          float to = change[i] - stride * Math.signum(momentum[i]);
          change[i] = Math.max(-limit, Math.min(limit, to));
        }
      }
      progress.advance(1);
    }
    return new UniversalPerturbation(epsilon, change);
  }

  /** The photos of the next step: all in turn, in an order that changes from round to round. */
  private static List<Integer> next(List<Integer> order, int photos, Random random) {
    int size = Math.min(BATCH, photos);
    if (order.size() < size) {
      order.clear();
      for (int i = 0; i < photos; i++) {
        order.add(i);
      }
      Collections.shuffle(order, random);
    }
    List<Integer> batch = List.copyOf(order.subList(0, size));
    order.subList(0, size).clear();
    return batch;
  }

  private static float[] sum(List<float[]> gradients) {
    float[] sum = new float[gradients.get(0).length];
    for (float[] gradient : gradients) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += gradient[i];
      }
    }
    return sum;
  }

  /** Photos with the change. */
  public List<Image> on(List<Image> photos) {
    return photos.stream().map(photo -> added(photo, change)).toList();
  }

  private static Image added(Image photo, float[] change) {
    float[] data = photo.data().clone();
    for (int i = 0; i < data.length; i++) {
      data[i] += change[i];
    }
    return Image.of(photo.width(), photo.height(), 3, data);
  }
}
