package org.pentimento.workbench.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.selection.PairRef;

/** Asks for a tag for the selected pairs, or takes one off them. */
public final class TagHandler extends AbstractHandler {
  @Override
  public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
    List<PairRef> pairs = new ArrayList<>();
    for (Object selected : HandlerUtil.getCurrentStructuredSelection(event)) {
      if (selected instanceof PairRef pair
          && (pairs.isEmpty() || pair.dataset().equals(pairs.get(0).dataset()))) {
        pairs.add(pair);
      }
    }
    if (pairs.isEmpty()) {
      return null;
    }
    PairRef first = pairs.get(0);
    Map<String, Set<String>> known =
        PlatformUI.getWorkbench()
            .getService(OpenCases.class)
            .read(first.caseFolder())
            .map(read -> read.notes().tags().of(first.dataset()))
            .orElse(Map.of());
    Shell shell = HandlerUtil.getActiveWorkbenchWindowChecked(event).getShell();
    new EntryDialog(
            shell,
            "Tag",
            (pairs.size() == 1
                    ? "On the pair " + first.pair()
                    : "On %,d pairs of %s".formatted(pairs.size(), first.dataset()))
                + ". The custody log keeps who tagged what when. A plan can leave out pairs by"
                + " tag.",
            new TagForm(pairs, known))
        .open();
    return null;
  }
}
