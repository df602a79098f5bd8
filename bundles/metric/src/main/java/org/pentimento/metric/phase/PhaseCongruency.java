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

  /** Leaves the image's spectrum, scaled for the inverse. */
  private void transform(double[] image, Workspace work) {
    int width = bank.width();
    int height = bank.height();
    float[][] re = work.responseRe[0];
    float[][] im = work.responseIm[0];
    float scale = 1f / (width * height);
    // No filter passes the mean. Taking a pixel's value off makes a constant image exactly zero.
    double level = image[0];
    for (int y = 0; y < height; y++) {
      float[] row = re[y];
      for (int x = 0; x < width; x++) {
        row[x] = (float) (image[y * width + x] - level) * scale;
      }
      Arrays.fill(im[y], 0, width, 0f);
    }
    bank.alongY().forward(re, im, width);
    Transposition.of(re, work.spectrumRe, height, width);
    Transposition.of(im, work.spectrumIm, height, width);
    bank.alongX().forward(work.spectrumRe, work.spectrumIm, height);
  }

  /** Leaves the responses of the filters of all scales of an orientation. */
  private void respond(int orientation, Workspace work) {
    int width = bank.width();
    int height = bank.height();
    for (int s = 0; s < LogGaborBank.SCALES; s++) {
      filter(bank.filter(orientation, s), work);
      // Real and imaginary part in each other's place: the inverse transform.
      bank.alongX().forward(work.productIm, work.productRe, height);
      Transposition.of(work.productRe, work.responseRe[s], width, height);
      Transposition.of(work.productIm, work.responseIm[s], width, height);
      bank.alongY().forward(work.responseIm[s], work.responseRe[s], width);
    }
  }

  private void filter(float[][] filter, Workspace work) {
    for (int x = 0; x < bank.width(); x++) {
      multiply(filter[x], work.spectrumRe[x], work.productRe[x], bank.height());
      multiply(filter[x], work.spectrumIm[x], work.productIm[x], bank.height());
    }
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
      square(work.responseRe[0][y], work.responseIm[0][y], squares, width);
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
    for (int chunk = 0; chunk < work.energy.length; chunk++) {
      int first = chunk * work.rowsPerChunk;
      int rows = Math.min(work.rowsPerChunk, bank.height() - first);
      for (int s = 0; s < LogGaborBank.SCALES; s++) {
        copyRows(work.responseRe[s], first, rows, work.even[s]);
        copyRows(work.responseIm[s], first, rows, work.odd[s]);
      }
      work.local.add(
          work.even,
          work.odd,
          threshold,
          work.energy[chunk],
          work.amplitude[chunk],
          rows * bank.width());
    }
  }

  private void copyRows(float[][] from, int first, int rows, float[] to) {
    int width = bank.width();
    for (int row = 0; row < rows; row++) {
      System.arraycopy(from[first + row], 0, to, row * width, width);
    }
  }

  private float[] ratio(Workspace work) {
    float[] congruency = new float[bank.width() * bank.height()];
    int chunk = work.rowsPerChunk * bank.width();
    for (int c = 0; c < work.energy.length; c++) {
      int from = c * chunk;
      int length = Math.min(chunk, congruency.length - from);
      divide(work.energy[c], work.amplitude[c], length);
      System.arraycopy(work.energy[c], 0, congruency, from, length);
    }
    return congruency;
  }

  /** Divides in place; 0 where there is no amplitude, as the energy is 0 there too. */
  private static void divide(float[] energy, float[] amplitude, int length) {
    for (int i = 0; i < length; i++) {
      energy[i] = energy[i] / Math.max(amplitude[i], Float.MIN_NORMAL);
    }
  }
}
