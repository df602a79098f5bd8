package org.pentimento.workbench.app;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;

/** Shows the window in the light or the dark theme, now and at later starts. */
public final class ThemeHandler extends AbstractHandler {
  private static final String PREFIX = "org.eclipse.e4.ui.css.theme.e4_";

  @Override
  public @Nullable Object execute(ExecutionEvent event) {
    String theme = event.getParameter("org.pentimento.workbench.theme.name");
    PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(PREFIX + theme, true);
    return null;
  }
}
