package org.pentimento.workbench.inspection.ranking;

import org.pentimento.api.detector.PairFinding.Reason;
import org.pentimento.casefile.result.InspectedPair.ReasonFound;

/** Reasons in so few words that they fit into a line of a list. */
final class ReasonNames {
  private ReasonNames() {}

  static String of(Reason.Kind kind) {
    return switch (kind) {
      case LESS_INK -> "less ink";
      case HOLE -> "ink missing somewhere";
      case PART_MISSING -> "part missing";
      case ANOTHER_PERSON -> "another person";
      case MIRRORED -> "mirrored";
      case UNEXPECTED -> "unexpected sketch";
      case SHARED_PATTERN -> "shared pattern";
      case OTHER -> "other";
    };
  }

  /** A reason with its detail, such as {@code part missing: mouth}. */
  static String of(ReasonFound reason) {
    String detail = reason.detail().strip();
    return detail.isEmpty() ? of(reason.kind()) : of(reason.kind()) + ": " + detail;
  }
}
