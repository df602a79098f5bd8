package org.pentimento.model.convention;

import java.util.Arrays;
import java.util.List;
import org.pentimento.api.BadInputException;

/** Which numbers a network takes or gives for black and white. */
public enum Range {
  UNIT("0..1", 0, 1),
  SIGNED("-1..1", -1, 1),
  BYTES("0..255", 0, 255),
  /** Normalised as for ImageNet, plane by plane; for photos only. */
  IMAGENET("imagenet", 0, 1),
  /** Light on dark; for sketches only. */
  INVERTED("1..0", 1, 0);

  static final List<Range> OF_PHOTOS = List.of(UNIT, SIGNED, BYTES, IMAGENET);
  static final List<Range> OF_SKETCHES = List.of(UNIT, SIGNED, BYTES, INVERTED);

  private static final float[] MEAN = {.485f, .456f, .406f};
  private static final float[] DEVIATION = {.229f, .224f, .225f};

  private final String word;
  private final float black;
  private final float white;

  Range(String word, float black, float white) {
    this.word = word;
    this.black = black;
    this.white = white;
  }

  /** As settings spell it. */
  String word() {
    return word;
  }

  /** Whether this range of photos spans the same numbers as a range of sketches. */
  boolean goesWith(Range ofSketches) {
    return Math.min(black, white) == Math.min(ofSketches.black, ofSketches.white)
        && Math.max(black, white) == Math.max(ofSketches.black, ofSketches.white);
  }

  static Range of(String word) throws BadInputException {
    return Arrays.stream(values())
        .filter(r -> r.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "There is no range " + word + ".", "Use one that is listed."));
  }

  /**
   * The number for a value of a photo.
   *
   * @param plane 0 red or grey, 1 green, 2 blue
   */
  float encode(float value, int plane) {
    return this == IMAGENET
        ? (value - MEAN[plane]) / DEVIATION[plane]
        : black + (white - black) * value;
  }

  /** By how much the number grows with the value. */
  float slope(int plane) {
    return this == IMAGENET ? 1 / DEVIATION[plane] : white - black;
  }

  /** The value of a sketch for a number; may lie outside [0, 1]. */
  float decode(float number) {
    return (number - black) / (white - black);
  }
}
