package org.pentimento.metric.phase;

/** The memory that one computation of phase congruency needs. For one thread at a time. */
final class Workspace {
  /** Values that the energy loops work on at once; long enough to be quick, short for the cache. */
  private static final int CHUNK = 1024;

  /** Numbers in a line of a processor's cache, of which an array's header takes four. */
  private static final int LINE = 16;

  private static final int HEADER = 4;

  /** The image's spectrum: row kx, column ky. */
  final float[][] spectrumRe;

  final float[][] spectrumIm;

  /** The spectrum times one filter. */
  final float[][] productRe;

  final float[][] productIm;

  /** The responses of each scale's filter, of one orientation: row y, column x. */
  final float[][][] responseRe;

  final float[][][] responseIm;
  final float[] power;
  final float[][] even;
  final float[][] odd;
  final float[][] energy;
  final float[][] amplitude;
  final int rowsPerChunk;
  final LocalEnergy local;
  final Median median = new Median();

  Workspace(LogGaborBank bank) {
    int width = bank.width();
    int height = bank.height();
    int scales = LogGaborBank.SCALES;
    int columns = bank.alongX().rows();
    int rows = bank.alongY().rows();
    spectrumRe = rows(columns, height);
    spectrumIm = rows(columns, height);
    productRe = rows(columns, height);
    productIm = rows(columns, height);
    responseRe = new float[scales][][];
    responseIm = new float[scales][][];
    for (int s = 0; s < scales; s++) {
      responseRe[s] = rows(rows, width);
      responseIm[s] = rows(rows, width);
    }
    power = new float[width * height];
    rowsPerChunk = Math.max(1, Math.min(height, CHUNK / width));
    int chunk = rowsPerChunk * width;
    even = rows(scales, chunk);
    odd = rows(scales, chunk);
    int chunks = (height + rowsPerChunk - 1) / rowsPerChunk;
    energy = rows(chunks, chunk);
    amplitude = rows(chunks, chunk);
    local = new LocalEnergy(chunk);
  }

  /**
   * Rows that take an odd number of cache lines each. With an even number the rows of a transform
   * would displace each other from the cache, as would ones that begin anywhere in a line.
   */
  private static float[][] rows(int count, int length) {
    int lines = (HEADER + length + LINE - 1) / LINE | 1;
    return new float[count][lines * LINE - HEADER];
  }
}
