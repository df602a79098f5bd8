package org.pentimento.workbench.inspection.order;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.pentimento.protocol.Job;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.jobs.ChildJobs;

/** Asks which photos are to be inspected for which model; then inspects them in the background. */
final class PhotoInspectionWizard extends Wizard {
  private final PhotoOptionsPage options;

  /**
   * A wizard.
   *
   * @param model to begin with; null for the first of the case
   * @param photos to begin with
   */
  PhotoInspectionWizard(OpenCase.Read read, @Nullable Suspect model, List<Path> photos) {
    setWindowTitle("Inspect Photos");
    options = new PhotoOptionsPage(read, model, photos);
  }

  @Override
  public void addPages() {
    addPage(options);
  }

  @Override
  public boolean performFinish() {
    Job.InspectPhoto order = options.order();
    String name = String.valueOf(order.name());
    PlatformUI.getWorkbench()
        .getService(ChildJobs.class)
        .start(name, order)
        .addListener(new OpenWhenDone(name, getShell().getDisplay()));
    return true;
  }
}
