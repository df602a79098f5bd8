package org.pentimento.workbench.dataset.contents;

import org.pentimento.protocol.listing.ListedPair;

/**
 * A cell of the gallery: a pair, or a file that the import left out.
 *
 * @param pair the listed pair; for a file that was left out, its id is the file's path
 * @param skipped why the import left the file out; empty for a pair
 */
public record Item(ListedPair pair, String skipped) {
  /** The pair's id, or the path of the file that was left out. */
  public String id() {
    return pair.id();
  }

  /** Whether this is a pair, not a file that was left out. */
  public boolean isPair() {
    return skipped.isEmpty();
  }
}
