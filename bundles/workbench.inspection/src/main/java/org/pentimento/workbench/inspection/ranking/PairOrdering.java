package org.pentimento.workbench.inspection.ranking;

import java.util.Comparator;
import org.pentimento.casefile.result.InspectedPair;
import org.pentimento.workbench.table.NaturalOrder;

/** In which order pairs are listed. Pairs that are equal in it keep their rank. */
enum PairOrdering {
  /** By rank. */
  SUSPICION("Most suspicious first", Comparator.comparingDouble(p -> -p.score())),
  /** By rank, turned round. */
  HARMLESS("Least suspicious first", Comparator.comparingDouble(InspectedPair::score)),
  /** By id. */
  ID("By id", Comparator.comparing(InspectedPair::id, NaturalOrder.TEXTS)),
  /** By the kind of the strongest reason; pairs without a reason come last. */
  REASON(
      "By strongest reason",
      Comparator.comparingInt(
          p -> p.reasons().isEmpty() ? Integer.MAX_VALUE : p.reasons().get(0).kind().ordinal())),
  /** By the first quality; pairs without one come last. */
  QUALITY(
      "By quality",
      Comparator.comparingInt(
          p ->
              p.qualities().isEmpty()
                  ? Integer.MAX_VALUE
                  : p.qualities().get(0).oddity().ordinal()));

  private final String title;
  private final Comparator<InspectedPair> comparator;

  PairOrdering(String title, Comparator<InspectedPair> comparator) {
    this.title = title;
    this.comparator = comparator;
  }

  /** As a person chooses it. */
  String title() {
    return title;
  }

  Comparator<InspectedPair> comparator() {
    return comparator;
  }
}
