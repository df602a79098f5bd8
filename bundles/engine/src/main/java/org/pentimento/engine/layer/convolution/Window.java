package org.pentimento.engine.layer.convolution;

/**
 * The window that a convolution moves over the image; square, zero-padded on all four sides alike.
 *
 * @param size side in pixels
 * @param stride step in pixels
 * @param padding rows and columns of zeros added on each side
 */
public record Window(int size, int stride, int padding) {
  /** Refuses windows that cannot be moved. */
  public Window {
    if (size < 1 || stride < 1 || padding < 0 || padding >= size) {
      throw new IllegalArgumentException(
          "window of size " + size + ", stride " + stride + ", padding " + padding);
    }
  }

  /** A window of odd size that keeps the image's size. */
  public static Window keeping(int size) {
    return new Window(size, 1, size / 2);
  }

  /** The 4x4 window of pix2pix that halves (or, transposed, doubles) the image's size. */
  public static Window halving() {
    return new Window(4, 2, 1);
  }

  /** Side of the output of a convolution, from the side of its input. */
  public long convolved(long side) {
    return (side + 2L * padding - size) / stride + 1;
  }

  /** Side of the smallest input that a convolution makes an output of this side of. */
  long transposed(long side) {
    return (side - 1) * stride + size - 2L * padding;
  }

  /**
   * Side of the output of a transposed convolution, from the side of its input: the stride times as
   * large. Where this needs less padding at the end than at the beginning, as with a window of 3x3
   * and stride 2, other programs call the difference output padding.
   *
   * @throws IllegalArgumentException if the convolution does not map such an output back to the
   *     input's size
   */
  long enlarged(long side) {
    long missing = stride - transposed(1);
    if (missing < 0 || missing >= stride) {
      throw new IllegalArgumentException(this + " does not multiply the size of an image");
    }
    return stride * side;
  }

  /** This window without padding. */
  Window unpadded() {
    return new Window(size, stride, 0);
  }

  /** The window that takes the output of a convolution with stride 1 back to its input. */
  Window opposite() {
    return new Window(size, 1, size - 1 - padding);
  }

  /**
   * Arguments of the native conv2d, conv2d_bp, deconv2d and deconv2d_bp: kernel, stride, padding,
   * dilation, explicit padding, NHWC, weights [kH, kW, iC, oC] (transposed [kH, kW, oC, iC]).
   */
  int[] arguments() {
    return new int[] {size, size, stride, stride, padding, padding, 1, 1, 0, 1, 0};
  }
}
