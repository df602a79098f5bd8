package org.pentimento.workbench.dataset.contents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.protocol.listing.DatasetCache;
import org.pentimento.protocol.listing.PairListing;
import org.pentimento.protocol.question.DatasetQuestion.CaseDataset;
import org.pentimento.protocol.question.DatasetQuestion.ListPairs;
import org.pentimento.protocol.question.DatasetQuestion.ListingState;
import org.pentimento.workbench.preview.Previews;

/** Reads the contents of a data set. To be used outside of the display's thread. */
public final class DatasetReader {

  private final DatasetCache cache;
  private final Previews previews;
  private final Consumer<String> tell;

  /**
   * Makes a reader.
   *
   * @param tell gets the progress in words while the data set is listed for the first time
   */
  public DatasetReader(DatasetCache cache, Previews previews, Consumer<String> tell) {
    this.cache = cache;
    this.previews = previews;
    this.tell = tell;
  }

  /**
   * Reads the listing of the pairs from the cache; if it is not there, lets the preview process
   * make it first.
   *
   * @throws BadInputException if the case has no such data set, or it cannot be listed
   * @throws OperationCanceledException if the monitor is cancelled
   */
  public DatasetContents read(Path caseFolder, String name, IProgressMonitor monitor)
      throws IOException {
    DatasetRecord record;
    Path root;
    try (CaseFile file = CaseFile.openForReading(caseFolder)) {
      record =
          file.dataset(name)
              .orElseThrow(
                  () ->
                      new BadInputException(
                          "The case " + caseFolder + " has no data set '" + name + "'.",
                          "Open the case that has it, or close this editor."));
      root = file.datasetRoot(record).orElse(file.datasetFolder(name));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    PairListing listing = PairListing.read(cache.folder(record.digest())).orElse(null);
    if (listing == null) {
      waitForListing(caseFolder, record, SubMonitor.convert(monitor, 1000));
      listing =
          PairListing.read(cache.folder(record.digest()))
              .orElseThrow(
                  () ->
                      new BadInputException(
                          "The listing of the pairs of '" + name + "' cannot be read.",
                          "Make room in your home folder and open the data set again."));
    }
    return DatasetContents.of(caseFolder, record, root, listing);
  }

  private void waitForListing(Path caseFolder, DatasetRecord record, SubMonitor monitor)
      throws IOException {
    CaseDataset set = new CaseDataset(caseFolder.toString(), record.name(), record.digest());
    for (boolean ready = false; !ready; ) {
      ListingState state = ask(set, monitor);
      ready = state.ready();
      if (!ready) {
        String task = state.task();
        long done = state.done();
        long total = state.total();
        String said =
            task.isEmpty()
                ? "Listing the pairs for the first time …"
                : total > 0 ? "%s: %,d of %,d".formatted(task, done, total) : task + " …";
        tell.accept(said);
        monitor.setWorkRemaining(1000).subTask(said);
        if (total > 0) {
          monitor.setWorkRemaining((int) Math.max(1, 1000 - 1000 * done / total));
        }
      }
    }
  }

  /** How far the listing is; cancelled here, it is ended there too. */
  private ListingState ask(CaseDataset set, IProgressMonitor monitor) throws IOException {
    try {
      return Previews.await(previews.ask(new ListPairs(set, false)), monitor);
    } catch (OperationCanceledException e) {
      previews.ask(new ListPairs(set, true));
      throw e;
    }
  }
}
