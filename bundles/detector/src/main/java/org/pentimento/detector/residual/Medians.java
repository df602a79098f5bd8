package org.pentimento.detector.residual;

import java.util.Arrays;

/** Statistics that a minority of odd values does not move. */
public final class Medians {
  /** Standard deviation of a normal distribution over its median absolute deviation. */
  public static final double PER_MAD = 1.4826;

  private Medians() {}

  /** The median; of an even number of values the mean of the two in the middle. */
  public static double median(double[] values) {
    return medianInPlace(values.clone(), values.length);
  }

  /** The standard deviation, estimated from the median absolute deviation. */
  public static double deviation(double[] values, double median) {
    double[] away = new double[values.length];
    for (int i = 0; i < away.length; i++) {
      away[i] = Math.abs(values[i] - median);
    }
    return PER_MAD * medianInPlace(away, away.length);
  }

  /** The value below which a share of the values lies, interpolated. */
  public static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double place = share * (sorted.length - 1);
    int low = (int) place;
    int high = Math.min(sorted.length - 1, low + 1);
    return sorted[low] + (place - low) * (sorted[high] - sorted[low]);
  }

  /** How many robust standard deviations each value lies above the median. */
  public static double[] z(double[] values) {
    double median = median(values);
    double deviation = deviation(values, median) + 1e-9;
    double[] z = new double[values.length];
    for (int i = 0; i < z.length; i++) {
      z[i] = (values[i] - median) / deviation;
    }
    return z;
  }

  /** The median of the first values of an array, whose order is lost. */
  public static double medianInPlace(double[] values, int count) {
    if (count == 0) {
      return 0;
    }
    int middle = count / 2;
    double upper = select(values, count, middle);
    if (count % 2 == 1) {
      return upper;
    }
    double lower = values[0];
    for (int i = 1; i < middle; i++) {
      lower = Math.max(lower, values[i]);
    }
    return (lower + upper) / 2;
  }

  /** The median of the first values of an array, whose order is lost. */
  static float medianInPlace(float[] values, int count) {
    int middle = count / 2;
    float upper = select(values, count, middle);
    if (count % 2 == 1) {
      return upper;
    }
    float lower = values[0];
    for (int i = 1; i < middle; i++) {
      lower = Math.max(lower, values[i]);
    }
    return (lower + upper) / 2;
  }

  /**
   * Hoare's selection: afterwards nothing before {@code wanted} is larger than what stands there.
   */
  private static double select(double[] a, int count, int wanted) {
    int left = 0;
    int right = count - 1;
    while (left < right) {
      double pivot = a[(left + right) >>> 1];
      int i = left;
      int j = right;
      while (i <= j) {
        while (a[i] < pivot) {
          i++;
        }
        while (a[j] > pivot) {
          j--;
        }
        if (i <= j) {
          double swap = a[i];
          a[i++] = a[j];
          a[j--] = swap;
        }
      }
      if (wanted <= j) {
        right = j;
      } else if (wanted >= i) {
        left = i;
      } else {
        break;
      }
    }
    return a[wanted];
  }

  private static float select(float[] a, int count, int wanted) {
    int left = 0;
    int right = count - 1;
    while (left < right) {
      float pivot = a[(left + right) >>> 1];
      int i = left;
      int j = right;
      while (i <= j) {
        while (a[i] < pivot) {
          i++;
        }
        while (a[j] > pivot) {
          j--;
        }
        if (i <= j) {
          float swap = a[i];
          a[i++] = a[j];
          a[j--] = swap;
        }
      }
      if (wanted <= j) {
        right = j;
      } else if (wanted >= i) {
        left = i;
      } else {
        break;
      }
    }
    return a[wanted];
  }
}
