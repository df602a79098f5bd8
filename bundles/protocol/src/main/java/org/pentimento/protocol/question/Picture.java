package org.pentimento.protocol.question;

import org.pentimento.api.image.Image;

/**
 * A picture of 8 bits a value, ready to be shown. In JSON it is its place among the pictures whose
 * pixels follow the answer as bytes.
 *
 * @param width in pixels
 * @param height in pixels
 * @param planes 1 grey, 3 red, green, blue
 * @param pixels {@code width * height * planes} bytes, row by row, the planes of a pixel side by
 *     side
 */
public record Picture(int width, int height, int planes, byte[] pixels) {
  /** Rounds an image to 8 bits. */
  public static Picture of(Image image) {
    int n = image.width() * image.height();
    int planes = image.planes();
    float[] data = image.data();
    byte[] pixels = new byte[n * planes];
    for (int p = 0; p < planes; p++) {
      for (int i = 0; i < n; i++) {
        pixels[i * planes + p] = (byte) Math.round(data[p * n + i] * 255f);
      }
    }
    return new Picture(image.width(), image.height(), planes, pixels);
  }
}
