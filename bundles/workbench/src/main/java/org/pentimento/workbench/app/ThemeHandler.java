package org.pentimento.workbench.app;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.preferences.ThemeChoice;

/** Makes the window light, dark, or as dark as the desktop, from now on. */
public final class ThemeHandler extends AbstractHandler {
  @Override
  public @Nullable Object execute(ExecutionEvent event) {
    ThemeChoice.named(event.getParameter("org.pentimento.workbench.theme.name")).choose();
    return null;
  }
}
