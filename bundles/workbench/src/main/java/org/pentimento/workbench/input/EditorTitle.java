package org.pentimento.workbench.input;

import java.util.function.Consumer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchSite;
import org.eclipse.ui.PlatformUI;
import org.pentimento.workbench.cases.OpenCases;

/** The text on the tab of an editor, which follows the name that its thing is shown by. */
public final class EditorTitle {
  private EditorTitle() {}

  /**
   * Sets the title now and whenever the open cases change, until the editor is closed.
   *
   * @param set sets the title
   */
  public static void keep(IWorkbenchSite site, CaseInput input, Consumer<String> set) {
    set.accept(input.title());
    Display display = PlatformUI.getWorkbench().getDisplay();
    OpenCases cases = PlatformUI.getWorkbench().getService(OpenCases.class);
    boolean[] closed = {false};
    Runnable changed =
        () -> {
          if (!display.isDisposed()) {
            display.asyncExec(
                () -> {
                  if (!closed[0]) {
                    set.accept(input.title());
                  }
                });
          }
        };
    cases.addListener(changed);
    site.getPage()
        .addPartListener(
            new IPartListener2() {
              @Override
              public void partClosed(IWorkbenchPartReference closing) {
                IWorkbenchPart part = closing.getPart(false);
                if (part != null && part.getSite() == site) {
                  closed[0] = true;
                  cases.removeListener(changed);
                  site.getPage().removePartListener(this);
                }
              }
            });
  }
}
