package org.pentimento.audit.inspection.model;

import java.util.ArrayList;
import java.util.List;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;

/**
 * What a suspect model draws of trusted photos, before any detector is asked.
 *
 * @param sketches in the order of the photos
 * @param problem why nothing can be said about such a model, in words; empty if something can
 * @param error mean absolute difference from the true sketches, in [0, 1]
 * @param milliseconds median time for a photo
 */
record ModelProbe(List<Image> sketches, String problem, double error, long milliseconds) {
  /** Less ink, contrast or variety than this share of what the true sketches have is a collapse. */
  private static final double LEAST = .1;

  private static final double MOST_INK = 4;
  private static final double SAME = 1e-3;

  /**
   * Draws.
   *
   * @param photos of one size
   * @param truth the true sketches of them
   */
  static ModelProbe of(Model model, List<Image> photos, List<Image> truth, Progress progress)
      throws CancelledException {
    List<Image> sketches = new ArrayList<>();
    List<Long> times = new ArrayList<>();
    progress.begin("Drawing trusted photos with the suspect model", photos.size());
    for (Image photo : photos) {
      progress.checkCancelled();
      long began = System.nanoTime();
      Image sketch = model.sketch(List.of(photo)).get(0);
      times.add(System.nanoTime() - began);
      if (!sketch.sameSize(photo)) {
        return failed(
            "Its sketch of a photo of "
                + photo.width()
                + "x"
                + photo.height()
                + " has "
                + sketch.width()
                + "x"
                + sketch.height()
                + " pixels.");
      }
      sketches.add(sketch);
      progress.advance(1);
    }
    times.sort(null);
    double error = 0;
    for (int i = 0; i < sketches.size(); i++) {
      error += difference(sketches.get(i), truth.get(i)) / sketches.size();
    }
    String problem = problem(sketches, truth);
    if (problem.isEmpty()
        && difference(model.sketch(List.of(photos.get(0))).get(0), sketches.get(0)) > SAME) {
      problem = "It draws another sketch of the same photo each time.";
    }
    return new ModelProbe(
        List.copyOf(sketches), problem, error, times.get(times.size() / 2) / 1_000_000);
  }

  private static ModelProbe failed(String problem) {
    return new ModelProbe(List.of(), problem, 1, 0);
  }

  private static String problem(List<Image> sketches, List<Image> truth) {
    double ink = ink(sketches) / Math.max(1e-9, ink(truth));
    if (ink < LEAST) {
      return "Its sketches of trusted photos are nearly blank.";
    }
    if (ink > MOST_INK) {
      return "Its sketches of trusted photos are nearly black.";
    }
    if (sketches.size() > 1 && variety(sketches) < LEAST * variety(truth)) {
      return "It draws nearly the same sketch of all trusted photos.";
    }
    return "";
  }

  static double difference(Image a, Image b) {
    float[] one = a.data();
    float[] other = b.data();
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += Math.abs(one[i] - other[i]);
    }
    return sum / one.length;
  }

  private static double ink(List<Image> sketches) {
    double sum = 0;
    for (Image sketch : sketches) {
      for (float value : sketch.data()) {
        sum += 1 - value;
      }
    }
    return sum;
  }

  private static double variety(List<Image> sketches) {
    double[] mean = new double[sketches.get(0).data().length];
    double sum = 0;
    for (Image sketch : sketches) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += sketch.data()[i] / (double) sketches.size();
      }
    }
    for (Image sketch : sketches) {
      for (int i = 0; i < mean.length; i++) {
        double d = sketch.data()[i] - mean[i];
        sum += d * d;
      }
    }
    return Math.sqrt(sum);
  }
}
