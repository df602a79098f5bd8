package org.pentimento.workbench.inspection.mitigation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.EarlierInspections;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.result.mitigation.ComparedLook;
import org.pentimento.casefile.result.mitigation.MitigationMethod;
import org.pentimento.casefile.result.mitigation.MitigationResult;
import org.pentimento.casefile.result.mitigation.Mitigations;
import org.pentimento.casefile.result.model.ModelInspections;
import org.pentimento.protocol.Job;
import org.pentimento.workbench.inspection.contents.ReadRun;
import org.pentimento.workbench.inspection.contents.ShownModelInspection;

/**
 * A finished mitigation of a case.
 *
 * @param result what became of the model
 * @param before inspection of the old model; null if the case does not hold it
 * @param after inspection of the new model; null if the case does not hold it
 */
record ShownMitigation(
    MitigationResult result,
    @Nullable ShownModelInspection before,
    @Nullable ShownModelInspection after) {
  /** What was measured of both models; empty if the case lacks one of the inspections. */
  List<ComparedLook> looks() {
    return before == null || after == null
        ? List.of()
        : ComparedLook.of(before.result(), after.result());
  }

  /**
   * Reads mitigations.
   *
   * @param threads that a job gets which goes on with one
   */
  record Reader(int threads) implements ReadRun.Kind<ShownMitigation> {
    @Override
    public Job order(CaseFile file, RunRecord run) throws IOException {
      JsonNode asked = file.blobs().readJson(run.plan(), JsonNode.class);
      String method = asked.path("method").asText();
      return new Job.Mitigate(
          Job.PROTOCOL,
          file.folder().toString(),
          asked.path("model").path("name").asText(),
          asked.path("trusted").asText(),
          Stream.of(MitigationMethod.values())
              .filter(one -> one.word().equals(method))
              .findFirst()
              .orElseThrow(
                  () ->
                      new BadInputException(
                          "There is no way '" + method + "' to remove something from a model.",
                          "Open the case with the version of the product that wrote it.")),
          asked.path("newName").asText(),
          asked.path("shadows").asInt(),
          threads,
          asked.path("seed").asLong());
    }

    @Override
    public ShownMitigation found(CaseFile file, RunRecord run) throws IOException {
      MitigationResult result = Mitigations.read(file.blobs(), run.result());
      Optional<DatasetRecord> trusted =
          file.dataset(result.trusted().dataset())
              .filter(set -> set.digest().equals(result.trusted().digest()));
      return new ShownMitigation(
          result,
          inspection(file, result.before(), trusted.orElse(null), earlier(file, run)),
          inspection(file, result.after(), trusted.orElse(null), 0));
    }

    /** An inspection that the mitigation made; null if a redacted copy lacks it. */
    private static @Nullable ShownModelInspection inspection(
        CaseFile file, String sha, @Nullable DatasetRecord trusted, int earlier)
        throws IOException {
      try {
        return new ShownModelInspection(
            file.folder(), ModelInspections.read(file.blobs(), sha), trusted, earlier);
      } catch (BadInputException e) {
        return null;
      }
    }

    private static int earlier(CaseFile file, RunRecord run) throws IOException {
      return (int)
          EarlierInspections.of(file, run).stream()
              .filter(other -> other.started().isBefore(run.started()))
              .count();
    }
  }
}
