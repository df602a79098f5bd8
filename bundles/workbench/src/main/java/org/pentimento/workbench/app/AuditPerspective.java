package org.pentimento.workbench.app;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.pentimento.workbench.custody.CustodyView;
import org.pentimento.workbench.explorer.CaseExplorer;
import org.pentimento.workbench.extensions.ExtensionsView;
import org.pentimento.workbench.help.FirstAuditView;
import org.pentimento.workbench.help.HelpView;

/** Cases on the left, editors in the middle, what goes on below. */
public final class AuditPerspective implements IPerspectiveFactory {
  /** As {@code plugin.xml} names it. */
  public static final String ID = "org.pentimento.workbench.perspective";

  @Override
  public void createInitialLayout(IPageLayout layout) {
    String editors = layout.getEditorArea();
    layout.addView(CaseExplorer.ID, IPageLayout.LEFT, 0.24f, editors);
    IFolderLayout below = layout.createFolder("below", IPageLayout.BOTTOM, 0.68f, editors);
    below.addView(CustodyView.ID);
    below.addView(ExtensionsView.ID);
    below.addView("org.eclipse.ui.views.ProgressView");
    below.addView("org.eclipse.pde.runtime.LogView");
    layout
        .createFolder("left", IPageLayout.BOTTOM, 0.55f, CaseExplorer.ID)
        .addView(FirstAuditView.ID);
    layout
        .createPlaceholderFolder("beside", IPageLayout.RIGHT, 0.7f, editors)
        .addPlaceholder(HelpView.ID);
  }
}
