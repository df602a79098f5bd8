package org.pentimento.casefile.result;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.pentimento.api.detector.PairFinding.Quality.Oddity;
import org.pentimento.api.detector.PairFinding.Reason;

/**
 * What an inspection says of one pair.
 *
 * @param id of the pair in its data set
 * @param score how suspicious it is: 1 is the threshold of the false-alarm rate that was asked for
 * @param p share of honest pairs that are as suspicious, in (0, 1]
 * @param flagged whether it is called poison; odd pairs are not, however odd
 * @param reasons why it is suspicious, strongest first
 * @param qualities what is odd about it for an honest reason
 * @param pictures what convinces a person; empty for pairs that are not suspicious
 */
public record InspectedPair(
    String id,
    double score,
    double p,
    boolean flagged,
    List<ReasonFound> reasons,
    List<QualityFound> qualities,
    List<PictureFound> pictures) {
  /** Refuses null. */
  public InspectedPair {
    requireNonNull(id, "id");
    reasons = List.copyOf(reasons);
    qualities = List.copyOf(qualities);
    pictures = List.copyOf(pictures);
  }

  /**
   * A reason.
   *
   * @param detector id of the detector that gives it
   * @param kind of the reason
   * @param score strength in robust standard deviations of honest pairs
   * @param detail what exactly, such as {@code mouth}; may be empty
   */
  public record ReasonFound(String detector, Reason.Kind kind, double score, String detail) {
    /** Refuses null. */
    public ReasonFound {
      requireNonNull(detector, "detector");
      requireNonNull(kind, "kind");
      requireNonNull(detail, "detail");
    }
  }

  /**
   * An honest oddity.
   *
   * @param detector id of the detector that saw it
   * @param oddity what it is
   * @param others ids of the pairs that it is odd together with
   * @param detail what exactly; may be empty
   */
  public record QualityFound(String detector, Oddity oddity, List<String> others, String detail) {
    /** Refuses null. */
    public QualityFound {
      requireNonNull(detector, "detector");
      requireNonNull(oddity, "oddity");
      requireNonNull(detail, "detail");
      others = List.copyOf(others);
    }
  }

  /**
   * A picture.
   *
   * @param detector id of the detector that gives it
   * @param caption what it shows
   * @param image SHA-256 of its blob, a PNG
   */
  public record PictureFound(String detector, String caption, String image) {
    /** Refuses null. */
    public PictureFound {
      requireNonNull(detector, "detector");
      requireNonNull(caption, "caption");
      requireNonNull(image, "image");
    }
  }
}
