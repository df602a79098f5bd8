package org.pentimento.workbench.explorer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchSite;
import org.eclipse.ui.contexts.IContextActivation;
import org.eclipse.ui.contexts.IContextService;
import org.jspecify.annotations.Nullable;

/**
 * Lets keys such as F2 and Delete act on what is selected in the tree while the tree has the focus,
 * and not while somebody types in the field above it.
 */
final class TreeContext {
  private static final String ID = "org.pentimento.workbench.tree";

  private final IContextService contexts;
  private @Nullable IContextActivation active;

  private TreeContext(IWorkbenchSite site) {
    contexts = site.getService(IContextService.class);
  }

  static void on(Control tree, IWorkbenchSite site) {
    TreeContext context = new TreeContext(site);
    tree.addListener(SWT.FocusIn, e -> context.set(true));
    tree.addListener(SWT.FocusOut, e -> context.set(false));
    tree.addDisposeListener(e -> context.set(false));
  }

  private void set(boolean wanted) {
    if (wanted && active == null) {
      active = contexts.activateContext(ID);
    } else if (!wanted && active != null) {
      contexts.deactivateContext(active);
      active = null;
    }
  }
}
