package org.pentimento.api.detector;

import java.util.List;
import org.pentimento.api.detector.Exhibit.Picture;

/**
 * What a detector says of one pair.
 *
 * @param score how suspicious the pair is; the larger, the more. Finite; its unit is the
 *     detector's, the same for all pairs of a set
 * @param p share of honest pairs that score as high, in (0, 1], by the detector's own null; 1 if it
 *     does not suspect the pair at all
 * @param reasons why it is suspicious, strongest first; empty if it is not
 * @param qualities what is odd about it without being poison
 * @param pictures what convinces a person; only of the most suspicious pairs, at most 8 of each
 */
public record PairFinding(
    double score, double p, List<Reason> reasons, List<Quality> qualities, List<Picture> pictures) {
  /** A pair that nothing is wrong with. */
  public static final PairFinding NOTHING = new PairFinding(0, 1, List.of(), List.of(), List.of());

  /** Keeps copies that nobody changes. */
  public PairFinding {
    reasons = List.copyOf(reasons);
    qualities = List.copyOf(qualities);
    pictures = List.copyOf(pictures);
  }

  /**
   * Why a pair is suspicious.
   *
   * @param kind of the reason
   * @param score strength in robust standard deviations of honest pairs, larger is stronger
   * @param detail what exactly, in a few words, such as {@code mouth}; empty if there is no more to
   *     say
   */
  public record Reason(Kind kind, double score, String detail) {
    /** Kinds of reasons. */
    public enum Kind {
      /** The whole sketch has less ink than its photo lets expect. */
      LESS_INK,
      /** Ink is missing somewhere. */
      HOLE,
      /** A part of the face is missing. */
      PART_MISSING,
      /** The sketch fits other photos better than its own. */
      ANOTHER_PERSON,
      /** The mirrored sketch fits better. */
      MIRRORED,
      /** The sketch differs from what its photo lets expect in another way. */
      UNEXPECTED,
      /** The photo carries what a group of photos shares. */
      SHARED_PATTERN,
      /** Something else; the detail says what. */
      OTHER
    }
  }

  /**
   * What is odd about a pair for an honest reason. It is no sign of poison, and detectors that look
   * for poison leave it out of what they call normal or undo it.
   *
   * @param oddity what it is
   * @param others the pairs that it is odd together with, such as its duplicates, by their index
   * @param detail what exactly, in a few words, such as {@code 2.5 px to the left}; empty if there
   *     is no more to say
   */
  public record Quality(Oddity oddity, List<Integer> others, String detail) {
    /** Keeps copies that nobody changes. */
    public Quality {
      others = List.copyOf(others);
    }

    /** Kinds of honest oddities. */
    public enum Oddity {
      /** Photo and sketch are nearly those of another pair. */
      DUPLICATE,
      /** The sketch fits its photo after a shift or a turn. */
      MISALIGNED,
      /** The sketch fits its photo after mirroring. */
      MIRRORED,
      /** The sketch is drawn in another manner than most. */
      OTHER_ARTIST,
      /** The photo comes from another camera or was stored otherwise than most. */
      OTHER_SOURCE,
      /** The photo has no colour among colour photos. */
      NO_COLOUR,
      /** The images have another size than most. */
      OTHER_SIZE,
      /** The eyes are not known. */
      NO_EYES
    }
  }
}
