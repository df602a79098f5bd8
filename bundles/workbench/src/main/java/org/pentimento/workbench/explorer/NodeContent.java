package org.pentimento.workbench.explorer;

import java.util.List;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.selection.Node;

/** Gives the tree its nodes. */
final class NodeContent implements ITreeContentProvider {
  @Override
  public Object[] getElements(Object input) {
    return ((List<?>) input).toArray();
  }

  @Override
  public Object[] getChildren(Object parent) {
    return ((Node) parent).children().toArray();
  }

  @Override
  public @Nullable Object getParent(Object element) {
    return null;
  }

  @Override
  public boolean hasChildren(Object element) {
    return !((Node) element).children().isEmpty();
  }
}
