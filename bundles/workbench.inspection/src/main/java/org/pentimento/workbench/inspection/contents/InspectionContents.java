package org.pentimento.workbench.inspection.contents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.Inspections;
import org.pentimento.protocol.Job;

/**
 * What a case holds of an inspection.
 *
 * @param run that carried it out; null for an inspection within an audit
 * @param order that goes on with it; null if it is finished
 * @param shown what was found; null while it is not finished
 */
public record InspectionContents(
    @Nullable RunRecord run, Job.@Nullable InspectDataset order, @Nullable ShownInspection shown) {
  private static final Pattern SHA = Pattern.compile("[0-9a-f]{64}");

  /**
   * Reads one. Not for the display's thread.
   *
   * @param id of its run, or the SHA-256 of the blob with its result
   */
  public static InspectionContents read(Path caseFolder, String id) throws IOException {
    try (CaseFile file = CaseFile.openForReading(caseFolder)) {
      if (SHA.matcher(id).matches()) {
        return new InspectionContents(null, null, shown(file, id));
      }
      RunRecord run =
          file.run(id)
              .orElseThrow(
                  () ->
                      new BadInputException(
                          "The case " + caseFolder + " has no inspection '" + id + "'.",
                          "Open the case that has it, or close this editor."));
      return run.result().isEmpty()
          ? new InspectionContents(run, InspectionOrder.of(file, run), null)
          : new InspectionContents(run, null, shown(file, run.result()));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static ShownInspection shown(CaseFile file, String sha) throws IOException {
    InspectionResult result = Inspections.read(file.blobs(), sha);
    Optional<DatasetRecord> dataset = file.dataset(result.data().dataset());
    return new ShownInspection(
        file.folder(),
        result,
        dataset.filter(d -> d.digest().equals(result.data().digest())).orElse(null));
  }
}
