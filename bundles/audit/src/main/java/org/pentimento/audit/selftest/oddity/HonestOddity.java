package org.pentimento.audit.selftest.oddity;

import java.io.IOException;
import java.util.SplittableRandom;
import org.pentimento.api.image.Image;
import org.pentimento.audit.image.Jpeg;
import org.pentimento.audit.image.Softness;

/**
 * What makes some pairs of an honest data set differ from the others. Lengths are meant for images
 * that are 64 pixels wide and grow with the width.
 */
public enum HonestOddity {
  /** Another artist who presses less: three quarters of the ink. */
  LIGHTER_ARTIST("lighter artist"),
  /** Another artist who presses more: a quarter more ink. */
  DARKER_ARTIST("darker artist"),
  /** Another artist who smudges: a Gaussian of .8 px. */
  SOFTER_ARTIST("softer artist"),
  /** Grey paper: all values times .88. */
  GREY_PAPER("grey paper"),
  /** Paper that darkens to the right, to .8 of its tone. */
  SHADED_PAPER("shaded paper"),
  /** Photos without colour. */
  GREY_PHOTOS("grey photos"),
  /** Photos stored as JPEG of quality 40. */
  JPEG_PHOTOS("JPEG 40"),
  /** Photos of a noisy camera: Gaussian noise of .02. */
  NOISY_PHOTOS("noisy photos"),
  /** Photos in warm light: red times 1.1, blue times .85. */
  WARM_PHOTOS("warm photos"),
  /** Underexposed photos: gamma 1.5. */
  DARK_PHOTOS("dark photos"),
  /** Photos out of focus: a Gaussian of .7 px. */
  SOFT_PHOTOS("soft photos"),
  /** The logo of their source on the photos, in a corner. */
  LOGO("logo of one source"),
  /** Sketches that lie 2.5 px beside their photos and are turned by 2 degrees. */
  MISALIGNED("misaligned sketches"),
  /** Another pair once more, its photo a little darker. */
  NEAR_DUPLICATES("near duplicates");

  private static final double WIDTH = 64;

  private final String word;

  HonestOddity(String word) {
    this.word = word;
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
    Image photo = own.photo();
    Image sketch = own.sketch();
    double scale = photo.width() / WIDTH;
    SplittableRandom random = new SplittableRandom(pair);
    return switch (this) {
      case LIGHTER_ARTIST -> own.withSketch(Tones.ink(sketch, .75f));
      case DARKER_ARTIST -> own.withSketch(Tones.ink(sketch, 1.25f));
      case SOFTER_ARTIST -> own.withSketch(Softness.gaussian(sketch, .8 * scale));
      case GREY_PAPER -> own.withSketch(Tones.scaled(sketch, .88f, .88f));
      case SHADED_PAPER -> own.withSketch(Tones.scaled(sketch, 1, .8f));
      case GREY_PHOTOS -> own.withPhoto(photo.planes() == 3 ? photo.grey().colour() : photo.grey());
      case JPEG_PHOTOS -> own.withPhoto(Jpeg.stored(photo, .4f));
      case NOISY_PHOTOS -> own.withPhoto(Tones.noise(photo, .02, random));
      case WARM_PHOTOS -> own.withPhoto(Tones.warm(photo));
      case DARK_PHOTOS -> own.withPhoto(Tones.gamma(photo, 1.5));
      case SOFT_PHOTOS -> own.withPhoto(Softness.gaussian(photo, .7 * scale));
      case LOGO -> own.withPhoto(Logo.on(photo, set));
      case MISALIGNED ->
          own.withSketch(
              Misalignment.moved(
                  sketch,
                  2.5 * scale * sign(random),
                  2.5 * scale * sign(random),
                  2 * sign(random)));
      case NEAR_DUPLICATES -> other.withPhoto(Tones.scaled(other.photo(), .97f, .97f));
    };
  }

  private static int sign(SplittableRandom random) {
    return random.nextBoolean() ? 1 : -1;
  }
}
