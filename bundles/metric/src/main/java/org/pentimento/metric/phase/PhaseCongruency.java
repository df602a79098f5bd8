package org.pentimento.metric.phase;

import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Phase congruency of images of one size: how much the phases of an image's frequencies agree at
 * each pixel, 0 to 1, whatever its contrast (Kovesi, Videre 1(3), 1999, section 4; parameters and
 * noise estimate as FSIM uses them: Zhang, Zhang, Mou, Zhang, IEEE TIP 20(8), 2011, section II-A).
 *
 * <p>Safe for use from several threads. Each call borrows a workspace and gives it back; at most
 * one for each processor is kept.
 */
public final class PhaseCongruency {
  private static final float EPSILON = 1e-4f;
  private static final double NOISE_DEVIATIONS = 2;
  private static final double NOISE_REDUCTION = 1.7;

  private final LogGaborBank bank;
  private final BlockingQueue<Workspace> idle =
      new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

  /**
   * Builds the filters; that takes longer than using them once.
   *
   * @param width in pixels, at least 1
   * @param height in pixels, at least 1
   */
  public PhaseCongruency(int width, int height) {
    bank = new LogGaborBank(width, height);
  }

  /**
   * Computes phase congruency.
   *
   * @param image grey levels, row by row
   * @return phase congruency, row by row; 0 where no filter responds, as in a constant image
   */
  public float[] of(double[] image) {
    Workspace borrowed = idle.poll();
    Workspace work = borrowed == null ? new Workspace(bank) : borrowed;
    float[] result = compute(image, work);
    idle.offer(work);
    return result;
  }

  private float[] compute(double[] image, Workspace work) {
    transform(image, work);
    for (float[] chunk : work.energy) {
      Arrays.fill(chunk, 0f);
    }
    for (float[] chunk : work.amplitude) {
      Arrays.fill(chunk, 0f);
    }
    for (int o = 0; o < LogGaborBank.ORIENTATIONS; o++) {
      respond(o, work);
      addEnergy((float) noiseThreshold(o, work), work);
    }
    return ratio(work);
  }

  /** Leaves the image's spectrum, scaled for the inverse, once for each scale side by side. */
  private void transform(double[] image, Workspace work) {
    int width = bank.width();
    int height = bank.height();
    float scale = 1f / (width * height);
    // No filter passes the mean. Taking a pixel's value off makes a constant image exactly zero.
    double level = image[0];
    for (int y = 0; y < height; y++) {
      float[] row = work.responseRe[y];
      for (int x = 0; x < width; x++) {
        row[x] = (float) (image[y * width + x] - level) * scale;
      }
      Arrays.fill(work.responseIm[y], 0, width, 0f);
    }
    bank.alongY().forward(work.responseRe, work.responseIm, width);
    Transposition.blocks(work.responseRe, work.spectrumRe, 1, height, width);
    Transposition.blocks(work.responseIm, work.spectrumIm, 1, height, width);
    bank.alongX().forward(work.spectrumRe, work.spectrumIm, height);
    for (int x = 0; x < width; x++) {
      for (int s = 1; s < LogGaborBank.SCALES; s++) {
        System.arraycopy(work.spectrumRe[x], 0, work.spectrumRe[x], s * height, height);
        System.arraycopy(work.spectrumIm[x], 0, work.spectrumIm[x], s * height, height);
      }
    }
  }

  /** Leaves the responses of an orientation's filters, all scales side by side in each row. */
  private void respond(int orientation, Workspace work) {
    int width = bank.width();
    int height = bank.height();
    int length = LogGaborBank.SCALES * height;
    float[][] filters = bank.filters(orientation);
    for (int x = 0; x < width; x++) {
      multiply(filters[x], work.spectrumRe[x], work.productRe[x], length);
      multiply(filters[x], work.spectrumIm[x], work.productIm[x], length);
    }
    // Real and imaginary part in each other's place: the inverse transform.
    bank.alongX().forward(work.productIm, work.productRe, length);
    Transposition.blocks(work.productRe, work.responseRe, LogGaborBank.SCALES, width, height);
    Transposition.blocks(work.productIm, work.responseIm, LogGaborBank.SCALES, width, height);
    bank.alongY().forward(work.responseIm, work.responseRe, LogGaborBank.SCALES * width);
  }

  private static void multiply(float[] a, float[] b, float[] product, int length) {
    for (int i = 0; i < length; i++) {
      product[i] = a[i] * b[i];
    }
  }

  /** The energy below which a response is taken for noise, from the smallest scale's median. */
  private double noiseThreshold(int orientation, Workspace work) {
    int width = bank.width();
    float[] squares = work.even[0];
    for (int y = 0; y < bank.height(); y++) {
      square(work.responseRe[y], work.responseIm[y], squares, width);
      System.arraycopy(squares, 0, work.power, y * width, width);
    }
    double meanSquare = -work.median.of(work.power) / StrictMath.log(0.5);
    double tau = Math.sqrt(meanSquare * bank.noiseGain(orientation) / 2);
    double mean = tau * Math.sqrt(Math.PI / 2);
    double deviation = tau * Math.sqrt(2 - Math.PI / 2);
    return (mean + NOISE_DEVIATIONS * deviation) / NOISE_REDUCTION;
  }

  private static void square(float[] re, float[] im, float[] squares, int length) {
    for (int i = 0; i < length; i++) {
      squares[i] = re[i] * re[i] + im[i] * im[i];
    }
  }

  private void addEnergy(float threshold, Workspace work) {
    int width = bank.width();
    for (int chunk = 0; chunk < work.energy.length; chunk++) {
      int first = chunk * work.rowsPerChunk;
      int rows = Math.min(work.rowsPerChunk, bank.height() - first);
      for (int row = 0; row < rows; row++) {
        for (int s = 0; s < LogGaborBank.SCALES; s++) {
          int from = s * width;
          int to = row * width;
          System.arraycopy(work.responseRe[first + row], from, work.even[s], to, width);
          System.arraycopy(work.responseIm[first + row], from, work.odd[s], to, width);
        }
      }
      addEnergy(
          work.even, work.odd, threshold, work.energy[chunk], work.amplitude[chunk], rows * width);
    }
  }

  private static void addEnergy(
      float[][] even,
      float[][] odd,
      float threshold,
      float[] energy,
      float[] amplitude,
      int length) {
    float[] e0 = even[0];
    float[] e1 = even[1];
    float[] e2 = even[2];
    float[] e3 = even[3];
    float[] o0 = odd[0];
    float[] o1 = odd[1];
    float[] o2 = odd[2];
    float[] o3 = odd[3];
    for (int i = 0; i < length; i++) {
      float sumE = e0[i] + e1[i] + e2[i] + e3[i];
      float sumO = o0[i] + o1[i] + o2[i] + o3[i];
      float norm = (float) Math.sqrt(sumE * sumE + sumO * sumO) + EPSILON;
      float meanE = sumE / norm;
      float meanO = sumO / norm;
      float across =
          Math.abs(e0[i] * meanO - o0[i] * meanE)
              + Math.abs(e1[i] * meanO - o1[i] * meanE)
              + Math.abs(e2[i] * meanO - o2[i] * meanE)
              + Math.abs(e3[i] * meanO - o3[i] * meanE);
      float along = sumE * meanE + sumO * meanO;
      energy[i] += Math.max(along - across - threshold, 0f);
      amplitude[i] +=
          (float) Math.sqrt(e0[i] * e0[i] + o0[i] * o0[i])
              + (float) Math.sqrt(e1[i] * e1[i] + o1[i] * o1[i])
              + (float) Math.sqrt(e2[i] * e2[i] + o2[i] * o2[i])
              + (float) Math.sqrt(e3[i] * e3[i] + o3[i] * o3[i]);
    }
  }

  private float[] ratio(Workspace work) {
    float[] congruency = new float[bank.width() * bank.height()];
    int chunk = work.rowsPerChunk * bank.width();
    for (int i = 0; i < congruency.length; i++) {
      float amplitude = work.amplitude[i / chunk][i % chunk];
      congruency[i] = amplitude > 0 ? work.energy[i / chunk][i % chunk] / amplitude : 0f;
    }
    return congruency;
  }
}
