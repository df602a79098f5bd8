package org.pentimento.workbench.inspection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.statushandlers.StatusManager;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.workbench.drafts.Drafts;
import org.pentimento.workbench.input.PlanInput;
import org.pentimento.workbench.inspection.contents.ShownInspection;
import org.pentimento.workbench.inspection.pattern.TriggerPlan;
import org.pentimento.workbench.preferences.ChildSettings;

/**
 * Opens a plan that attacks the inspected data set with a recovered trigger. Where the inspection
 * made a copy without the flagged pairs, that is attacked: what the plan calls clean is clean then.
 */
final class PlanOfTrigger {
  private static final String BUNDLE = "org.pentimento.workbench.inspection";

  private PlanOfTrigger() {}

  /** Makes a draft in the background, then opens it. */
  static void open(
      IWorkbenchSite site,
      ShownInspection inspection,
      DatasetRecord dataset,
      Descriptor trigger,
      Map<String, String> settings) {
    Display display = site.getShell().getDisplay();
    Job job =
        new Job("Preparing a plan") {
          @Override
          protected IStatus run(IProgressMonitor monitor) {
            try {
              PlanInput draft = draft(inspection, dataset, trigger, settings);
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

  private static PlanInput draft(
      ShownInspection inspection,
      DatasetRecord dataset,
      Descriptor trigger,
      Map<String, String> settings)
      throws IOException {
    Path caseFolder = inspection.caseFolder();
    String cleaned = inspection.result().cleaned();
    InspectedData looked = inspection.result().data();
    CaseInfo info;
    DatasetRecord attacked = dataset;
    try (CaseFile file = CaseFile.openForReading(caseFolder)) {
      info = file.info();
      if (cleaned != null) {
        attacked = file.dataset(cleaned).orElse(dataset);
      }
    }
    String plan =
        TriggerPlan.audit(
                attacked, ChildSettings.current().threads(), looked.width(), looked.height())
            .with(trigger, settings);
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
