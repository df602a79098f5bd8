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

  /** Fewest pixels of a batch for which they pay. */
  private static final int PIXELS = 1024;

  /** Fewest pixels for which they pay where weights are so many that no cache holds them. */
  private static final int PIXELS_OF_MANY_WEIGHTS = 256;

  private static final int MANY_WEIGHTS = 1 << 20;

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
    long in = BlockLayout.inGroups(input.channels());
    long out = BlockLayout.inGroups(output.channels());
    long pixels = output.batch() * output.height() * output.width();
    return !transposed
        && size == 3
        && stride == 1
        && in >= CHANNELS
        && out >= CHANNELS
        && (!bias || out == output.channels())
        && (pixels >= PIXELS
            || (pixels >= PIXELS_OF_MANY_WEIGHTS && in * out * size * size >= MANY_WEIGHTS));
  }

  /**
   * This shape with channels in whole groups, as they lie in memory anyway: what fills up the last
   * group is zero, and so is what comes of it. Kernels of Winograd's algorithm take no other.
   */
  ConvolutionShape inGroups() {
    return new ConvolutionShape(
        transposed, inGroups(input), inGroups(output), size, stride, before, after, bias);
  }

  private static Sizes inGroups(Sizes sizes) {
    return new Sizes(
        sizes.batch(), BlockLayout.inGroups(sizes.channels()), sizes.height(), sizes.width());
  }

  /** Whether a kernel takes too much memory for itself. */
  static boolean isGreedy(Recipe recipe) {
    return recipe.scratch() > SCRATCH;
  }

  BlockLayout inputLayout() {
    return BlockLayout.any(input.array());
  }

  BlockLayout outputLayout() {
    return BlockLayout.any(output.array());
  }

  BlockLayout weightsLayout() {
    return BlockLayout.any(output.channels(), input.channels(), size, size);
  }
}
