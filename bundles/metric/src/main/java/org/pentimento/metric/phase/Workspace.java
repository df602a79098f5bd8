package org.pentimento.metric.phase;

/** The memory that one computation of phase congruency needs. For one thread at a time. */
final class Workspace {
  /** Values that the energy loops work on at once; long enough to be quick, short for the cache. */
  private static final int CHUNK = 2048;

  final float[][] spectrumRe;
  final float[][] spectrumIm;
  final float[][] productRe;
  final float[][] productIm;
  final float[][] responseRe;
  final float[][] responseIm;
  final float[] power;
  final float[][] even;
  final float[][] odd;
  final float[][] energy;
  final float[][] amplitude;
  final int rowsPerChunk;
  final Median median = new Median();

  Workspace(LogGaborBank bank) {
    int width = bank.width();
    int height = bank.height();
    int scales = LogGaborBank.SCALES;
    spectrumRe = new float[bank.alongX().rows()][scales * height];
    spectrumIm = new float[bank.alongX().rows()][scales * height];
    productRe = new float[bank.alongX().rows()][scales * height];
    productIm = new float[bank.alongX().rows()][scales * height];
    responseRe = new float[bank.alongY().rows()][scales * width];
    responseIm = new float[bank.alongY().rows()][scales * width];
    power = new float[width * height];
    rowsPerChunk = Math.max(1, Math.min(height, CHUNK / width));
    int chunk = rowsPerChunk * width;
    even = new float[scales][chunk];
    odd = new float[scales][chunk];
    int chunks = (height + rowsPerChunk - 1) / rowsPerChunk;
    energy = new float[chunks][chunk];
    amplitude = new float[chunks][chunk];
  }
}
