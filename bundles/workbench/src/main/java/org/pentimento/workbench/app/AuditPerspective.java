package org.pentimento.workbench.app;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/**
 * The rooms of the window: {@code cases} on the left with {@code steps} below it, editors in the
 * middle, {@code below} and {@code beside} around them. Views place themselves: the {@code
 * perspectiveExtension} in the {@code plugin.xml} of each bundle stacks them into these rooms.
 */
public final class AuditPerspective implements IPerspectiveFactory {
  /** As {@code plugin.xml} names it. */
  public static final String ID = "org.pentimento.workbench.perspective";

  private static final String CASES = "cases";

  @Override
  public void createInitialLayout(IPageLayout layout) {
    String editors = layout.getEditorArea();
    layout.createFolder(CASES, IPageLayout.LEFT, 0.24f, editors);
    layout.createFolder("below", IPageLayout.BOTTOM, 0.68f, editors);
    layout.createFolder("steps", IPageLayout.BOTTOM, 0.55f, CASES);
    layout.createPlaceholderFolder("beside", IPageLayout.RIGHT, 0.7f, editors);
  }
}
