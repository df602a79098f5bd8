package org.pentimento.workbench.inspection.pattern;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.pentimento.casefile.result.PatternFound;
import org.pentimento.workbench.inspection.contents.PictureReader;
import org.pentimento.workbench.preferences.DialogFolders;

/** Asks where a pattern is to be written; then writes it in the background. */
public final class PatternExport {
  private static final String BUNDLE = "org.pentimento.workbench.inspection";

  private PatternExport() {}

  /**
   * Asks, and writes; if that fails, a dialog says why.
   *
   * @param sentences about the pattern
   * @param pictures of the inspection that found it
   */
  public static void ask(
      Shell shell, List<String> sentences, PatternFound pattern, PictureReader pictures) {
    FileDialog dialog = new FileDialog(shell, SWT.SAVE);
    dialog.setText("Export Pattern");
    dialog.setFilterPath(DialogFolders.exports().toString());
    dialog.setOverwrite(true);
    dialog.setFilterExtensions(new String[] {"*.png"});
    dialog.setFilterNames(new String[] {"PNG files"});
    dialog.setFileName("pattern.png");
    String file = dialog.open();
    if (file != null) {
      write(sentences, pattern, pictures, Path.of(file));
    }
  }

  private static void write(
      List<String> sentences, PatternFound pattern, PictureReader pictures, Path file) {
    Job job =
        new Job("Exporting a pattern") {
          @Override
          protected IStatus run(IProgressMonitor monitor) {
            try {
              PatternFiles.export(sentences, pattern, pictures, file);
              return Status.OK_STATUS;
            } catch (IOException e) {
              return new Status(
                  IStatus.ERROR,
                  BUNDLE,
                  "The pattern cannot be written to "
                      + file
                      + ": "
                      + e.getMessage()
                      + ". Choose another folder, or make room on the disk.");
            }
          }
        };
    job.setUser(true);
    job.schedule();
  }
}
