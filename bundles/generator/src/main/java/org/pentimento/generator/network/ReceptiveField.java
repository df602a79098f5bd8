package org.pentimento.generator.network;

import org.pentimento.generator.model.ImagePacking;

/** Which part of its input a network's output depends on, along one axis of the image. */
public interface ReceptiveField {
  /**
   * The input pixels that some neighbouring output pixels depend on.
   *
   * @param first of the output pixels
   * @param last of the output pixels
   * @param side of the input and of the output
   * @return the first and the last of the input pixels
   */
  int[] seen(int first, int last, int side);

  /** The receptive field of a network that ends with another one, which takes this one's output. */
  default ReceptiveField then(ReceptiveField next) {
    return (first, last, side) -> {
      int[] between = next.seen(first, last, side);
      return seen(between[0], between[1], side);
    };
  }

  /**
   * How far an input pixel acts.
   *
   * @param packing how images become the network's input
   * @param width of the image
   * @param height of the image
   * @return the largest distance along an axis, or {@link Integer#MAX_VALUE} if every output pixel
   *     sees the whole image
   */
  default int reach(ImagePacking packing, int width, int height) {
    int across = reach(packing, width);
    int down = reach(packing, height);
    if (across == Integer.MAX_VALUE && down == Integer.MAX_VALUE) {
      return Integer.MAX_VALUE;
    }
    return Math.max(
        across == Integer.MAX_VALUE ? width - 1 : across,
        down == Integer.MAX_VALUE ? height - 1 : down);
  }

  private int reach(ImagePacking packing, int pixels) {
    int side = packing.side(pixels);
    int margin = (side - pixels) / 2;
    int farthest = 0;
    boolean whole = true;
    for (int x = 0; x < pixels; x++) {
      int[] seen = seen(x + margin, x + margin, side);
      int first = Math.max(0, Math.min(pixels - 1, seen[0] - margin));
      int last = Math.max(0, Math.min(pixels - 1, seen[1] - margin));
      farthest = Math.max(farthest, Math.max(x - first, last - x));
      whole &= first == 0 && last == pixels - 1;
    }
    return whole ? Integer.MAX_VALUE : farthest;
  }
}
