package org.pentimento.casefile.result.photo;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.detector.SharedPattern.Place;

/**
 * What an inspection says of one photo.
 *
 * @param file as it was given
 * @param original SHA-256 of its bytes, a blob; empty if it could not be read
 * @param width in pixels, as it was given; 0 if it could not be read
 * @param height in pixels, as it was given; 0 if it could not be read
 * @param grey whether it has no colour
 * @param scaled whether it was brought to the size of the trusted photos
 * @param verdict on photo and model
 * @param p probability that a trusted photo measures as much in all, in (0, 1]; null if nothing was
 *     measured
 * @param leastP the least p that could have been reached; null if nothing was measured
 * @param unlike how many times as much the photo has for itself as trusted photos have; far above 1
 *     it may be no such face; 0 if nothing was measured
 * @param measures what was measured, one of each {@link PhotoMeasure}; empty if nothing was
 * @param place where what carries it lies, in pixels of the photo as it was given; null if
 *     everywhere, or if the photo is not flagged
 * @param pictures of it; null if nothing was measured
 * @param problem why nothing was measured, in words; empty if something was
 */
public record InspectedPhoto(
    String file,
    String original,
    int width,
    int height,
    boolean grey,
    boolean scaled,
    PhotoVerdict verdict,
    @Nullable Double p,
    @Nullable Double leastP,
    double unlike,
    List<Measured> measures,
    @Nullable Place place,
    @Nullable Pictures pictures,
    String problem) {
  /** Refuses null. */
  public InspectedPhoto {
    requireNonNull(file, "file");
    requireNonNull(original, "original");
    requireNonNull(verdict, "verdict");
    requireNonNull(problem, "problem");
    measures = List.copyOf(measures);
  }

  /** A photo that could not be looked at. */
  public static InspectedPhoto unread(String file, String problem) {
    return new InspectedPhoto(
        file,
        "",
        0,
        0,
        false,
        false,
        PhotoVerdict.NO_SCORE,
        null,
        null,
        0,
        List.of(),
        null,
        null,
        problem);
  }

  /** Whether it is called triggered. */
  public boolean flagged() {
    return verdict == PhotoVerdict.TRIGGERED;
  }

  /**
   * Something that was measured.
   *
   * @param measure what it is
   * @param value of the photo
   * @param usual median over the trusted photos
   * @param spread robust standard deviation over the trusted photos, not below a floor
   * @param p probability that a trusted photo measures as much, corrected for the number of
   *     measures (S. Holm, Scandinavian Journal of Statistics 6, 1979), in (0, 1]
   * @param detail of which change of the photo it was measured; may be empty
   */
  public record Measured(
      PhotoMeasure measure, double value, double usual, double spread, double p, String detail) {
    /** Refuses null. */
    public Measured {
      requireNonNull(measure, "measure");
      requireNonNull(detail, "detail");
    }
  }

  /**
   * Pictures, each the SHA-256 of a PNG.
   *
   * @param photo in the size in which it was measured
   * @param residual what the photo has for itself: .5 stands for nothing, a value v for a change of
   *     (v - .5) / {@link #gain}
   * @param gain by which it is enlarged
   * @param sketch that the model draws of the photo
   * @param cleanSketch mean of those that clean models draw of it
   * @param transplanted trusted photos with the residual, what the model draws of them as they are,
   *     and what it draws of them with it, in three rows
   */
  public record Pictures(
      String photo,
      String residual,
      double gain,
      String sketch,
      String cleanSketch,
      String transplanted) {
    /** Refuses null. */
    public Pictures {
      requireNonNull(photo, "photo");
      requireNonNull(residual, "residual");
      requireNonNull(sketch, "sketch");
      requireNonNull(cleanSketch, "cleanSketch");
      requireNonNull(transplanted, "transplanted");
    }
  }
}
