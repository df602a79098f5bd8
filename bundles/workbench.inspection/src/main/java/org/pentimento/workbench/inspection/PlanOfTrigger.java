package org.pentimento.workbench.inspection;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.statushandlers.StatusManager;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.workbench.drafts.Drafts;
import org.pentimento.workbench.input.PlanInput;

/** Opens a plan whose attack uses a trigger that an inspection found. */
final class PlanOfTrigger {
  private static final String BUNDLE = "org.pentimento.workbench.inspection";

  private PlanOfTrigger() {}

  /** Writes a plan. */
  @FunctionalInterface
  interface Writing {
    /** The plan as YAML. Not in the display's thread. */
    String plan(CaseFile file) throws IOException;
  }

  /** Makes a draft in the background, then opens it. */
  static void open(IWorkbenchSite site, Path caseFolder, Writing writing) {
    Display display = site.getShell().getDisplay();
    Job job =
        new Job("Preparing a plan") {
          @Override
          protected IStatus run(IProgressMonitor monitor) {
            try {
              PlanInput draft = draft(caseFolder, writing);
              display.asyncExec(() -> open(site, draft));
              return Status.OK_STATUS;
            } catch (IOException e) {
              return new Status(
                  IStatus.ERROR, BUNDLE, "The plan cannot be prepared: " + e.getMessage(), e);
            }
          }
        };
    job.setPriority(Job.SHORT);
    job.schedule();
  }

  private static PlanInput draft(Path caseFolder, Writing writing) throws IOException {
    CaseInfo info;
    String plan;
    try (CaseFile file = CaseFile.openForReading(caseFolder)) {
      info = file.info();
      plan = writing.plan(file);
    }
    return PlatformUI.getWorkbench().getService(Drafts.class).create(caseFolder, info, plan);
  }

  private static void open(IWorkbenchSite site, PlanInput draft) {
    try {
      site.getPage().openEditor(draft, PlanInput.EDITOR);
    } catch (PartInitException e) {
      StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
    }
  }
}
