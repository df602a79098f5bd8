package org.pentimento.workbench.inspection.order;

import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.PlatformUI;
import org.pentimento.api.extension.Kind;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.protocol.Job;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.descriptors.Descriptors;
import org.pentimento.workbench.jobs.ChildJobs;

/** Asks how a data set is to be inspected; then inspects it in the background. */
final class InspectionWizard extends Wizard {
  private final DetectorsPage detectors;
  private final InspectionOptionsPage options;

  InspectionWizard(OpenCase.Read read, DatasetRecord dataset) {
    setWindowTitle("Inspect Data Set");
    detectors =
        new DetectorsPage(
            PlatformUI.getWorkbench().getService(Descriptors.class),
            Kind.DATASET_DETECTOR,
            read.writable(),
            "What is looked for in " + dataset.name(),
            "Nothing is trained. Each detector says what it looks for and what it cannot find.",
            dataset.pairs());
    options = new InspectionOptionsPage(read, dataset, detectors::chosen);
  }

  @Override
  public void addPages() {
    addPage(detectors);
    addPage(options);
  }

  @Override
  public boolean performFinish() {
    Job.InspectDataset order = options.order();
    String name = order.title();
    PlatformUI.getWorkbench()
        .getService(ChildJobs.class)
        .start(name, order)
        .addListener(new OpenWhenDone(name, getShell().getDisplay()));
    return true;
  }
}
