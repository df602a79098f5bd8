package org.pentimento.workbench.explorer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Display;
import org.osgi.framework.FrameworkUtil;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.store.OwnerOnly;
import org.pentimento.workbench.selection.Node;

/**
 * Opens a report in the desktop's browser. The case keeps its files as blobs without an ending,
 * which a browser does not show. So the file is copied, and its hash is checked while it is read.
 */
final class ReportOpening extends Job {
  private static final String PAGE = "report.html";

  private final Node.ReportNode report;
  private final Display display;
  private final Consumer<String> notice;

  ReportOpening(Node.ReportNode report, Display display, Consumer<String> notice) {
    super("Opening a report");
    this.report = report;
    this.display = display;
    this.notice = notice;
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    Map<String, String> files = report.files();
    if (files.isEmpty()) {
      tell("This report was written elsewhere, and the case does not keep a copy.");
      return Status.OK_STATUS;
    }
    String name = files.containsKey(PAGE) ? PAGE : files.keySet().iterator().next();
    try {
      Path copy = copy(name, String.valueOf(files.get(name)));
      display.asyncExec(() -> launch(copy));
    } catch (BadInputException e) {
      tell("The report cannot be opened. " + e.getMessage() + " " + e.remedy());
    } catch (IOException e) {
      tell("The report cannot be opened: " + e.getMessage() + ".");
    }
    return Status.OK_STATUS;
  }

  private void launch(Path copy) {
    if (!Program.launch(copy.toString())) {
      notice.accept("No program of this desktop opens the report. It lies in " + copy + ".");
    }
  }

  private Path copy(String name, String sha) throws IOException {
    Path state =
        Path.of(
            Platform.getStateLocation(FrameworkUtil.getBundle(ReportOpening.class)).toOSString());
    Path folder =
        OwnerOnly.createFolders(
            state.resolve("reports").resolve(sha.substring(0, Math.min(16, sha.length()))));
    Path copy = folder.resolve(name);
    Path part = Files.createTempFile(folder, "report", ".part");
    try (CaseFile file = CaseFile.openForReading(report.caseFolder());
        InputStream in = file.blobs().open(sha)) {
      Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
    return copy;
  }

  private void tell(String message) {
    display.asyncExec(() -> notice.accept(message));
  }
}
