package org.pentimento.dataset.faces.medium;

import org.pentimento.api.image.Image;
import org.pentimento.dataset.faces.math.Curve;

/**
 * Averages the samples of each pixel and rounds to 8 bits, so that an image stored as PNG loses
 * nothing.
 */
final class Downsampling {
  private Downsampling() {}

  static Image toImage(SampleGrid grid, float[]... planes) {
    int width = grid.width() / SampleGrid.FINE;
    int height = grid.height() / SampleGrid.FINE;
    float[] data = new float[width * height * planes.length];
    int to = 0;
    for (float[] plane : planes) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          float sum = 0;
          for (int i = 0; i < SampleGrid.FINE; i++) {
            for (int j = 0; j < SampleGrid.FINE; j++) {
              sum += plane[(y * SampleGrid.FINE + i) * grid.width() + x * SampleGrid.FINE + j];
            }
          }
          float mean = Curve.clamp(sum / (SampleGrid.FINE * SampleGrid.FINE));
          data[to++] = (int) (mean * 255f + .5f) / 255f;
        }
      }
    }
    return Image.of(width, height, planes.length, data);
  }
}
