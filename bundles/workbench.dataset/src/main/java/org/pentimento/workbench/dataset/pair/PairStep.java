package org.pentimento.workbench.dataset.pair;

import org.jspecify.annotations.Nullable;
import org.pentimento.protocol.question.PairQuestion.PairPlace;

/** Where the user goes from a pair. */
enum PairStep {
  FIRST,
  PREVIOUS,
  NEXT,
  LAST;

  /** The id of the pair that the step leads to by the data set's order, empty if there is none. */
  String in(PairPlace place) {
    return switch (this) {
      case FIRST -> place.first();
      case PREVIOUS -> place.previous();
      case NEXT -> place.next();
      case LAST -> place.last();
    };
  }

  /**
   * The id of the pair that the step leads to in a gallery, null if there is none. Passes over
   * files, which a gallery may show among the pairs.
   *
   * @param from the place of the present pair
   */
  @Nullable String in(PairOrder order, int from) {
    int by = this == FIRST || this == NEXT ? 1 : -1;
    int place =
        switch (this) {
          case FIRST -> 0;
          case LAST -> order.count() - 1;
          case PREVIOUS, NEXT -> from + by;
        };
    String id = order.at(place);
    while (id == null && place >= 0 && place < order.count()) {
      place += by;
      id = order.at(place);
    }
    return id;
  }
}
