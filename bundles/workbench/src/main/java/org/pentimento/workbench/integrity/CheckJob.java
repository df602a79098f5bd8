package org.pentimento.workbench.integrity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.verify.Depth;
import org.pentimento.casefile.verify.Verification;

/** Looks at a case in the background. */
final class CheckJob extends Job {
  /** A writer at work may be between two files; what is wrong then is not a little later. */
  private static final long SECOND_LOOK_MS = 1500;

  private final Path folder;
  private final Depth depth;
  private final Optional<Path> receipt;
  private final Consumer<CaseCheck> checked;
  private final Consumer<String> failed;

  /**
   * A look to be scheduled.
   *
   * @param receipt of the case that was kept elsewhere
   * @param checked called in any thread with what was found
   * @param failed called in any thread with the reason why nothing can be said
   */
  CheckJob(
      Path folder,
      Depth depth,
      Optional<Path> receipt,
      Consumer<CaseCheck> checked,
      Consumer<String> failed) {
    super((depth == Depth.CONTENT ? "Verifying " : "Looking at log of ") + folder.getFileName());
    this.folder = folder;
    this.depth = depth;
    this.receipt = receipt;
    this.checked = checked;
    this.failed = failed;
    setUser(depth == Depth.CONTENT);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    Progress progress = new MonitoredProgress(monitor);
    try {
      Verification found = look(progress);
      if (!found.intact() && depth == Depth.LOG_AND_SIZES) {
        Thread.sleep(SECOND_LOOK_MS);
        found = look(progress);
      }
      checked.accept(new CaseCheck(folder, depth, Instant.now(), found));
    } catch (CancelledException e) {
      return Status.CANCEL_STATUS;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Status.CANCEL_STATUS;
    } catch (IOException | UncheckedIOException e) {
      failed.accept("The case " + folder + " cannot be verified: " + e.getMessage());
    } finally {
      monitor.done();
    }
    return Status.OK_STATUS;
  }

  private Verification look(Progress progress) throws IOException, CancelledException {
    return depth == Depth.CONTENT
        ? CaseFile.verify(folder, receipt, progress)
        : CaseFile.glance(folder, progress);
  }
}
