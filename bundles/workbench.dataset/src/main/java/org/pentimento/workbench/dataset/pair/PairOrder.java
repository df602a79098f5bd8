package org.pentimento.workbench.dataset.pair;

import org.jspecify.annotations.Nullable;

/** The order in which an open gallery shows its pairs, for those who go from one to the next. */
public interface PairOrder {
  /** How many pairs are shown. */
  int count();

  /** Where a pair is shown, counted from 0; -1 if it is not. */
  int place(String pair);

  /** The id of the pair at a place, null if there is none. */
  @Nullable String at(int place);
}
