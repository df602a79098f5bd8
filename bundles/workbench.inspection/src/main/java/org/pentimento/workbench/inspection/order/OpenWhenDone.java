package org.pentimento.workbench.inspection.order;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.statushandlers.StatusManager;
import org.pentimento.protocol.JobEvent;
import org.pentimento.protocol.JobResult;
import org.pentimento.workbench.input.CaseInput;

/**
 * Opens the result of an inspection or a self-test as soon as it is there, without taking the
 * keyboard from what a person does meanwhile.
 *
 * @param name as a person knows it
 */
record OpenWhenDone(String name, Display display) implements Consumer<JobEvent> {
  @Override
  public void accept(JobEvent event) {
    if (!(event instanceof JobEvent.Done done) || display.isDisposed()) {
      return;
    }
    if (done.result() instanceof JobResult.OfInspectDataset found) {
      show(
          new CaseInput(Path.of(found.caseFolder()), CaseInput.Kind.INSPECTION, found.run(), name));
    } else if (done.result() instanceof JobResult.OfInspectModel found) {
      show(
          new CaseInput(
              Path.of(found.caseFolder()), CaseInput.Kind.MODEL_INSPECTION, found.run(), name));
    } else if (done.result() instanceof JobResult.OfInspectPhoto found) {
      show(
          new CaseInput(
              Path.of(found.caseFolder()), CaseInput.Kind.PHOTO_INSPECTION, found.run(), name));
    } else if (done.result() instanceof JobResult.OfMitigate found) {
      show(
          new CaseInput(Path.of(found.caseFolder()), CaseInput.Kind.MITIGATION, found.run(), name));
    } else if (done.result() instanceof JobResult.OfSelfTest found) {
      show(new CaseInput(Path.of(found.caseFolder()), CaseInput.Kind.SELF_TEST, found.run(), name));
    }
  }

  private void show(CaseInput input) {
    display.asyncExec(
        () -> {
          IWorkbenchWindow[] windows = PlatformUI.getWorkbench().getWorkbenchWindows();
          IWorkbenchPage page = windows.length == 0 ? null : windows[0].getActivePage();
          if (page == null) {
            return;
          }
          try {
            page.openEditor(input, input.kind().editor(), false);
          } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.LOG);
          }
        });
  }
}
