package org.pentimento.workbench.inspection.order;

import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.PlatformUI;
import org.pentimento.api.extension.Kind;
import org.pentimento.protocol.Job;
import org.pentimento.verdict.TrainingWords;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.descriptors.Descriptors;
import org.pentimento.workbench.jobs.ChildJobs;

/** Asks how a model is to be inspected; then inspects it in the background. */
final class ModelInspectionWizard extends Wizard {
  private final DetectorsPage detectors;
  private final ModelOptionsPage options;

  ModelInspectionWizard(OpenCase.Read read, Suspect suspect) {
    setWindowTitle("Inspect Model");
    Descriptors descriptors = PlatformUI.getWorkbench().getService(Descriptors.class);
    detectors =
        new DetectorsPage(
            descriptors,
            Kind.MODEL_DETECTOR,
            read.writable(),
            "What is looked for in " + TrainingWords.inWords(suspect.name()),
            "Each detector says what it looks for and what it cannot find.",
            0);
    options = new ModelOptionsPage(read, suspect, descriptors, detectors::chosen);
  }

  @Override
  public void addPages() {
    addPage(detectors);
    addPage(options);
  }

  @Override
  public boolean canFinish() {
    return super.canFinish() && getContainer().getCurrentPage() == options;
  }

  @Override
  public boolean performFinish() {
    Job.InspectModel order = options.order();
    String name = String.valueOf(order.name());
    PlatformUI.getWorkbench()
        .getService(ChildJobs.class)
        .start(name, order)
        .addListener(new OpenWhenDone(name, getShell().getDisplay()));
    return true;
  }
}
