package org.pentimento.workbench.dataset.pair;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.Exported;
import org.pentimento.casefile.store.OwnerOnly;
import org.pentimento.workbench.cases.OpenCases;

/** Writes a picture of a pair to a file, and records in the case's log that it was taken out. */
final class PictureSaving extends Job {
  private final ImageData picture;
  private final Path file;
  private final Path caseFolder;
  private final String subject;
  private final Consumer<String> done;
  private final Display display = PlatformUI.getWorkbench().getDisplay();
  private final OpenCases cases = PlatformUI.getWorkbench().getService(OpenCases.class);

  /**
   * A job.
   *
   * @param subject what the picture shows, for the log
   * @param done gets a sentence that says what came of it, in the display's thread
   */
  PictureSaving(
      ImageData picture, Path file, Path caseFolder, String subject, Consumer<String> done) {
    super("Saving " + file.getFileName());
    this.picture = picture;
    this.file = file;
    this.caseFolder = caseFolder;
    this.subject = subject;
    this.done = done;
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    String said;
    try {
      write();
      String problem =
          CaseFile.log(caseFolder, new Exported(Exported.Kind.PICTURE, subject, file.toString()));
      cases.open(caseFolder);
      said = "Saved to " + file + "." + (problem.isEmpty() ? "" : " " + problem);
    } catch (IOException e) {
      said =
          "The picture could not be saved to "
              + file
              + ": "
              + e.getMessage()
              + ". Choose another folder, or make room on the disk.";
    }
    String told = said;
    if (!display.isDisposed()) {
      display.asyncExec(() -> done.accept(told));
    }
    return Status.OK_STATUS;
  }

  private void write() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageLoader loader = new ImageLoader();
    loader.data = new ImageData[] {picture};
    loader.save(bytes, SWT.IMAGE_PNG);
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      OwnerOnly.createFileIfMissing(part);
      Files.write(part, bytes.toByteArray());
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
