package org.pentimento.workbench.preferences;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;

/** Makes the window as dark as the desktop, at the start and whenever the desktop changes. */
public final class FollowDesktop implements IStartup {
  @Override
  public void earlyStartup() {
    Display display = PlatformUI.getWorkbench().getDisplay();
    display.asyncExec(
        () -> {
          ThemeChoice.current().show();
          display.addListener(SWT.Settings, e -> ThemeChoice.current().show());
        });
  }
}
