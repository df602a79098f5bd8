package org.pentimento.dataset.codec.header;

import java.util.Optional;

/** How large an image file may be, so that a hostile one cannot exhaust memory. */
final class ImageLimits {
  /** Longest side in pixels. */
  static final long LONGEST_SIDE = 30_000;

  /** Most pixels: 64 million. */
  static final long MOST_PIXELS = 64_000_000;

  /** Largest file in bytes: 256 MB. */
  static final long LARGEST_FILE = 256_000_000;

  private ImageLimits() {}

  /**
   * What is wrong with a size, as the end of a sentence that begins with the file's name; empty if
   * nothing is.
   */
  static Optional<String> fault(long width, long height) {
    if (width < 1 || height < 1) {
      return Optional.of("has no pixels: " + width + "x" + height);
    }
    if (width > LONGEST_SIDE || height > LONGEST_SIDE) {
      return Optional.of(
          "is " + width + "x" + height + " pixels; a side may have at most " + LONGEST_SIDE);
    }
    if (width * height > MOST_PIXELS) {
      return Optional.of(
          "is " + width + "x" + height + " pixels; at most 64 million pixels are allowed");
    }
    return Optional.empty();
  }
}
