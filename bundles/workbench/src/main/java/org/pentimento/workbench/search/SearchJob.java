package org.pentimento.workbench.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.CaseFile;
import org.pentimento.platform.Platform;
import org.pentimento.protocol.listing.DatasetCache;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.drafts.Drafts;
import org.pentimento.workbench.table.SearchWords;

/** Searches the open cases in the background. */
final class SearchJob extends Job {
  /** Most hits that are listed. */
  static final int MOST = 2000;

  private final SearchWords words;
  private final Consumer<Outcome> done;
  private final Display display = PlatformUI.getWorkbench().getDisplay();
  private final Drafts drafts = PlatformUI.getWorkbench().getService(Drafts.class);
  private final List<OpenCase> cases = PlatformUI.getWorkbench().getService(OpenCases.class).all();
  private final DatasetCache cache =
      new DatasetCache(PlatformUI.getWorkbench().getService(Platform.class).cacheFolder());

  /**
   * What was found.
   *
   * @param problem what could not be searched and why, or empty
   */
  record Outcome(List<Hit> hits, String problem) {}

  /**
   * A search.
   *
   * @param done called in the display's thread, unless the search is cancelled
   */
  SearchJob(SearchWords words, Consumer<Outcome> done) {
    super("Searching for “" + String.join(" ", words.words()) + "”");
    this.words = words;
    this.done = done;
    setPriority(SHORT);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, cases.size());
    List<Hit> hits = new ArrayList<>();
    StringBuilder problem = new StringBuilder();
    for (OpenCase one : cases) {
      if (one instanceof OpenCase.Read read) {
        progress.setTaskName(read.name());
        try (CaseFile file = CaseFile.openForReading(read.folder())) {
          new CaseSearch(
                  read,
                  drafts.of(read),
                  new KeptTexts(file, cache),
                  words,
                  hits::add,
                  monitor::isCanceled)
              .run();
        } catch (BadInputException e) {
          problem.append(read.name()).append(": ").append(e.getMessage()).append(' ');
        } catch (IOException | UncheckedIOException e) {
          problem
              .append(read.name())
              .append(" cannot be searched whole: ")
              .append(e.getMessage())
              .append(". ");
        }
      }
      progress.worked(1);
    }
    if (monitor.isCanceled()) {
      return Status.CANCEL_STATUS;
    }
    if (!display.isDisposed()) {
      display.asyncExec(() -> done.accept(new Outcome(hits, problem.toString().strip())));
    }
    return Status.OK_STATUS;
  }
}
