package org.pentimento.workbench.explorer;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.selection.Node;

/** Copies where the selected things lie, a line for each. */
public final class CopyPathHandler extends AbstractHandler {
  @Override
  public @Nullable Object execute(ExecutionEvent event) {
    List<?> selected = HandlerUtil.getCurrentStructuredSelection(event).toList();
    String paths =
        selected.stream()
            .filter(Node.class::isInstance)
            .map(n -> ((Node) n).location().toString())
            .distinct()
            .collect(Collectors.joining(System.lineSeparator()));
    if (!paths.isEmpty()) {
      Clipboard clipboard = new Clipboard(PlatformUI.getWorkbench().getDisplay());
      clipboard.setContents(new Object[] {paths}, new Transfer[] {TextTransfer.getInstance()});
      clipboard.dispose();
    }
    return null;
  }
}
