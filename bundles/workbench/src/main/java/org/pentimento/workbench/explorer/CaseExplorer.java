package org.pentimento.workbench.explorer;

import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.selection.Node;

/** The view of the open cases and what is in them. */
public final class CaseExplorer extends ViewPart {
  /** As {@code plugin.xml} names it. */
  public static final String ID = "org.pentimento.workbench.explorer";

  private @Nullable IMemento memento;
  private @Nullable CaseTree tree;

  @Override
  public void init(IViewSite site, @Nullable IMemento saved) throws PartInitException {
    super.init(site, saved);
    memento = saved;
  }

  @Override
  public void createPartControl(Composite parent) {
    tree = new CaseTree(parent, getViewSite(), memento);
  }

  @Override
  public void saveState(IMemento state) {
    if (tree != null) {
      tree.save(state);
    }
  }

  @Override
  public void setFocus() {
    if (tree != null) {
      tree.setFocus();
    }
  }

  /** Opens each thing of a selection, as a double click does. */
  void open(IStructuredSelection selection) {
    if (tree != null) {
      tree.open(selection);
    }
  }

  /** Selects a node, and opens it if an editor or the desktop shows it. */
  public void show(Node node) {
    if (tree != null) {
      tree.show(node);
    }
  }

  /**
   * Shows a message below the tree until the person closes it or another message comes. In the
   * display's thread.
   */
  public void tell(String message) {
    if (tree != null) {
      tree.tell(message);
    }
  }
}
