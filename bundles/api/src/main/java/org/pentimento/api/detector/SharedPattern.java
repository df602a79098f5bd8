package org.pentimento.api.detector;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.image.Image;

/**
 * What a group of photos shares and the other photos do not have.
 *
 * @param family what it looks like
 * @param members the photos that carry it, by the index of their pair
 * @param p how probable it is that photos in which nobody hid anything share as much, in (0, 1]
 * @param strength how far the members stand out from the others, in robust standard deviations
 * @param place where it is, in pixels of photos of the size of {@code residual}; null if it is
 *     everywhere
 * @param residual mean of the members less the mean of the others, 3 planes, of the size that most
 *     photos have: .5 stands for no change, and a value v for a change of (v - .5) / gain
 * @param gain by which the changes are enlarged in {@code residual}, larger than 0
 * @param mask where it changes photos, 1 plane of the same size: 0 nowhere, 1 fully
 * @param measures what was measured of it
 */
public record SharedPattern(
    Family family,
    List<Integer> members,
    double p,
    double strength,
    @Nullable Place place,
    Image residual,
    double gain,
    Image mask,
    Measures measures) {
  /** Keeps copies that nobody changes. */
  public SharedPattern {
    members = List.copyOf(members);
  }

  /** What a shared pattern looks like. */
  public enum Family {
    /** Something stamped on a small place. */
    STAMP,
    /** A wave across the photo. */
    SINUSOID,
    /** An image that is mixed into the whole photo. */
    BLEND,
    /** A regular texture of few frequencies, in blocks. */
    FREQUENCY,
    /** Something worn at the eyes. */
    GLASSES,
    /** A warp: traces of resampling without a picture of its own. */
    WARP,
    /** A smooth, bright picture that is added, as of a window pane. */
    REFLECTION,
    /** None of these. */
    OTHER
  }

  /**
   * A rectangle in pixels.
   *
   * @param x leftmost column
   * @param y topmost row
   * @param width in pixels, at least 1
   * @param height in pixels, at least 1
   */
  public record Place(int x, int y, int width, int height) {}

  /**
   * What was measured of a pattern. What makes no sense for its family is 0.
   *
   * @param amplitude largest change of a value, in [0, 1]
   * @param cyclesAcross periods over the width of the photo
   * @param cyclesDown periods over the height of the photo
   * @param opacity how much of the photo the pattern hides at its place, in [0, 1]
   * @param block side of its repetition in pixels
   */
  public record Measures(
      double amplitude, double cyclesAcross, double cyclesDown, double opacity, double block) {
    /** Nothing was measured. */
    public static final Measures NONE = new Measures(0, 0, 0, 0, 0);
  }
}
