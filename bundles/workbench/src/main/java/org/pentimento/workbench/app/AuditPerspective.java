package org.pentimento.workbench.app;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/**
 * The rooms of the window: {@code cases} on the left with {@code steps} below it, editors in the
 * middle, {@code below} and {@code beside} around them. Views place themselves: the {@code
 * perspectiveExtension} in the {@code plugin.xml} of each bundle stacks them into these rooms. On a
 * low display {@code below} begins as icons.
 */
public final class AuditPerspective implements IPerspectiveFactory {
  /** As {@code plugin.xml} names it. */
  public static final String ID = "org.pentimento.workbench.perspective";

  private static final String CASES = "cases";
  private static final String BELOW = "below";

  /** Where a display is lower, the views below would leave an editor too little to be read. */
  private static final int LOW = 768;

  @Override
  public void createInitialLayout(IPageLayout layout) {
    String editors = layout.getEditorArea();
    layout.createFolder(CASES, IPageLayout.LEFT, 0.24f, editors);
    layout.createFolder(BELOW, IPageLayout.BOTTOM, 0.68f, editors);
    layout.createFolder("steps", IPageLayout.BOTTOM, 0.55f, CASES);
    layout.createPlaceholderFolder("beside", IPageLayout.RIGHT, 0.7f, editors);
    Display display = Display.getCurrent();
    if (display != null && display.getPrimaryMonitor().getClientArea().height < LOW) {
      display.asyncExec(AuditPerspective::minimise);
    }
  }

  /** Makes icons of the views below; a click on one opens it over the editor. */
  private static void minimise() {
    IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
    IWorkbenchPage page = window == null ? null : window.getActivePage();
    if (page == null) {
      return;
    }
    for (IViewReference view : page.getViewReferences()) {
      if (view.getId().equals("org.pentimento.workbench.custody")) {
        page.setPartState(view, IWorkbenchPage.STATE_MINIMIZED);
      }
    }
  }
}
