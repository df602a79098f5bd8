package org.pentimento.dataset.faces;

import org.pentimento.api.image.Image;

/** Means of samples as pixels, rounded to 8 bits, so that an image survives being stored. */
final class Samples {
  private Samples() {}

  static Image toImage(Grid grid, float[]... planes) {
    int width = grid.width() / Grid.FINE;
    int height = grid.height() / Grid.FINE;
    float[] data = new float[width * height * planes.length];
    int to = 0;
    for (float[] plane : planes) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          float sum = 0;
          for (int i = 0; i < Grid.FINE; i++) {
            for (int j = 0; j < Grid.FINE; j++) {
              sum += plane[(y * Grid.FINE + i) * grid.width() + x * Grid.FINE + j];
            }
          }
          float mean = Curve.clamp(sum / (Grid.FINE * Grid.FINE));
          data[to++] = (int) (mean * 255f + .5f) / 255f;
        }
      }
    }
    return Image.of(width, height, planes.length, data);
  }
}
