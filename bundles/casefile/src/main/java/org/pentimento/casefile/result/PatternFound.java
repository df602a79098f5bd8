package org.pentimento.casefile.result;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.detector.SharedPattern.Family;
import org.pentimento.api.detector.SharedPattern.Place;

/**
 * What a group of photos shares.
 *
 * @param detector id of the detector that found it
 * @param family what it looks like
 * @param pairs ids of the pairs whose photos carry it
 * @param sketchesChanged whether the sketches of these pairs are changed as well
 * @param p how probable it is that honest photos share as much, in (0, 1]
 * @param strength how far the members stand out, in robust standard deviations
 * @param place where it is, in pixels of the photos as they were given; null if everywhere
 * @param image SHA-256 of a PNG with the mean of the members less the mean of the others: middle
 *     grey stands for no change
 * @param gain by which changes are enlarged in the image
 * @param mask SHA-256 of a PNG that is white where the pattern changes photos
 * @param amplitude largest change of a value, in [0, 1]
 * @param cyclesAcross periods over the width of the photo, 0 if it has none
 * @param cyclesDown periods over the height of the photo, 0 if it has none
 * @param opacity how much of the photo it hides, 0 if that makes no sense
 * @param triggers installed triggers that make such a pattern, best fit first
 */
public record PatternFound(
    String detector,
    Family family,
    List<String> pairs,
    boolean sketchesChanged,
    double p,
    double strength,
    @Nullable Place place,
    String image,
    double gain,
    String mask,
    double amplitude,
    double cyclesAcross,
    double cyclesDown,
    double opacity,
    List<RecoveredTrigger> triggers) {
  /** Refuses null. */
  public PatternFound {
    requireNonNull(detector, "detector");
    requireNonNull(family, "family");
    requireNonNull(image, "image");
    requireNonNull(mask, "mask");
    pairs = List.copyOf(pairs);
    triggers = List.copyOf(triggers);
  }

  /**
   * A trigger whose settings make such a pattern.
   *
   * @param extension the trigger and the recovered settings
   * @param fit how well they explain the pattern, in [0, 1]
   * @param imageParameter parameter that is to name the image; null if none
   * @param image SHA-256 of a PNG for that parameter; null if none
   */
  public record RecoveredTrigger(
      ExtensionUse extension, double fit, @Nullable String imageParameter, @Nullable String image) {
    /** Refuses null. */
    public RecoveredTrigger {
      requireNonNull(extension, "extension");
    }
  }
}
