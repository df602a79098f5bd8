package org.pentimento.workbench.run;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.RunRecord;
import org.pentimento.casefile.result.RunResult;

/**
 * What a case has of a run.
 *
 * @param record what the custody log says
 * @param result what it found, null if it did not finish
 */
record RunContents(RunRecord record, @Nullable RunResult result) {
  /**
   * Reads a run.
   *
   * @throws BadInputException if the case cannot be read or has no such run
   */
  static RunContents read(Path caseFolder, String id) throws IOException {
    try (CaseFile file = CaseFile.openForReading(caseFolder)) {
      RunRecord record =
          file.run(id)
              .orElseThrow(
                  () ->
                      new BadInputException(
                          "The case " + caseFolder + " has no run " + id + ".",
                          "Open the case that has it, or close this editor."));
      RunResult result =
          record.result().isEmpty()
              ? null
              : file.blobs().readJson(record.result(), RunResult.class);
      return new RunContents(record, result);
    }
  }
}
