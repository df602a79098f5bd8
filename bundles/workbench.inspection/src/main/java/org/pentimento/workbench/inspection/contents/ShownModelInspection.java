package org.pentimento.workbench.inspection.contents;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.EarlierInspections;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.ModelInspections;
import org.pentimento.protocol.Job;

/**
 * A finished inspection of a model of a case.
 *
 * @param caseFolder of the case
 * @param result what was found
 * @param dataset with the trusted pairs; null if the case does not hold it as it was then, so that
 *     its photos cannot be shown
 * @param earlier how many inspections of the same model the case had begun before
 */
public record ShownModelInspection(
    Path caseFolder, ModelInspectionResult result, @Nullable DatasetRecord dataset, int earlier)
    implements PictureSource {
  /**
   * Reads one.
   *
   * @param threads that a job gets which goes on with it
   */
  public record Reader(int threads) implements ReadRun.Kind<ShownModelInspection> {
    @Override
    public Job order(CaseFile file, RunRecord run) throws IOException {
      return InspectionOrder.ofModel(file, run, threads);
    }

    @Override
    public ShownModelInspection found(CaseFile file, RunRecord run) throws IOException {
      return stored(file, run.result(), EarlierInspections.of(file, run).size());
    }

    /**
     * One that a plan asked for.
     *
     * @param sha SHA-256 of its blob
     */
    @Override
    public ShownModelInspection stored(CaseFile file, String sha) throws IOException {
      return stored(file, sha, 0);
    }

    private static ShownModelInspection stored(CaseFile file, String sha, int earlier)
        throws IOException {
      ModelInspectionResult result = ModelInspections.read(file.blobs(), sha);
      Optional<DatasetRecord> dataset = file.dataset(result.trusted().dataset());
      return new ShownModelInspection(
          file.folder(),
          result,
          dataset.filter(d -> d.digest().equals(result.trusted().digest())).orElse(null),
          earlier);
    }
  }
}
