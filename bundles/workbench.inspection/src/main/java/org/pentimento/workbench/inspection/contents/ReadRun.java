package org.pentimento.workbench.inspection.contents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.protocol.Job;

/**
 * What a case holds of a run that an editor shows.
 *
 * @param <S> what it found
 * @param run that carried it out
 * @param order that goes on with it; null if it is finished
 * @param found what it found; null while it is not finished
 */
public record ReadRun<S>(RunRecord run, @Nullable Job order, @Nullable S found) {
  /**
   * What is read of a run of a kind.
   *
   * @param <S> what it found
   */
  public interface Kind<S> {
    /** The job that goes on with a run that did not finish. */
    Job order(CaseFile file, RunRecord run) throws IOException;

    /** What a finished run found. */
    S found(CaseFile file, RunRecord run) throws IOException;
  }

  /**
   * Reads one. Not for the display's thread.
   *
   * @param id of the run
   */
  public static <S> ReadRun<S> read(Path caseFolder, String id, Kind<S> kind) throws IOException {
    try (CaseFile file = CaseFile.openForReading(caseFolder)) {
      RunRecord run =
          file.run(id)
              .orElseThrow(
                  () ->
                      new BadInputException(
                          "The case " + caseFolder + " has no inspection '" + id + "'.",
                          "Open the case that has it, or close this editor."));
      return run.result().isEmpty()
          ? new ReadRun<>(run, kind.order(file, run), null)
          : new ReadRun<>(run, null, kind.found(file, run));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
