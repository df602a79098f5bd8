package org.pentimento.workbench.dataset;

import org.pentimento.protocol.listing.ListedPair;

/**
 * A cell of the gallery: a pair, or a file that did not become part of one.
 *
 * @param pair of a skipped file, its id is the file's path
 * @param skipped why the import left the file out; empty for a pair
 */
record Item(ListedPair pair, String skipped) {
  String id() {
    return pair.id();
  }

  boolean isPair() {
    return skipped.isEmpty();
  }
}
