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

/** Asks how inspections are to be tested; then tests them in the background. */
final class SelfTestWizard extends Wizard {
  private final DetectorsPage detectors;
  private final SelfTestOptionsPage options;

  /**
   * A wizard.
   *
   * @param first data set to begin with, null for drawn faces
   */
  SelfTestWizard(OpenCase.Read read, @Nullable DatasetRecord first) {
    setWindowTitle("Self-Test of Inspections");
    detectors =
        new DetectorsPage(
            PlatformUI.getWorkbench().getService(Descriptors.class),
            Kind.DATASET_DETECTOR,
            read.writable(),
            "Which detectors are tested",
            "An inspection quotes the self-test if it asks the same detectors with the same"
                + " settings.",
            0);
    options = new SelfTestOptionsPage(read, first);
  }

  @Override
  public void addPages() {
    addPage(detectors);
    addPage(options);
  }

  @Override
  public boolean performFinish() {
    Job.SelfTest order = options.order(detectors.chosen());
    String name = String.valueOf(order.name());
    PlatformUI.getWorkbench()
        .getService(ChildJobs.class)
        .start(name, order)
        .addListener(new OpenWhenDone(name, getShell().getDisplay()));
    return true;
  }
}
