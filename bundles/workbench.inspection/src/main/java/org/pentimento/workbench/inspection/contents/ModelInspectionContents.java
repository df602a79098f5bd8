package org.pentimento.workbench.inspection.contents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.EarlierInspections;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.ModelInspections;
import org.pentimento.protocol.Job;

/**
 * What a case holds of an inspection of a model.
 *
 * @param run that carried it out
 * @param order that goes on with it; null if it is finished
 * @param shown what was found; null while it is not finished
 */
public record ModelInspectionContents(
    RunRecord run, Job.@Nullable InspectModel order, @Nullable ShownModelInspection shown) {
  /**
   * Reads one. Not for the display's thread.
   *
   * @param id of its run
   * @param threads that a job gets which goes on with it
   */
  public static ModelInspectionContents read(Path caseFolder, String id, int threads)
      throws IOException {
    try (CaseFile file = CaseFile.openForReading(caseFolder)) {
      RunRecord run =
          file.run(id)
              .orElseThrow(
                  () ->
                      new BadInputException(
                          "The case " + caseFolder + " has no inspection '" + id + "'.",
                          "Open the case that has it, or close this editor."));
      return run.result().isEmpty()
          ? new ModelInspectionContents(run, InspectionOrder.ofModel(file, run, threads), null)
          : new ModelInspectionContents(run, null, shown(file, run));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static ShownModelInspection shown(CaseFile file, RunRecord run) throws IOException {
    ModelInspectionResult result = ModelInspections.read(file.blobs(), run.result());
    Optional<DatasetRecord> dataset = file.dataset(result.trusted().dataset());
    return new ShownModelInspection(
        file.folder(),
        result,
        dataset.filter(d -> d.digest().equals(result.trusted().digest())).orElse(null),
        EarlierInspections.of(file, run).size());
  }
}
