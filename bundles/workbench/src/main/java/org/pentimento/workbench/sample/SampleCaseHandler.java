package org.pentimento.workbench.sample;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.statushandlers.StatusManager;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.preferences.DialogFolders;

/** Opens the person's copy of the sample case, and its run; the first time the copy is made. */
public final class SampleCaseHandler extends AbstractHandler {
  private static final String BUNDLE = "org.pentimento.workbench";

  @Override
  public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
    OpenCases cases = PlatformUI.getWorkbench().getService(OpenCases.class);
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    Path folder = DialogFolders.cases();
    Job.create(
            "Opening the sample case",
            monitor -> {
              try {
                Path sample = SampleCase.in(folder);
                cases.open(sample);
                CaseInput run = run(sample);
                window.getWorkbench().getDisplay().asyncExec(() -> show(window, run));
                return Status.OK_STATUS;
              } catch (BadInputException e) {
                return problem(e.getMessage() + " " + e.remedy(), e);
              } catch (IOException e) {
                return problem(
                    "The sample case cannot be copied to "
                        + folder
                        + ": "
                        + e.getMessage()
                        + ". Choose another folder for cases in the preferences.",
                    e);
              }
            })
        .schedule();
    return null;
  }

  private static IStatus problem(String message, Exception cause) {
    return new Status(IStatus.ERROR, BUNDLE, message, cause);
  }

  /** The run that the sample is shown by. */
  private static CaseInput run(Path sample) throws IOException {
    try (CaseFile file = CaseFile.openForReading(sample)) {
      RunRecord run = file.runs(RunKind.AUDIT).get(0);
      return new CaseInput(sample, CaseInput.Kind.RUN, run.id(), run.name());
    }
  }

  private static void show(IWorkbenchWindow window, CaseInput run) {
    if (window.getActivePage() == null) {
      return; // the window was closed meanwhile
    }
    try {
      window.getActivePage().openEditor(run, run.kind().editor());
    } catch (PartInitException e) {
      StatusManager.getManager().handle(e.getStatus(), StatusManager.LOG);
    }
  }
}
