package org.pentimento.metric.phase;

import java.util.Arrays;

/**
 * The local energy of one orientation's responses and the sum of their amplitudes (Kovesi, Videre
 * 1(3), 1999, equation 14), for a number of pixels at once. The energy is what the responses of all
 * scales have in the direction of their sum, less what they have across it.
 *
 * <p>The steps are loops of their own: of one long loop the JVM's compiler makes no vector
 * instructions. For one thread at a time.
 */
final class LocalEnergy {
  private static final float EPSILON = 1e-4f;

  private final float[] meanEven;
  private final float[] meanOdd;
  private final float[] along;
  private final float[] across;
  private final float[] amplitudes;

  /** Makes room for a number of pixels. */
  LocalEnergy(int most) {
    meanEven = new float[most];
    meanOdd = new float[most];
    along = new float[most];
    across = new float[most];
    amplitudes = new float[most];
  }

  /**
   * Adds what the responses at some pixels have.
   *
   * @param even real parts of the responses of each scale
   * @param odd imaginary parts of the responses of each scale
   * @param threshold what is taken off the energy; where less is left than nothing, nothing is
   *     added
   * @param energy to which the energy is added
   * @param amplitude to which the amplitudes are added
   * @param length number of pixels
   */
  void add(
      float[][] even,
      float[][] odd,
      float threshold,
      float[] energy,
      float[] amplitude,
      int length) {
    sum(even[0], even[1], even[2], even[3], meanEven, length);
    sum(odd[0], odd[1], odd[2], odd[3], meanOdd, length);
    norm(meanEven, meanOdd, along, length);
    direction(meanEven, meanOdd, along, length);
    Arrays.fill(across, 0, length, 0f);
    Arrays.fill(amplitudes, 0, length, 0f);
    for (int s = 0; s < even.length; s++) {
      addAcross(even[s], odd[s], meanEven, meanOdd, across, length);
      addAmplitude(even[s], odd[s], amplitudes, length);
    }
    addAbove(along, across, threshold, energy, length);
    addAll(amplitudes, amplitude, length);
  }

  private static void sum(float[] a, float[] b, float[] c, float[] d, float[] sum, int length) {
    for (int i = 0; i < length; i++) {
      sum[i] = a[i] + b[i] + c[i] + d[i];
    }
  }

  private static void norm(float[] even, float[] odd, float[] norm, int length) {
    for (int i = 0; i < length; i++) {
      norm[i] = (float) Math.sqrt(even[i] * even[i] + odd[i] * odd[i]) + EPSILON;
    }
  }

  /** Divides the sums by their norm, in whose place comes what they have in that direction. */
  private static void direction(float[] even, float[] odd, float[] norm, int length) {
    for (int i = 0; i < length; i++) {
      float sumE = even[i];
      float sumO = odd[i];
      float n = norm[i];
      float meanE = sumE / n;
      float meanO = sumO / n;
      even[i] = meanE;
      odd[i] = meanO;
      norm[i] = sumE * meanE + sumO * meanO;
    }
  }

  private static void addAcross(
      float[] even, float[] odd, float[] meanEven, float[] meanOdd, float[] across, int length) {
    for (int i = 0; i < length; i++) {
      across[i] += Math.abs(even[i] * meanOdd[i] - odd[i] * meanEven[i]);
    }
  }

  private static void addAmplitude(float[] even, float[] odd, float[] amplitudes, int length) {
    for (int i = 0; i < length; i++) {
      amplitudes[i] += (float) Math.sqrt(even[i] * even[i] + odd[i] * odd[i]);
    }
  }

  private static void addAbove(
      float[] along, float[] across, float threshold, float[] energy, int length) {
    for (int i = 0; i < length; i++) {
      energy[i] += Math.max(along[i] - across[i] - threshold, 0f);
    }
  }

  private static void addAll(float[] from, float[] to, int length) {
    for (int i = 0; i < length; i++) {
      to[i] += from[i];
    }
  }
}
