package org.pentimento.workbench.explorer;

import java.util.List;
import java.util.Locale;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerFilter;
import org.pentimento.workbench.selection.Node;

/** Leaves in the tree what has all words in its row, and what lies above or below such a row. */
final class NodeFilter extends ViewerFilter {
  private final NodeLabels labels;
  private List<String> words = List.of();

  NodeFilter(NodeLabels labels) {
    this.labels = labels;
  }

  /** Sets the words that a person types. */
  void set(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    words = plain.isEmpty() ? List.of() : List.of(plain.split("\\s+"));
  }

  boolean isOff() {
    return words.isEmpty();
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
    String row = labels.getText(node).toLowerCase(Locale.ROOT);
    return words.stream().allMatch(row::contains);
  }
}
