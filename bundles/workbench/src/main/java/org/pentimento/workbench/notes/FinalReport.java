package org.pentimento.workbench.notes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.explorer.CaseExplorer;
import org.pentimento.workbench.jobs.CommandJob;

/** The version of a report without the mark of a draft, as soon as it is signed off. */
final class FinalReport {
  private FinalReport() {}

  /** Writes it beside its case, in the background, and shows it. */
  static void write(Path caseFolder) {
    IWorkbench workbench = PlatformUI.getWorkbench();
    OpenCases cases = workbench.getService(OpenCases.class);
    Display display = workbench.getDisplay();
    CommandJob job =
        new CommandJob(
            "Signed-off report of " + caseFolder.getFileName(),
            List.of(
                "report",
                caseFolder.toString(),
                "--final",
                "--format",
                "html,pdf",
                "--out",
                folder(caseFolder).toString()));
    job.addJobChangeListener(
        new JobChangeAdapter() {
          @Override
          public void done(IJobChangeEvent event) {
            cases.open(caseFolder);
            List<String> files = job.files();
            if (event.getResult().isOK() && !files.isEmpty() && !display.isDisposed()) {
              display.asyncExec(() -> show(workbench, Path.of(files.get(0))));
            }
          }
        });
    job.schedule();
  }

  /** A folder beside the case that does not exist yet, so that the draft that was read stays. */
  static Path folder(Path caseFolder) {
    String name = OpenCase.name(caseFolder) + "-report-signed-off";
    Path folder = caseFolder.resolveSibling(name);
    for (int i = 2; Files.exists(folder); i++) {
      folder = caseFolder.resolveSibling(name + "-" + i);
    }
    return folder;
  }

  private static void show(IWorkbench workbench, Path page) {
    boolean shown = Program.launch(page.toString());
    IWorkbenchWindow window = workbench.getActiveWorkbenchWindow();
    if (window != null
        && window.getActivePage() != null
        && window.getActivePage().findView(CaseExplorer.ID) instanceof CaseExplorer explorer) {
      explorer.tell(
          "The signed-off report, without the mark of a draft: "
              + page
              + "."
              + (shown ? "" : " No program of this desktop opens it by itself."));
    }
  }
}
