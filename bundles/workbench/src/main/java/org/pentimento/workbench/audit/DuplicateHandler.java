package org.pentimento.workbench.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.statushandlers.StatusManager;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.plan.PlanException;
import org.pentimento.plan.PlanText;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.cases.RecordedPlan;
import org.pentimento.workbench.drafts.Drafts;
import org.pentimento.workbench.form.PlainDialog;
import org.pentimento.workbench.input.PlanInput;
import org.pentimento.workbench.selection.Node;

/** Makes a draft that is a copy of the selected draft, recorded plan or plan of a run. */
public final class DuplicateHandler extends AbstractHandler {
  @Override
  public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
    Object selected = HandlerUtil.getCurrentStructuredSelection(event).getFirstElement();
    Optional<CaseInfo> info = selected instanceof Node node ? info(node) : Optional.empty();
    if (info.isEmpty()) {
      return null;
    }
    Node node = (Node) selected;
    Display display = PlatformUI.getWorkbench().getDisplay();
    Job.create(
            "Copying a plan",
            (ICoreRunnable)
                monitor -> {
                  try {
                    PlanInput copy =
                        PlatformUI.getWorkbench()
                            .getService(Drafts.class)
                            .create(node.caseFolder(), info.get(), named(text(node)));
                    display.asyncExec(() -> open(page, copy));
                  } catch (IOException e) {
                    display.asyncExec(
                        () ->
                            PlainDialog.openError(
                                page.getWorkbenchWindow().getShell(),
                                "Duplicate",
                                "The plan cannot be copied: " + e.getMessage() + "."));
                  }
                })
        .schedule();
    return null;
  }

  private static Optional<CaseInfo> info(Node node) {
    return node instanceof Node.DraftNode draft
        ? Optional.of(draft.draft().info())
        : PlatformUI.getWorkbench()
            .getService(OpenCases.class)
            .read(node.caseFolder())
            .map(OpenCase.Read::info);
  }

  private static String text(Node node) throws IOException {
    if (node instanceof Node.DraftNode draft) {
      return Files.readString(draft.draft().file());
    }
    Path folder = node.caseFolder();
    if (node instanceof Node.PlanNode plan) {
      return RecordedPlan.text(folder, plan.sha());
    } else if (node instanceof Node.RunNode run) {
      return RecordedPlan.text(folder, run.run().plan());
    }
    throw new IllegalArgumentException("No plan: " + node);
  }

  /** A text that cannot be read as a plan is copied as it is, to be mended in the copy. */
  private static String named(String yaml) {
    try {
      PlanText text = PlanText.of(yaml);
      return text.with("name", "copy of " + Drafts.name(yaml)).text();
    } catch (PlanException e) {
      return yaml;
    }
  }

  private static void open(IWorkbenchPage page, PlanInput draft) {
    try {
      page.openEditor(draft, PlanInput.EDITOR);
    } catch (PartInitException e) {
      StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
    }
  }
}
