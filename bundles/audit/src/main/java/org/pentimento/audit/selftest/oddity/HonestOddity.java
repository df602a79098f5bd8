package org.pentimento.audit.selftest.oddity;

import java.io.IOException;
import java.util.SplittableRandom;

/**
 * What makes some pairs of an honest data set differ from the others. Lengths are meant for images
 * that are {@value #WIDTH} pixels wide and grow with the width.
 */
public enum HonestOddity {
  /** Another artist who presses less: three quarters of the ink. */
  LIGHTER_ARTIST(
      "lighter artist", (own, other, set, pair) -> own.withSketch(Tones.ink(own.sketch(), .75f))),
  /** Another artist who presses more: a quarter more ink. */
  DARKER_ARTIST(
      "darker artist", (own, other, set, pair) -> own.withSketch(Tones.ink(own.sketch(), 1.25f))),
  /** Another artist who smudges: a Gaussian of .8 px. */
  SOFTER_ARTIST(
      "softer artist",
      (own, other, set, pair) -> own.withSketch(Softness.gaussian(own.sketch(), .8 * scale(own)))),
  /** Grey paper: all values times .88. */
  GREY_PAPER(
      "grey paper",
      (own, other, set, pair) -> own.withSketch(Tones.scaled(own.sketch(), .88f, .88f))),
  /** Paper that darkens to the right, to .8 of its tone. */
  SHADED_PAPER(
      "shaded paper",
      (own, other, set, pair) -> own.withSketch(Tones.scaled(own.sketch(), 1, .8f))),
  /** Photos without colour. */
  GREY_PHOTOS(
      "grey photos",
      (own, other, set, pair) ->
          own.withPhoto(
              own.photo().planes() == 3 ? own.photo().grey().colour() : own.photo().grey())),
  /** Photos stored as JPEG of quality 40. */
  JPEG_PHOTOS("JPEG 40", (own, other, set, pair) -> own.withPhoto(Jpeg.stored(own.photo(), .4f))),
  /** Photos of a noisy camera: Gaussian noise of .02. */
  NOISY_PHOTOS(
      "noisy photos",
      (own, other, set, pair) -> own.withPhoto(Tones.noise(own.photo(), .02, pair))),
  /** Photos in warm light: red times 1.1, blue times .85. */
  WARM_PHOTOS("warm photos", (own, other, set, pair) -> own.withPhoto(Tones.warm(own.photo()))),
  /** Underexposed photos: gamma 1.5. */
  DARK_PHOTOS(
      "dark photos", (own, other, set, pair) -> own.withPhoto(Tones.gamma(own.photo(), 1.5))),
  /** Photos out of focus: a Gaussian of .7 px. */
  SOFT_PHOTOS(
      "soft photos",
      (own, other, set, pair) -> own.withPhoto(Softness.gaussian(own.photo(), .7 * scale(own)))),
  /** The logo of their source on the photos, in a corner. */
  LOGO("logo of one source", (own, other, set, pair) -> own.withPhoto(Logo.on(own.photo(), set))),
  /** Sketches that lie 2.5 px beside their photos and are turned by 2 degrees. */
  MISALIGNED(
      "misaligned sketches",
      (own, other, set, pair) ->
          own.withSketch(
              Misalignment.moved(
                  own.sketch(),
                  2.5 * scale(own) * (pair.nextBoolean() ? 1 : -1),
                  2.5 * scale(own) * (pair.nextBoolean() ? 1 : -1),
                  pair.nextBoolean() ? 2 : -2))),
  /** Another pair once more, its photo a little darker. */
  NEAR_DUPLICATES(
      "near duplicates",
      (own, other, set, pair) -> other.withPhoto(Tones.scaled(other.photo(), .97f, .97f)));

  private static final int WIDTH = 64;

  /** How an oddity changes a pair. */
  @FunctionalInterface
  private interface Change {
    OddPair of(OddPair own, OddPair other, long set, SplittableRandom pair) throws IOException;
  }

  private final String word;
  private final Change change;

  HonestOddity(String word, Change change) {
    this.word = word;
    this.change = change;
  }

  /** The name of it in results. */
  public String word() {
    return word;
  }

  /**
   * The odd form of a pair.
   *
   * @param own the pair
   * @param other another pair of the set, which stays as it is
   * @param set seed of what all odd pairs of the set share
   * @param pair seed of what this pair has for itself
   */
  public OddPair of(OddPair own, OddPair other, long set, long pair) throws IOException {
    return change.of(own, other, set, new SplittableRandom(pair));
  }

  private static double scale(OddPair pair) {
    return pair.photo().width() / (double) WIDTH;
  }
}
