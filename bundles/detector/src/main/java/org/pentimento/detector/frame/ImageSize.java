package org.pentimento.detector.frame;

import org.pentimento.api.image.Image;

/** Images of another size. */
public final class ImageSize {
  private ImageSize() {}

  /** An image resized by averaging what each pixel covers. */
  public static Image resized(Image image, int width, int height) {
    if (image.width() == width && image.height() == height) {
      return image;
    }
    AreaAverage average = new AreaAverage(image.width(), image.height(), width, height);
    float[] out = new float[image.planes() * width * height];
    for (int p = 0; p < image.planes(); p++) {
      float[] plane = average.apply(image.data(), p * image.width() * image.height());
      System.arraycopy(plane, 0, out, p * plane.length, plane.length);
    }
    return Image.of(width, height, image.planes(), out);
  }
}
