package org.pentimento.audit.data;

import org.pentimento.api.image.Image;

/**
 * Images in 8 bits a value, as files carry them. What is trained on and measured is always this, so
 * that files tell the whole truth.
 */
public record EightBit(int width, int height, int planes, byte[] values) {
  /** Rounds to the nearest of 255 steps. */
  public static EightBit of(Image image) {
    float[] data = image.data();
    byte[] values = new byte[data.length];
    for (int i = 0; i < data.length; i++) {
      values[i] = (byte) Math.round(data[i] * 255f);
    }
    return new EightBit(image.width(), image.height(), image.planes(), values);
  }

  /** The image as values in [0, 1]. */
  public Image image() {
    float[] data = new float[values.length];
    for (int i = 0; i < data.length; i++) {
      data[i] = (values[i] & 0xff) / 255f;
    }
    return Image.of(width, height, planes, data);
  }

  /** An image with its values rounded to 8 bits. */
  public static Image round(Image image) {
    return of(image).image();
  }
}
