package org.pentimento.workbench.chart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.pentimento.casefile.event.Exported.Kind;
import org.pentimento.casefile.store.OwnerOnly;
import org.pentimento.chart.Figure;
import org.pentimento.chart.Theme;
import org.pentimento.chart.draw.FigureWriter;
import org.pentimento.chart.draw.Rendering;
import org.pentimento.chart.draw.Rendering.View;
import org.pentimento.workbench.form.PlainDialog;
import org.pentimento.workbench.input.TakenOut;
import org.pentimento.workbench.preferences.DialogFolders;

/**
 * Saves a figure to a file or copies it to the clipboard, in the colours of a theme: the window's
 * palette on white paper, as documents need it, even if the window is dark.
 */
final class ChartFile {
  private final Figure figure;
  private final String title;
  private final Theme theme;
  private final int width;
  private final int height;
  private final TakenOut from;

  ChartFile(Figure figure, String title, Theme theme, int width, int height) {
    this.figure = figure;
    this.title = title;
    this.theme = theme;
    this.width = width;
    this.height = height;
    this.from = TakenOut.ofEditor();
  }

  /** Asks for a file and saves the figure to it. */
  void ask(Shell shell, ChartFormat format) {
    FileDialog dialog = new FileDialog(shell, SWT.SAVE);
    dialog.setText("Save Chart");
    dialog.setFilterPath(DialogFolders.exports().toString());
    dialog.setOverwrite(true);
    dialog.setFilterExtensions(new String[] {"*" + format.ending(), "*"});
    dialog.setFilterNames(new String[] {format.name() + " files", "All files"});
    dialog.setFileName(title.replaceAll("[^\\p{L}\\p{N} -]", "").strip() + format.ending());
    String chosen = dialog.open();
    if (chosen != null) {
      try {
        save(format, Path.of(chosen));
      } catch (InvalidPathException e) {
        throw new IllegalStateException("a dialog gives paths of this system", e);
      }
    }
  }

  /** Writes a file in the background; if that fails, a dialog says why. */
  void save(ChartFormat format, Path file) {
    Job job =
        new Job("Saving " + file.getFileName()) {
          @Override
          protected IStatus run(IProgressMonitor monitor) {
            try {
              write(format, file);
              from.saved(format == ChartFormat.CSV ? Kind.TABLES : Kind.CHARTS, file);
            } catch (IOException e) {
              tell(
                  "The chart could not be saved to "
                      + file
                      + ": "
                      + reason(e)
                      + ".\n\nChoose another folder, or make room on the disk.");
            }
            return Status.OK_STATUS;
          }
        };
    job.setUser(true);
    job.schedule();
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "the folder does not exist";
    }
    return e instanceof AccessDeniedException
        ? "writing there is not allowed"
        : String.valueOf(e.getMessage());
  }

  private static void tell(String problem) {
    IWorkbench workbench = PlatformUI.getWorkbench();
    workbench
        .getDisplay()
        .asyncExec(
            () ->
                PlainDialog.openError(
                    workbench.getModalDialogShellProvider().getShell(), "Save Chart", problem));
  }

  private void write(ChartFormat format, Path file) throws IOException {
    byte[] bytes =
        switch (format) {
          case SVG ->
              FigureWriter.svg(figure, "chart", theme, width, height)
                  .getBytes(StandardCharsets.UTF_8);
          case PNG -> FigureWriter.png(figure, theme, 2, width, height);
          case CSV -> figure.values().csv().getBytes(StandardCharsets.UTF_8);
        };
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      OwnerOnly.createFileIfMissing(part);
      Files.write(part, bytes);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Puts the picture and its numbers on the clipboard. */
  void copy(Display display) {
    Rendering picture = Rendering.of(figure, theme, View.ALL, width, height, 2);
    Clipboard clipboard = new Clipboard(display);
    clipboard.setContents(
        new Object[] {RenderingImage.data(picture), figure.values().tsv()},
        new Transfer[] {ImageTransfer.getInstance(), TextTransfer.getInstance()});
    clipboard.dispose();
  }
}
