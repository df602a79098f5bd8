package org.pentimento.metric.texture;

import java.util.Optional;
import org.pentimento.metric.plane.Plane;

/**
 * Contrast and energy of the grey-level co-occurrence in each of 4×4 blocks (Haralick, Shanmugam,
 * Dinstein, IEEE Transactions on Systems, Man and Cybernetics 3(6), 1973), with the six levels and
 * four directions of Scoot (Fan et al., ICCV 2019, section 3).
 *
 * @param contrast by block, row by row
 * @param energy by block, row by row
 */
record StrokeTexture(double[] contrast, double[] energy) {
  static final int GRID = 4;
  private static final int LEVELS = 6;
  private static final int[][] OFFSETS = {{0, 1}, {-1, 1}, {-1, 0}, {-1, -1}};

  /** The texture of a plane; none if a block has too few pixels for it. */
  static Optional<StrokeTexture> of(Plane plane) {
    byte[] levels = levels(plane);
    double[] contrast = new double[GRID * GRID];
    double[] energy = new double[GRID * GRID];
    for (int row = 0; row < GRID; row++) {
      for (int column = 0; column < GRID; column++) {
        int[] counts =
            cooccurrence(
                levels,
                plane.width(),
                plane.width() * column / GRID,
                plane.width() * (column + 1) / GRID,
                plane.height() * row / GRID,
                plane.height() * (row + 1) / GRID);
        int block = row * GRID + column;
        long total = 0;
        double squares = 0;
        double spread = 0;
        for (int i = 0; i < LEVELS; i++) {
          for (int j = 0; j < LEVELS; j++) {
            // The mean of the four directions, rounded as the authors do.
            long count = Math.round(counts[i * LEVELS + j] / (double) OFFSETS.length);
            total += count;
            squares += (double) count * count;
            spread += (double) count * (i - j) * (i - j);
          }
        }
        if (total == 0) {
          return Optional.empty();
        }
        contrast[block] = spread / total;
        energy[block] = squares / ((double) total * total);
      }
    }
    return Optional.of(new StrokeTexture(contrast, energy));
  }

  /** Levels 0 to 5 of the 8-bit grey values. */
  private static byte[] levels(Plane plane) {
    byte[] levels = new byte[plane.size()];
    for (int i = 0; i < levels.length; i++) {
      double grey = Math.rint(plane.data()[i]);
      levels[i] = (byte) Math.min(LEVELS - 1, (int) (grey * LEVELS / 255));
    }
    return levels;
  }

  /** Counts of neighbouring levels inside a block, all directions added up. */
  private static int[] cooccurrence(
      byte[] levels, int width, int left, int right, int top, int bottom) {
    int[] counts = new int[LEVELS * LEVELS];
    for (int[] offset : OFFSETS) {
      int firstRow = Math.max(top, top - offset[0]);
      int firstColumn = Math.max(left, left - offset[1]);
      int endColumn = Math.min(right, right - offset[1]);
      for (int y = firstRow; y < bottom; y++) {
        int here = y * width;
        int there = (y + offset[0]) * width + offset[1];
        for (int x = firstColumn; x < endColumn; x++) {
          counts[levels[here + x] * LEVELS + levels[there + x]]++;
        }
      }
    }
    return counts;
  }

  /** Squared distance from another texture, by block. */
  double[] squaredDistances(StrokeTexture other) {
    double[] distances = new double[GRID * GRID];
    for (int i = 0; i < distances.length; i++) {
      double c = contrast[i] - other.contrast[i];
      double e = energy[i] - other.energy[i];
      distances[i] = c * c + e * e;
    }
    return distances;
  }
}
