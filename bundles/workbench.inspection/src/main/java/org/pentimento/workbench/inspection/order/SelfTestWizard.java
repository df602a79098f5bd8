package org.pentimento.workbench.inspection.order;

import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.extension.Kind;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.descriptors.Descriptors;
import org.pentimento.workbench.jobs.ChildJobs;

/** Asks how inspections are to be tested; then tests them in the background. */
final class SelfTestWizard extends Wizard {
  private final DetectorsPage detectors;
  private final SelfTestOrder options;

  private SelfTestWizard(String title, DetectorsPage detectors, SelfTestOrder options) {
    setWindowTitle(title);
    this.detectors = detectors;
    this.options = options;
  }

  /**
   * A self-test of inspections of data sets.
   *
   * @param first data set to begin with, null for drawn faces
   */
  static SelfTestWizard ofDatasets(OpenCase.Read read, @Nullable DatasetRecord first) {
    return new SelfTestWizard(
        "Self-Test of Inspections",
        detectors(
            read,
            Kind.DATASET_DETECTOR,
            "Which detectors are tested",
            "An inspection quotes the self-test if it asks the same detectors with the same"
                + " settings."),
        new SelfTestOptionsPage(read, first));
  }

  /**
   * A self-test of inspections of models.
   *
   * @param first data set to begin with, null for drawn faces
   */
  static SelfTestWizard ofModels(OpenCase.Read read, @Nullable DatasetRecord first) {
    return new SelfTestWizard(
        "Self-Test of Model Inspections",
        detectors(
            read,
            Kind.MODEL_DETECTOR,
            "Which detectors of models are tested",
            "An inspection of a model quotes the self-test if it asks the same detectors with the"
                + " same settings."),
        new ModelSelfTestOptionsPage(read, first));
  }

  private static DetectorsPage detectors(
      OpenCase.Read read, Kind kind, String title, String description) {
    return new DetectorsPage(
        PlatformUI.getWorkbench().getService(Descriptors.class),
        kind,
        read.writable(),
        title,
        description,
        0);
  }

  @Override
  public void addPages() {
    addPage(detectors);
    addPage(options);
  }

  @Override
  public boolean performFinish() {
    String name = options.runName();
    PlatformUI.getWorkbench()
        .getService(ChildJobs.class)
        .start(name, options.order(detectors.chosen()))
        .addListener(new OpenWhenDone(name, getShell().getDisplay()));
    return true;
  }
}
