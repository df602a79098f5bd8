package org.pentimento.workbench.search;

import org.pentimento.workbench.selection.Node;
import org.pentimento.workbench.selection.PairRef;

/** Where something that was found is opened. */
sealed interface Place {
  /** In the tree, and in its editor if it has one. */
  record InTree(Node node) implements Place {}

  /** In the viewer of pairs. */
  record InViewer(PairRef pair) implements Place {}

  /** In the custody log; the number of the entry. */
  record InLog(long entry) implements Place {}
}
