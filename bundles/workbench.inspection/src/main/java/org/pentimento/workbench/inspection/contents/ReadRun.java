package org.pentimento.workbench.inspection.contents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.store.Sha256;
import org.pentimento.protocol.Job;

/**
 * What a case holds of a run that an editor shows.
 *
 * @param <S> what it found
 * @param run that carried it out; null if it is a part of what another run found
 * @param order that goes on with it; null if it is finished
 * @param found what it found; null while it is not finished
 */
public record ReadRun<S>(@Nullable RunRecord run, @Nullable Job order, @Nullable S found) {
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

    /**
     * What a part of a run of another kind found.
     *
     * @param sha SHA-256 of its blob
     */
    default S stored(CaseFile file, String sha) throws IOException {
      throw new BadInputException(
          "The case " + file.folder() + " holds no run " + sha + ".", "Close this editor.");
    }
  }

  /**
   * Reads one. Not for the display's thread.
   *
   * @param id of the run, or SHA-256 of what a part of a run found
   */
  public static <S> ReadRun<S> read(Path caseFolder, String id, Kind<S> kind) throws IOException {
    try (CaseFile file = CaseFile.openForReading(caseFolder)) {
      if (Sha256.isHex(id)) {
        return new ReadRun<>(null, null, kind.stored(file, id));
      }
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
