package org.pentimento.detector.frame;

import org.pentimento.api.image.Image;
import org.pentimento.detector.frame.WorkingPair.Origin;
import org.pentimento.detector.numbers.Robust;

/** What a camera and a file format leave in a photo. */
final class Traces {
  private static final int BLOCK = 8;
  private static final int MOST = 20_000;

  private Traces() {}

  static Origin of(Image grey, boolean colour, boolean eyes) {
    int width = grey.width();
    int height = grey.height();
    float[] v = grey.data();
    double[] diagonal = new double[Math.max(0, Math.min(MOST, (width - 1) * (height - 1)))];
    double stride = diagonal.length == 0 ? 1 : (width - 1.) * (height - 1.) / diagonal.length;
    for (int k = 0; k < diagonal.length; k++) {
      int at = (int) (k * stride);
      int i = at / (width - 1) * width + at % (width - 1);
      diagonal[k] = Math.abs(v[i] - v[i + 1] - v[i + width] + v[i + width + 1]);
    }
    double steps = 0;
    double onBorders = 0;
    double within = 0;
    long borders = 0;
    long inner = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 1; x < width - 2; x++) {
        int i = y * width + x;
        double step = Math.abs(v[i + 1] - v[i]);
        steps += step * step;
        // How far a step stands out from those beside it
        double edge =
            Math.abs(v[i + 1] - v[i] - .5 * (v[i] - v[i - 1]) - .5 * (v[i + 2] - v[i + 1]));
        if (x % BLOCK == BLOCK - 1) {
          onBorders += edge;
          borders++;
        } else {
          within += edge;
          inner++;
        }
      }
    }
    double noise = diagonal.length == 0 ? 0 : Robust.median(diagonal) / (2 * .6745);
    double energy = Math.sqrt(steps / Math.max(1, borders + inner));
    return new Origin(
        width,
        height,
        colour,
        eyes,
        energy,
        noise,
        inner == 0 || borders == 0 ? 1 : (onBorders / borders + 1e-4) / (within / inner + 1e-4));
  }
}
