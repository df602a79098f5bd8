package org.pentimento.workbench.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.drafts.Drafts;
import org.pentimento.workbench.form.PlainDialog;
import org.pentimento.workbench.input.PlanInput;
import org.pentimento.workbench.selection.Node;

/** Deletes the selected drafts after asking. What is recorded in a case stays. */
public final class DeleteHandler extends AbstractHandler {
  private static final String TITLE = "Delete";

  @Override
  public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
    Shell shell = HandlerUtil.getActiveWorkbenchWindowChecked(event).getShell();
    List<PlanInput> drafts = new ArrayList<>();
    boolean others = false;
    for (Object selected : HandlerUtil.getCurrentStructuredSelection(event)) {
      if (selected instanceof Node.DraftNode draft) {
        drafts.add(draft.draft());
      } else {
        others = true;
      }
    }
    if (others || drafts.isEmpty()) {
      PlainDialog.openInformation(
          shell,
          TITLE,
          "What is recorded in a case stays there; only drafts of plans can be deleted. Rename (F2)"
              + " gives it another name to be shown by.");
    } else if (agreed(shell, drafts)) {
      delete(drafts, HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage());
    }
    return null;
  }

  private static boolean agreed(Shell shell, List<PlanInput> drafts) {
    String names = drafts.stream().map(d -> "“" + d.name() + "”").collect(Collectors.joining(", "));
    return PlainDialog.open(
            MessageDialog.QUESTION,
            shell,
            TITLE,
            "Delete "
                + (drafts.size() == 1 ? "the draft " : drafts.size() + " drafts: ")
                + names
                + "? This cannot be undone. The case is not touched.",
            SWT.NONE,
            "Delete",
            "Keep")
        == 0;
  }

  private static void delete(List<PlanInput> drafts, IWorkbenchPage page) {
    for (PlanInput draft : drafts) {
      IEditorPart editor = page.findEditor(draft);
      if (editor != null) {
        page.closeEditor(editor, false);
      }
    }
    Display display = PlatformUI.getWorkbench().getDisplay();
    Job.create(
            "Deleting drafts",
            (ICoreRunnable)
                monitor -> {
                  try {
                    Drafts known = PlatformUI.getWorkbench().getService(Drafts.class);
                    for (PlanInput draft : drafts) {
                      known.discard(draft);
                    }
                  } catch (IOException e) {
                    display.asyncExec(
                        () ->
                            PlainDialog.openError(
                                page.getWorkbenchWindow().getShell(),
                                TITLE,
                                "The draft cannot be deleted: " + e.getMessage() + "."));
                  }
                })
        .schedule();
  }
}
