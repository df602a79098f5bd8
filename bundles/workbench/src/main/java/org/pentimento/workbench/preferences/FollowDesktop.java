package org.pentimento.workbench.preferences;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;

/** At the start, makes the window as dark as was chosen, or as the desktop is. */
public final class FollowDesktop implements IStartup {
  @Override
  public void earlyStartup() {
    Display display = PlatformUI.getWorkbench().getDisplay();
    display.asyncExec(() -> ThemeChoice.current().show());
  }
}
