package org.pentimento.workbench.sample;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.preferences.DialogFolders;

/** Opens the person's copy of the sample case; the first time it is made. */
public final class SampleCaseHandler extends AbstractHandler {
  @Override
  public @Nullable Object execute(ExecutionEvent event) {
    OpenCases cases = PlatformUI.getWorkbench().getService(OpenCases.class);
    Path folder = DialogFolders.cases();
    Job.create(
            "Opening the sample case",
            monitor -> {
              try {
                cases.open(SampleCase.in(folder));
                return Status.OK_STATUS;
              } catch (IOException e) {
                return new Status(
                    IStatus.ERROR,
                    "org.pentimento.workbench",
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
}
