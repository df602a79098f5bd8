package org.pentimento.workbench.app;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.preferences.ThemeChoice;

/** Shows the window light, dark or as the desktop is, now and at later starts. */
public final class ThemeHandler extends AbstractHandler {
  @Override
  public @Nullable Object execute(ExecutionEvent event) {
    ThemeChoice.named(event.getParameter("org.pentimento.workbench.theme.name")).choose();
    return null;
  }
}
