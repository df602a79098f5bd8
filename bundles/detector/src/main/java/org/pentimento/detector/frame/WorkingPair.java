package org.pentimento.detector.frame;

/**
 * A pair at working size: {@link #WIDTH} × {@link #HEIGHT} pixels, row by row, each plane's values
 * in [0, 1] unless said otherwise.
 *
 * @param luminance of the photo
 * @param blueness of the photo: (blue - luminance) · .564, around 0; 0 without colour
 * @param redness of the photo: (red - luminance) · .713, around 0; 0 without colour
 * @param tone of the sketch
 * @param dark share of the sketch's pixels that are darker than 170 of 255
 * @param origin what the pair was like before
 */
public record WorkingPair(
    float[] luminance,
    float[] blueness,
    float[] redness,
    float[] tone,
    float[] dark,
    Origin origin) {
  /** Columns. */
  public static final int WIDTH = 64;

  /** Rows. */
  public static final int HEIGHT = 80;

  /**
   * A pair as it was given.
   *
   * @param width in pixels
   * @param height in pixels
   * @param colour whether the photo has colours
   * @param eyes whether the eyes are known
   * @param sharpness root of the mean squared step between neighbours in a row, of the size as
   *     given
   * @param noise of the photo, of the size as given
   * @param blocks how much stronger steps of the photo are on the borders of 8×8 blocks than within
   */
  public record Origin(
      int width,
      int height,
      boolean colour,
      boolean eyes,
      double sharpness,
      double noise,
      double blocks) {}

  /** A copy with another sketch. */
  public WorkingPair withSketch(float[] otherTone, float[] otherDark) {
    return new WorkingPair(luminance, blueness, redness, otherTone, otherDark, origin);
  }
}
