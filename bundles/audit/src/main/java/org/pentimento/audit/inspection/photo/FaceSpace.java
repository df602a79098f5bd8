package org.pentimento.audit.inspection.photo;

import java.util.ArrayList;
import java.util.List;
import org.pentimento.api.image.Image;

/**
 * What trusted photos have in common: their mean and principal components (M. Turk, A. Pentland:
 * Eigenfaces for Recognition. Journal of Cognitive Neuroscience 3, 1991). What a photo has beyond
 * that is its own: a beard, a shadow, or a trigger.
 */
final class FaceSpace {
  private static final int MOST_COMPONENTS = 30;

  private final List<float[]> photos = new ArrayList<>();
  private final double[][] products;

  /**
   * Reads the photos.
   *
   * @param trusted in colour, of one size, at least 3
   */
  FaceSpace(List<Image> trusted) {
    trusted.forEach(photo -> photos.add(photo.data()));
    int n = photos.size();
    products = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        products[i][j] = product(photos.get(i), photos.get(j));
        products[j][i] = products[i][j];
      }
    }
  }

  /**
   * What a photo has beyond the others' mean and components.
   *
   * @param photo in colour, as large as the trusted ones
   * @param without index of the trusted photo that it is, which is then not asked; -1 if it is none
   * @return by value, ordered as {@link Image#data()}
   */
  float[] own(Image photo, int without) {
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < photos.size(); i++) {
      if (i != without) {
        kept.add(i);
      }
    }
    int n = kept.size();
    double[][] centred = centred(kept);
    double[] likeness = likeness(photo.data(), kept);
    Eigenvectors eigen = Eigenvectors.of(centred);
    double[] weights = new double[n];
    double all = 0;
    int components = Math.min(MOST_COMPONENTS, n / 2);
    for (int c = 0; c < components; c++) {
      double value = eigen.values()[c];
      if (value > 1e-9 * eigen.values()[0]) {
        double[] vector = eigen.vectors()[c];
        double along = 0;
        for (int i = 0; i < n; i++) {
          along += vector[i] * likeness[i];
        }
        for (int i = 0; i < n; i++) {
          weights[i] += vector[i] * along / value;
        }
      }
    }
    for (double weight : weights) {
      all += weight;
    }
    double[] explained = new double[photo.data().length];
    for (int i = 0; i < n; i++) {
      // The mean, and the components that are combinations of centred photos.
      double share = (1 - all) / n + weights[i];
      float[] data = photos.get(kept.get(i));
      for (int k = 0; k < explained.length; k++) {
        explained[k] += share * data[k];
      }
    }
    float[] own = new float[explained.length];
    for (int k = 0; k < own.length; k++) {
      own[k] = (float) (photo.data()[k] - explained[k]);
    }
    return own;
  }

  /** Products of the photos without their mean. */
  private double[][] centred(List<Integer> kept) {
    int n = kept.size();
    double[] mean = new double[n];
    double all = 0;
    for (int i = 0; i < n; i++) {
      for (int j : kept) {
        mean[i] += products[kept.get(i)][j] / n;
      }
      all += mean[i] / n;
    }
    double[][] centred = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        centred[i][j] = products[kept.get(i)][kept.get(j)] - mean[i] - mean[j] + all;
      }
    }
    return centred;
  }

  /** Products of a photo with each of the others, all without the mean of the others. */
  private double[] likeness(float[] photo, List<Integer> kept) {
    int n = kept.size();
    double[] raw = new double[n];
    double[] mean = new double[n];
    double rawMean = 0;
    double all = 0;
    for (int i = 0; i < n; i++) {
      raw[i] = product(photo, photos.get(kept.get(i)));
      rawMean += raw[i] / n;
      for (int j : kept) {
        mean[i] += products[kept.get(i)][j] / n;
      }
      all += mean[i] / n;
    }
    double[] likeness = new double[n];
    for (int i = 0; i < n; i++) {
      likeness[i] = raw[i] - rawMean - mean[i] + all;
    }
    return likeness;
  }

  private static double product(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum / a.length;
  }
}
