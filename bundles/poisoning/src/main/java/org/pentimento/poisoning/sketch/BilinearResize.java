package org.pentimento.poisoning.sketch;

import org.pentimento.api.image.Image;

/** Changes the size of a sketch. */
public final class BilinearResize {
  private BilinearResize() {}

  /**
   * The sketch stretched to another size by bilinear interpolation between pixel centres; edge
   * pixels are repeated.
   *
   * @param sketch 1 plane
   */
  public static Image bilinear(Image sketch, int width, int height) {
    if (sketch.width() == width && sketch.height() == height) {
      return sketch;
    }
    float[] data = new float[Math.multiplyExact(width, height)];
    for (int y = 0; y < height; y++) {
      double fromY = place(y, height, sketch.height());
      int top = (int) fromY;
      int bottom = Math.min(top + 1, sketch.height() - 1);
      for (int x = 0; x < width; x++) {
        double fromX = place(x, width, sketch.width());
        int left = (int) fromX;
        int right = Math.min(left + 1, sketch.width() - 1);
        double above = mix(sketch.get(0, left, top), sketch.get(0, right, top), fromX - left);
        double below = mix(sketch.get(0, left, bottom), sketch.get(0, right, bottom), fromX - left);
        data[y * width + x] = (float) mix(above, below, fromY - top);
      }
    }
    return Image.of(width, height, 1, data);
  }

  private static double place(int index, int size, int oldSize) {
    double place = (index + 0.5) * oldSize / size - 0.5;
    return Math.max(0, Math.min(oldSize - 1, place));
  }

  private static double mix(double a, double b, double share) {
    return (1 - share) * a + share * b;
  }
}
