package org.pentimento.workbench.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.statushandlers.StatusManager;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.cases.RecordedPlan;
import org.pentimento.workbench.form.PlainDialog;
import org.pentimento.workbench.input.PlanInput;
import org.pentimento.workbench.jobs.ChildJobs;
import org.pentimento.workbench.jobs.RunConsent;
import org.pentimento.workbench.selection.Node;

/**
 * Carries out what is selected in the tree: a draft in its editor, which shows what is wrong with
 * it; a recorded plan, or that of a run, once more as it was.
 */
public final class RunSelectedHandler extends AbstractHandler {
  @Override
  public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
    Object selected = HandlerUtil.getCurrentStructuredSelection(event).getFirstElement();
    if (selected instanceof Node.DraftNode draft) {
      open(HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage(), draft.draft());
    } else if (selected instanceof Node.PlanNode plan) {
      again(
          HandlerUtil.getActiveWorkbenchWindowChecked(event).getShell(),
          plan,
          plan.name(),
          plan.sha());
    } else if (selected instanceof Node.RunNode run) {
      again(
          HandlerUtil.getActiveWorkbenchWindowChecked(event).getShell(),
          run,
          run.run().name(),
          run.run().plan());
    }
    return null;
  }

  private static void open(IWorkbenchPage page, PlanInput draft) {
    try {
      IEditorPart editor = page.openEditor(draft, PlanInput.EDITOR);
      if (editor instanceof PlanEditor plan) {
        plan.runWhenLoaded();
      }
    } catch (PartInitException e) {
      StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
    }
  }

  private static void again(Shell shell, Node node, String name, String sha) {
    Optional<OpenCase.Read> read =
        PlatformUI.getWorkbench().getService(OpenCases.class).read(node.caseFolder());
    boolean wanted =
        read.isPresent()
            && PlainDialog.openQuestion(
                shell,
                "Run",
                "Run “"
                    + name
                    + "” once more as it was? What is finished of it is not computed"
                    + " again.");
    if (!wanted) {
      return;
    }
    Job.create(
            "Reading " + name,
            (ICoreRunnable)
                monitor -> {
                  try {
                    String yaml = RecordedPlan.text(node.caseFolder(), sha);
                    shell.getDisplay().asyncExec(() -> start(read.get(), name, yaml));
                  } catch (IOException | UncheckedIOException e) {
                    shell
                        .getDisplay()
                        .asyncExec(
                            () ->
                                PlainDialog.openError(
                                    shell, "Run", "The plan cannot be read: " + e.getMessage()));
                  }
                })
        .schedule();
  }

  private static void start(OpenCase.Read read, String name, String yaml) {
    if (RunConsent.given(read.folder(), yaml)) {
      PlatformUI.getWorkbench()
          .getService(ChildJobs.class)
          .startAudit(
              new org.pentimento.protocol.Job.Run(
                  org.pentimento.protocol.Job.PROTOCOL,
                  read.folder().toString(),
                  read.info(),
                  name,
                  yaml,
                  List.of(),
                  true));
    }
  }
}
