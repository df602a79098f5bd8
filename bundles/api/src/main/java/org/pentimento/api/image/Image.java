package org.pentimento.api.image;

import java.util.Arrays;
import java.util.Objects;

/**
 * An image of one (grey) or three (red, green, blue) planes of values in [0, 1]; 0 is black. The
 * values lie plane by plane, each row by row: index {@code (plane * height + y) * width + x}.
 * Immutable: nobody writes to {@link #data()} once the image is made.
 */
public final class Image {
  private final int width;
  private final int height;
  private final int planes;
  private final float[] data;

  private Image(int width, int height, int planes, float[] data) {
    this.width = width;
    this.height = height;
    this.planes = planes;
    this.data = data;
  }

  /**
   * Takes over an array as an image. Values outside [0, 1] are clamped in place.
   *
   * @param width in pixels, at least 1
   * @param height in pixels, at least 1
   * @param planes 1 or 3
   * @param data {@code width * height * planes} values; the caller must not write to it afterwards
   * @throws IllegalArgumentException if sizes do not fit or a value is not a number
   */
  public static Image of(int width, int height, int planes, float[] data) {
    if (width < 1 || height < 1 || (planes != 1 && planes != 3)) {
      throw new IllegalArgumentException(
          "an image needs 1 or 3 planes and at least one pixel, not "
              + width
              + "x"
              + height
              + "x"
              + planes);
    }
    if (data.length != Math.multiplyExact(Math.multiplyExact(width, height), planes)) {
      throw new IllegalArgumentException(
          data.length + " values for " + width + "x" + height + "x" + planes);
    }
    for (int i = 0; i < data.length; i++) {
      float v = data[i];
      if (!(v >= 0f && v <= 1f)) {
        if (Float.isNaN(v)) {
          throw new IllegalArgumentException("value " + i + " is not a number");
        }
        data[i] = v < 0f ? 0f : 1f;
      }
    }
    return new Image(width, height, planes, data);
  }

  /** An image of one value everywhere. */
  public static Image constant(int width, int height, int planes, float value) {
    float[] data = new float[Math.multiplyExact(Math.multiplyExact(width, height), planes)];
    Arrays.fill(data, value);
    return of(width, height, planes, data);
  }

  /** Width in pixels. */
  public int width() {
    return width;
  }

  /** Height in pixels. */
  public int height() {
    return height;
  }

  /** Number of planes: 1 for grey, 3 for red, green, blue. */
  public int planes() {
    return planes;
  }

  /** The values themselves, plane by plane; for reading only. */
  public float[] data() {
    return data;
  }

  /** The value at a place of a plane. */
  public float get(int plane, int x, int y) {
    Objects.checkIndex(plane, planes);
    Objects.checkIndex(x, width);
    Objects.checkIndex(y, height);
    return data[(plane * height + y) * width + x];
  }

  /** Whether the other image has the same width and height; planes may differ. */
  public boolean sameSize(Image other) {
    return width == other.width && height == other.height;
  }

  /** A copy that shares no array with this image. */
  public Image copy() {
    return new Image(width, height, planes, data.clone());
  }

  /** This image as one plane of luminance .299 R + .587 G + .114 B (ITU-R BT.601). */
  public Image grey() {
    if (planes == 1) {
      return this;
    }
    int n = width * height;
    float[] grey = new float[n];
    for (int i = 0; i < n; i++) {
      grey[i] = Math.min(1f, .299f * data[i] + .587f * data[n + i] + .114f * data[2 * n + i]);
    }
    return new Image(width, height, 1, grey);
  }

  /** This image with three planes; a grey one is repeated. */
  public Image colour() {
    if (planes == 3) {
      return this;
    }
    float[] colour = new float[3 * data.length];
    for (int p = 0; p < 3; p++) {
      System.arraycopy(data, 0, colour, p * data.length, data.length);
    }
    return new Image(width, height, 3, colour);
  }

  /**
   * Cuts a rectangle out; what lies outside this image repeats its nearest edge pixel, so the same
   * call pads.
   *
   * @param x left column, may be negative
   * @param y top row, may be negative
   * @param newWidth at least 1
   * @param newHeight at least 1
   */
  public Image window(int x, int y, int newWidth, int newHeight) {
    float[] out = new float[Math.multiplyExact(Math.multiplyExact(newWidth, newHeight), planes)];
    int to = 0;
    for (int p = 0; p < planes; p++) {
      for (int row = 0; row < newHeight; row++) {
        int from = (p * height + Math.max(0, Math.min(height - 1, y + row))) * width;
        for (int column = 0; column < newWidth; column++) {
          out[to++] = data[from + Math.max(0, Math.min(width - 1, x + column))];
        }
      }
    }
    return new Image(newWidth, newHeight, planes, out);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Image that
        && width == that.width
        && height == that.height
        && planes == that.planes
        && Arrays.equals(data, that.data);
  }

  @Override
  public int hashCode() {
    return Objects.hash(width, height, planes, Arrays.hashCode(data));
  }

  @Override
  public String toString() {
    return "image " + width + "x" + height + "x" + planes;
  }
}
