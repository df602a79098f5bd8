package org.pentimento.workbench.form;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchSite;
import org.eclipse.ui.handlers.IHandlerService;
import org.jspecify.annotations.Nullable;

/** What Ctrl+F does in a view. */
public final class FindKey {
  private static final String COMMAND = "org.eclipse.ui.edit.findReplace";

  private FindKey() {}

  /** Lets Ctrl+F begin a search while a view is active. */
  public static void on(IWorkbenchSite site, Runnable search) {
    site.getService(IHandlerService.class)
        .activateHandler(
            COMMAND,
            new AbstractHandler() {
              @Override
              public @Nullable Object execute(ExecutionEvent event) {
                search.run();
                return null;
              }
            });
  }
}
