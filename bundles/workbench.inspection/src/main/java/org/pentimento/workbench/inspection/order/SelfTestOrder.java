package org.pentimento.workbench.inspection.order;

import java.util.List;
import org.eclipse.jface.wizard.IWizardPage;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.Job.ChosenDetector;

/** A page that asks how a self-test is to be made. */
interface SelfTestOrder extends IWizardPage {
  /** How it is called in the case. */
  String runName();

  /** What to do. */
  Job order(List<ChosenDetector> detectors);
}
