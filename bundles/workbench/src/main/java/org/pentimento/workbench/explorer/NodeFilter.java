package org.pentimento.workbench.explorer;

import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerFilter;
import org.pentimento.workbench.selection.Node;
import org.pentimento.workbench.table.SearchWords;

/** Leaves in the tree what has all words in its row, and what lies above or below such a row. */
final class NodeFilter extends ViewerFilter {
  private final NodeLabels labels;
  private SearchWords words = SearchWords.of("");

  NodeFilter(NodeLabels labels) {
    this.labels = labels;
  }

  /** Sets the words that a person types. */
  void set(String text) {
    words = SearchWords.of(text);
  }

  boolean isOff() {
    return words.none();
  }

  @Override
  public boolean select(Viewer viewer, Object parent, Object element) {
    return isOff() || fits((Node) element) || isBelowOne(parent);
  }

  private boolean isBelowOne(Object parent) {
    return parent instanceof Node node && !(node instanceof Node.CaseNode) && hasWords(node);
  }

  private boolean fits(Node node) {
    return hasWords(node) || node.children().stream().anyMatch(this::fits);
  }

  private boolean hasWords(Node node) {
    return words.in(labels.getText(node));
  }
}
