package org.pentimento.engine.onednn;

/**
 * The shape of a convolution of images.
 *
 * @param transposed whether it makes images larger
 * @param input sizes of what goes in: batch, channels, height, width
 * @param output sizes of what comes out
 * @param size side of the window
 * @param stride step of the window
 * @param before zeros around the image at the top and on the left
 * @param after zeros around the image at the bottom and on the right
 * @param bias whether it has one
 */
public record ConvolutionShape(
    boolean transposed,
    Sizes input,
    Sizes output,
    int size,
    int stride,
    int before,
    int after,
    boolean bias) {
  /** Memory that a kernel may take for itself; a training's peak is estimated with it. */
  private static final long SCRATCH = 256L << 20;

  /** Fewest channels for which the transforms of Winograd's algorithm pay. */
  private static final int CHANNELS = 32;

  /** Sizes of images. */
  public record Sizes(long batch, long channels, long height, long width) {
    /** In the order of dimensions. */
    public long[] array() {
      return new long[] {batch, channels, height, width};
    }
  }

  /**
   * Whether Winograd's algorithm is to be used. A rule of the shape alone, found by measuring
   * beforehand on processors with AVX-512, so that the same network is computed alike on any day.
   */
  boolean isForWinograd() {
    return !transposed
        && size == 3
        && stride == 1
        && input.channels() >= CHANNELS
        && output.channels() >= CHANNELS;
  }

  /** Whether a kernel takes too much memory for itself. */
  static boolean isGreedy(Recipe recipe) {
    return recipe.scratch() > SCRATCH;
  }

  Layout inputLayout() {
    return Layout.any(input.array());
  }

  Layout outputLayout() {
    return Layout.any(output.array());
  }

  Layout weightsLayout() {
    return Layout.any(output.channels(), input.channels(), size, size);
  }
}
