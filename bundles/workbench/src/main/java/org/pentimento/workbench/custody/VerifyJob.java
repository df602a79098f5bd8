package org.pentimento.workbench.custody;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.pentimento.api.CancelledException;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.verify.Verification;

/** Verifies a case in the background, then reports the verdict in the display's thread. */
final class VerifyJob extends Job {
  private final Path folder;
  private final Display display;
  private final BiConsumer<Path, String> verdict;

  VerifyJob(Path folder, Display display, BiConsumer<Path, String> verdict) {
    super("Verifying " + folder.getFileName());
    this.folder = folder;
    this.display = display;
    this.verdict = verdict;
    setUser(true);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    String text;
    try {
      text = words(CaseFile.verify(folder, Optional.empty(), new MonitoredProgress(monitor)));
    } catch (CancelledException e) {
      return Status.CANCEL_STATUS;
    } catch (IOException | UncheckedIOException e) {
      text = "The case cannot be verified: " + e.getMessage();
    } finally {
      monitor.done();
    }
    String told = text;
    display.asyncExec(() -> verdict.accept(folder, told));
    return Status.OK_STATUS;
  }

  private static String words(Verification verification) {
    if (verification.intact()) {
      return "Verified: the case is as it was written.";
    }
    Verification.Problem first = verification.problems().get(0);
    int more = verification.problems().size() - 1;
    return "Not as it was written: "
        + first.message()
        + (more == 0 ? "" : " And " + more + " more; see 'pentimento verify'.");
  }
}
