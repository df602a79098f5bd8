package org.pentimento.verdict;

import java.util.List;
import java.util.Locale;
import org.pentimento.api.detector.PairFinding.Quality.Oddity;
import org.pentimento.casefile.result.InspectedPair;
import org.pentimento.casefile.result.InspectedPair.QualityFound;
import org.pentimento.casefile.result.InspectedPair.ReasonFound;

/** What an inspection says of one pair, in sentences. */
public final class PairWords {
  /** So many other pairs are named in a sentence. */
  private static final int NAMED = 4;

  /** Beyond this, a strength tells that honest pairs hardly differ, not how odd this one is. */
  private static final double MOST = 1000;

  private PairWords() {}

  /** Why a pair is suspicious, one sentence. */
  public static String reason(ReasonFound reason) {
    String detail = reason.detail().strip();
    return switch (reason.kind()) {
      case LESS_INK ->
          with("The sketch as a whole has less ink than its photo lets expect", detail);
      case HOLE -> with("Ink is missing at a place where the photo lets expect some", detail);
      case PART_MISSING -> with("A part of the face is missing in the sketch", detail);
      case ANOTHER_PERSON -> with("The sketch fits other photos better than its own", detail);
      case MIRRORED -> with("The sketch fits its photo better when it is mirrored", detail);
      case UNEXPECTED ->
          with("The sketch differs in another way from what its photo lets expect", detail);
      case SHARED_PATTERN ->
          with("The photo carries a pattern that it shares with a group of photos", detail);
      case OTHER -> detail.isEmpty() ? "The detector gives no words for this reason." : end(detail);
    };
  }

  /**
   * How strong a reason is, without a full stop, such as {@code 4.2 times the spread of honest
   * pairs}; empty if it has no strength.
   */
  public static String strength(ReasonFound reason) {
    return strength(reason.score());
  }

  static String strength(double score) {
    String times = times(score);
    return times.isEmpty() ? "" : times + " times the spread of honest pairs";
  }

  /**
   * A strength as a bare number, such as {@code 4.2} or {@code more than 1,000}; empty if there is
   * none.
   */
  public static String times(double score) {
    if (!Double.isFinite(score) || score <= 0) {
      return "";
    }
    return score > MOST
        ? String.format(Locale.ROOT, "more than %,.0f", MOST)
        : String.format(Locale.ROOT, "%.1f", score);
  }

  /** All reasons of a pair with their strength, strongest first. */
  public static List<String> reasons(InspectedPair pair) {
    return pair.reasons().stream()
        .map(
            reason -> {
              String strength = strength(reason);
              return strength.isEmpty()
                  ? reason(reason)
                  : reason(reason).replaceFirst("[.]$", "") + " (" + strength + ").";
            })
        .toList();
  }

  /** What is odd about a pair for an honest reason, one sentence. */
  public static String quality(QualityFound quality) {
    String detail = quality.detail().strip();
    String others = others(quality.others());
    return switch (quality.oddity()) {
      case DUPLICATE ->
          with(
              "Photo and sketch are nearly those of "
                  + (others.isEmpty() ? "another pair" : others),
              detail);
      case MISALIGNED -> with("The sketch fits its photo after a shift or a turn", detail);
      case MIRRORED -> with("The sketch fits its photo after mirroring", detail);
      case OTHER_ARTIST ->
          with("The sketch is drawn in another manner than most" + like(others), detail);
      case OTHER_SOURCE ->
          with(
              "The photo comes from another camera or was stored otherwise than most"
                  + like(others),
              detail);
      case NO_COLOUR -> with("The photo has no colour, where most have" + like(others), detail);
      case OTHER_SIZE -> with("The images have another size than most" + like(others), detail);
      case NO_EYES ->
          with(
              "The eyes are not known, so nothing could be looked for that is placed by them",
              detail);
    };
  }

  /** An oddity in a few words, such as {@code near duplicate}. */
  public static String name(Oddity oddity) {
    return switch (oddity) {
      case DUPLICATE -> "near duplicate";
      case MISALIGNED -> "misaligned";
      case MIRRORED -> "mirrored";
      case OTHER_ARTIST -> "another artist";
      case OTHER_SOURCE -> "another source";
      case NO_COLOUR -> "no colour";
      case OTHER_SIZE -> "another size";
      case NO_EYES -> "eyes not known";
    };
  }

  /** What becomes of pairs with an oddity before they are judged, one sentence. */
  public static String meaning(Oddity oddity) {
    return switch (oddity) {
      case DUPLICATE ->
          "Near duplicates count as one pair where groups of photos are looked for, so that they"
              + " do not pass for a pattern.";
      case MISALIGNED -> "Misaligned sketches are judged after the shift or turn was undone.";
      case MIRRORED -> "Mirrored sketches are judged after they were mirrored back.";
      case OTHER_ARTIST -> "Another manner of drawing is honest and no reason to suspect a pair.";
      case OTHER_SOURCE -> "Another source is honest, and what it leaves on photos is no trigger.";
      case NO_COLOUR -> "Photos without colour are compared by their lightness alone.";
      case OTHER_SIZE -> "Images of another size are scaled before they are compared.";
      case NO_EYES -> "Without eyes, parts of the face and glasses cannot be placed.";
    };
  }

  private static String like(String others) {
    return others.isEmpty() ? "" : ", as in " + others;
  }

  private static String others(List<String> ids) {
    if (ids.isEmpty()) {
      return "";
    }
    String named = String.join(", ", ids.subList(0, Math.min(NAMED, ids.size())));
    int more = ids.size() - NAMED;
    return (ids.size() == 1 ? "pair " : "pairs ")
        + named
        + (more > 0 ? " and " + more + " more" : "");
  }

  private static String with(String sentence, String detail) {
    return end(detail.isEmpty() ? sentence : sentence + ": " + detail);
  }

  /** A text that ends like a sentence. */
  static String end(String text) {
    String trimmed = text.strip();
    return trimmed.isEmpty() || trimmed.matches("(?s).*[.!?]") ? trimmed : trimmed + ".";
  }
}
