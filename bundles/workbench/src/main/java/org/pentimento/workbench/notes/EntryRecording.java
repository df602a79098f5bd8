package org.pentimento.workbench.notes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.CaseEvent;
import org.pentimento.casefile.event.CaseRemark;
import org.pentimento.workbench.cases.OpenCases;

/** Records entries in a case, in the background. */
final class EntryRecording extends Job {
  private final Path caseFolder;
  private final List<CaseEvent> events;
  private final Consumer<String> done;
  private final OpenCases cases = PlatformUI.getWorkbench().getService(OpenCases.class);
  private final Display display = PlatformUI.getWorkbench().getDisplay();

  /**
   * A job that records entries.
   *
   * @param done called in the display's thread with the reason why it failed, or an empty text
   */
  EntryRecording(Path caseFolder, List<CaseEvent> events, Consumer<String> done) {
    super("Writing to " + caseFolder.getFileName());
    this.caseFolder = caseFolder;
    this.events = List.copyOf(events);
    this.done = done;
  }

  /** Remarks that cannot be recorded now wait beside the log; all else has to be recorded. */
  private void record() throws IOException {
    List<CaseRemark> notes =
        events.stream().filter(CaseRemark.class::isInstance).map(CaseRemark.class::cast).toList();
    if (notes.size() == events.size()) {
      CaseFile.note(caseFolder, notes);
      return;
    }
    try (CaseFile file = CaseFile.openForWriting(caseFolder)) {
      for (CaseEvent event : events) {
        file.record(event);
      }
    }
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    String problem = "";
    try {
      record();
    } catch (BadInputException e) {
      problem = e.getMessage() + " " + e.remedy();
    } catch (IOException e) {
      problem = "The case " + caseFolder + " cannot be written to: " + e.getMessage() + ".";
    }
    if (problem.isEmpty()) {
      cases.open(caseFolder);
    }
    String told = problem;
    if (!display.isDisposed()) {
      display.asyncExec(() -> done.accept(told));
    }
    return Status.OK_STATUS;
  }
}
