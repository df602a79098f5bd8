package org.pentimento.metric.identity;

import org.pentimento.api.image.Image;
import org.pentimento.metric.plane.Plane;

/**
 * Describes an aligned face by histograms of gradient orientations (Dalal and Triggs, CVPR 2005):
 * the luminance is brought to 64×80 pixels and smoothed; in each of 8×10 cells 8 unsigned
 * orientations are counted, weighted by gradient magnitude; each cell is divided by the energy of
 * itself and its neighbours. So neither size, tone nor width of strokes matters much, and a sketch
 * can be compared with a photo.
 */
final class FaceDescriptor {
  private static final int CELL = 8;
  private static final int COLUMNS = 8;
  private static final int ROWS = 10;
  private static final int WIDTH = CELL * COLUMNS;
  private static final int HEIGHT = CELL * ROWS;
  private static final int ORIENTATIONS = 8;

  /** Gradient energy of a cell, in squared grey levels, that is no more than paper grain. */
  private static final double GRAIN = 100;

  /** Number of values of a descriptor. */
  static final int LENGTH = COLUMNS * ROWS * ORIENTATIONS;

  private FaceDescriptor() {}

  /** The descriptor of an image of any size; all zero for a constant one. */
  static float[] of(Image image) {
    return normalised(histograms(smoothed(resized(Plane.luminance(image)))));
  }

  /** Brings a plane to the descriptor's size; each pixel is the mean over the area it covers. */
  private static Plane resized(Plane plane) {
    double[] narrow = new double[WIDTH * plane.height()];
    for (int y = 0; y < plane.height(); y++) {
      shrink(plane.data(), y * plane.width(), 1, plane.width(), narrow, y * WIDTH, 1, WIDTH);
    }
    double[] out = new double[WIDTH * HEIGHT];
    for (int x = 0; x < WIDTH; x++) {
      shrink(narrow, x, WIDTH, plane.height(), out, x, WIDTH, HEIGHT);
    }
    return new Plane(WIDTH, HEIGHT, out);
  }

  private static void shrink(
      double[] from,
      int at,
      int stride,
      int length,
      double[] to,
      int toAt,
      int toStride,
      int size) {
    double scale = length / (double) size;
    for (int i = 0; i < size; i++) {
      double start = i * scale;
      double end = Math.min(length, (i + 1) * scale);
      double sum = 0;
      for (int k = (int) start; k < end; k++) {
        sum += from[at + k * stride] * (Math.min(k + 1, end) - Math.max(k, start));
      }
      to[toAt + i * toStride] = sum / (end - start);
    }
  }

  /** [1 2 1] / 4 along both axes; beyond the edge, the edge pixel again. */
  private static Plane smoothed(Plane plane) {
    double[] out = new double[plane.size()];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        double sum = 0;
        for (int dy = -1; dy <= 1; dy++) {
          for (int dx = -1; dx <= 1; dx++) {
            sum += (2 - Math.abs(dx)) * (2 - Math.abs(dy)) * inside(plane, x + dx, y + dy);
          }
        }
        out[y * WIDTH + x] = sum / 16;
      }
    }
    return new Plane(WIDTH, HEIGHT, out);
  }

  private static double inside(Plane plane, int x, int y) {
    return plane.at(Math.max(0, Math.min(WIDTH - 1, x)), Math.max(0, Math.min(HEIGHT - 1, y)));
  }

  private static double[] histograms(Plane plane) {
    double[] histograms = new double[LENGTH];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        double dx = inside(plane, x + 1, y) - inside(plane, x - 1, y);
        double dy = inside(plane, x, y + 1) - inside(plane, x, y - 1);
        double magnitude = Math.sqrt(dx * dx + dy * dy);
        if (magnitude == 0) {
          continue;
        }
        // A pixel's vote is shared by the two orientations nearest to its own.
        double turn = StrictMath.atan2(dy, dx) / Math.PI + 1;
        double bin = turn * ORIENTATIONS % ORIENTATIONS;
        int lower = (int) bin % ORIENTATIONS;
        double share = bin - Math.floor(bin);
        int cell = (y / CELL * COLUMNS + x / CELL) * ORIENTATIONS;
        histograms[cell + lower] += (1 - share) * magnitude;
        histograms[cell + (lower + 1) % ORIENTATIONS] += share * magnitude;
      }
    }
    return histograms;
  }

  private static float[] normalised(double[] histograms) {
    double[] energy = new double[COLUMNS * ROWS];
    for (int i = 0; i < LENGTH; i++) {
      energy[i / ORIENTATIONS] += histograms[i] * histograms[i];
    }
    float[] descriptor = new float[LENGTH];
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        double around = GRAIN;
        for (int r = Math.max(0, row - 1); r <= Math.min(ROWS - 1, row + 1); r++) {
          for (int c = Math.max(0, column - 1); c <= Math.min(COLUMNS - 1, column + 1); c++) {
            around += energy[r * COLUMNS + c];
          }
        }
        int cell = (row * COLUMNS + column) * ORIENTATIONS;
        for (int o = 0; o < ORIENTATIONS; o++) {
          descriptor[cell + o] = (float) (histograms[cell + o] / Math.sqrt(around));
        }
      }
    }
    return descriptor;
  }
}
