package org.pentimento.audit.selftest.oddity;

import java.util.SplittableRandom;
import org.pentimento.api.image.Image;

/** Changes that treat every pixel alone. */
final class Tones {
  private static final float[] WARM = {1.1f, 1, .85f};

  private Tones() {}

  /** A sketch with that much of its ink, which is what is missing to white. */
  static Image ink(Image sketch, float share) {
    float[] data = sketch.data().clone();
    for (int i = 0; i < data.length; i++) {
      data[i] = 1 - (1 - data[i]) * share;
    }
    return like(sketch, data);
  }

  /** Values times a factor that runs evenly from the leftmost to the rightmost column. */
  static Image scaled(Image image, float left, float right) {
    float[] data = image.data().clone();
    int width = image.width();
    for (int i = 0; i < data.length; i++) {
      data[i] *= left + (right - left) * (i % width) / Math.max(1, width - 1);
    }
    return like(image, data);
  }

  /** Values to a power. */
  static Image gamma(Image image, double power) {
    float[] data = image.data().clone();
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) StrictMath.pow(data[i], power);
    }
    return like(image, data);
  }

  /** More red and less blue; a grey image stays as it is. */
  static Image warm(Image photo) {
    if (photo.planes() == 1) {
      return photo;
    }
    float[] data = photo.data().clone();
    int plane = photo.width() * photo.height();
    for (int i = 0; i < data.length; i++) {
      data[i] *= WARM[i / plane];
    }
    return like(photo, data);
  }

  /** Values with Gaussian noise. */
  static Image noise(Image photo, double deviation, SplittableRandom random) {
    float[] data = photo.data().clone();
    for (int i = 0; i < data.length; i++) {
      data[i] += (float) (deviation * random.nextGaussian());
    }
    return like(photo, data);
  }

  private static Image like(Image image, float[] data) {
    return Image.of(image.width(), image.height(), image.planes(), data);
  }
}
