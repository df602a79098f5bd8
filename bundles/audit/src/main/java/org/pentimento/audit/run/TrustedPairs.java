package org.pentimento.audit.run;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Kind;
import org.pentimento.audit.data.AuditData;
import org.pentimento.audit.data.DatasetOpener;
import org.pentimento.audit.inspection.SuspectData;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.registry.Extensions;

/**
 * Pairs of a case that are known to be honest, as a model or a photo is inspected with them.
 *
 * @param record of their data set
 * @param pairs of one size; those of another one are left out with the reason
 */
record TrustedPairs(DatasetRecord record, SuspectData pairs) {
  /**
   * Reads a data set.
   *
   * @throws org.pentimento.api.BadInputException if it has no pair that can be used
   */
  static TrustedPairs read(
      DatasetRecord trusted, CaseFile caseFile, Extensions extensions, Progress progress)
      throws IOException, CancelledException {
    boolean made =
        extensions.get(Kind.DATASET_FORMAT, DatasetFormat.class, trusted.format()).makesItsPairs();
    List<Pair> all = new DatasetOpener(extensions).open(caseFile, trusted.name(), progress).pairs();
    return new TrustedPairs(
        trusted,
        SuspectData.read(
                trusted.name(),
                trusted.format(),
                trusted.digest(),
                made ? Material.DRAWN : Material.PHOTOGRAPHED,
                all,
                progress)
            .ofOneSize());
  }

  /** All of them for training, none for tests. */
  AuditData forTraining() {
    return forTraining(pairs.pairs());
  }

  /** Some of them for training, none for tests. */
  AuditData forTraining(List<Pair> some) {
    return new AuditData(
        record.name(),
        record.format(),
        record.digest(),
        some,
        List.of(),
        pairs.data().width(),
        pairs.data().height(),
        Map.of());
  }
}
