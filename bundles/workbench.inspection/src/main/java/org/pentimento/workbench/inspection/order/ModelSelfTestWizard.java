package org.pentimento.workbench.inspection.order;

import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.extension.Kind;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.protocol.Job;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.descriptors.Descriptors;
import org.pentimento.workbench.jobs.ChildJobs;

/** Asks how inspections of models are to be tested; then tests them in the background. */
final class ModelSelfTestWizard extends Wizard {
  private final DetectorsPage detectors;
  private final ModelSelfTestOptionsPage options;

  /**
   * A wizard.
   *
   * @param first data set to begin with, null for drawn faces
   */
  ModelSelfTestWizard(OpenCase.Read read, @Nullable DatasetRecord first) {
    setWindowTitle("Self-Test of Model Inspections");
    detectors =
        new DetectorsPage(
            PlatformUI.getWorkbench().getService(Descriptors.class),
            Kind.MODEL_DETECTOR,
            read.writable(),
            "Which detectors of models are tested",
            "An inspection of a model quotes the self-test if it asks the same detectors with the"
                + " same settings.",
            0);
    options = new ModelSelfTestOptionsPage(read, first);
  }

  @Override
  public void addPages() {
    addPage(detectors);
    addPage(options);
  }

  @Override
  public boolean performFinish() {
    Job.ModelSelfTest order = options.order(detectors.chosen());
    String name = String.valueOf(order.name());
    PlatformUI.getWorkbench()
        .getService(ChildJobs.class)
        .start(name, order)
        .addListener(new OpenWhenDone(name, getShell().getDisplay()));
    return true;
  }
}
