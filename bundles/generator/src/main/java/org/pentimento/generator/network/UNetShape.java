package org.pentimento.generator.network;

/**
 * Size and kind of a U-Net, which set how far it sees.
 *
 * @param width channels of the first level; they double from level to level up to eight times
 * @param levels how often the encoder halves the image, at least 2
 * @param transposed whether the decoder grows the image by 4x4 transposed convolutions instead of
 *     upsampling and 3x3 convolutions
 */
public record UNetShape(int width, int levels, boolean transposed) implements ReceptiveField {
  private static final int MOST_LEVELS = 8;
  private static final int WIDEST = 8;

  /** The levels that bring images of a size down to a bottleneck of one or two pixels. */
  public static int levelsFor(int imageWidth, int imageHeight) {
    int side = Math.max(imageWidth, imageHeight);
    int log2 = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(side);
    return Math.max(2, Math.min(MOST_LEVELS, log2));
  }

  /** Channels of a level, counted from 0. */
  int channels(int level) {
    return Math.min(width << Math.min(level, MOST_LEVELS), width * WIDEST);
  }

  /** What both sides of the image must be a multiple of. */
  public int multiple() {
    return 1 << levels;
  }

  /** Follows the path through the bottleneck, which sees the most, back from the output. */
  @Override
  public int[] seen(int firstOutput, int lastOutput, int side) {
    int first = firstOutput;
    int last = lastOutput;
    for (int level = 0; level < levels; level++) {
      int largest = (side >> level) - 1;
      if (transposed) {
        // Output o of a 4x4 window with stride 2 and padding 1 gets input p if 2p - 1 <= o <= 2p +
        // 2.
        first = Math.max(0, Math.floorDiv(first - 1, 2));
        last = Math.min((largest - 1) / 2, (last + 1) / 2);
      } else {
        first = Math.max(0, first - 1) / 2;
        last = Math.min(largest, last + 1) / 2;
      }
    }
    for (int level = levels - 1; level >= 0; level--) {
      first = Math.max(0, 2 * first - 1);
      last = Math.min((side >> level) - 1, 2 * last + 2);
    }
    return new int[] {first, last};
  }
}
