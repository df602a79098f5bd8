package org.pentimento.detector.sketching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pentimento.api.image.Image;

/** What a perturbation shall take from sketches. */
public enum Objective {
  /** Ink: the mean of 1 - value. */
  INK {
    @Override
    public double amount(List<Image> sketches) {
      double sum = 0;
      for (Image sketch : sketches) {
        for (float value : sketch.data()) {
          sum += 1 - value;
        }
      }
      return sum / (sketches.size() * (double) sketches.get(0).data().length);
    }

    @Override
    public List<float[]> gradient(List<Image> sketches) {
      int pixels = sketches.get(0).data().length;
      float each = -1f / (sketches.size() * pixels);
      List<float[]> gradients = new ArrayList<>();
      for (int b = 0; b < sketches.size(); b++) {
        float[] gradient = new float[pixels];
        Arrays.fill(gradient, each);
        gradients.add(gradient);
      }
      return gradients;
    }
  },

  /**
   * Variety: the variance of a pixel over sketches of different photos, in the mean over pixels.
   */
  VARIETY {
    @Override
    public double amount(List<Image> sketches) {
      float[] mean = mean(sketches);
      double sum = 0;
      for (Image sketch : sketches) {
        float[] data = sketch.data();
        for (int i = 0; i < mean.length; i++) {
          double difference = data[i] - mean[i];
          sum += difference * difference;
        }
      }
      return sum / (sketches.size() * (double) mean.length);
    }

    @Override
    public List<float[]> gradient(List<Image> sketches) {
      float[] mean = mean(sketches);
      float scale = 2f / (sketches.size() * mean.length);
      List<float[]> gradients = new ArrayList<>();
      for (Image sketch : sketches) {
        float[] data = sketch.data();
        float[] gradient = new float[mean.length];
        for (int i = 0; i < mean.length; i++) {
          gradient[i] = scale * (data[i] - mean[i]);
        }
        gradients.add(gradient);
      }
      return gradients;
    }
  };

  /**
   * How much there is of it.
   *
   * @param sketches of one size, at least 1
   */
  public abstract double amount(List<Image> sketches);

  /** Gradient of {@link #amount} for each sketch, by pixel. */
  public abstract List<float[]> gradient(List<Image> sketches);

  private static float[] mean(List<Image> sketches) {
    float[] mean = new float[sketches.get(0).data().length];
    for (Image sketch : sketches) {
      float[] data = sketch.data();
      for (int i = 0; i < mean.length; i++) {
        mean[i] += data[i];
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= sketches.size();
    }
    return mean;
  }
}
