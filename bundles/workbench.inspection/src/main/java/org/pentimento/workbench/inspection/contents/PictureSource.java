package org.pentimento.workbench.inspection.contents;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.protocol.question.DatasetQuestion.CaseDataset;

/** Where the pictures of an inspection are. */
public interface PictureSource {
  /** The case. */
  Path caseFolder();

  /**
   * The data set whose photos can be shown; null if the case does not hold it as it was inspected.
   */
  @Nullable DatasetRecord dataset();

  /** The data set, as the preview process is asked about it; empty if the case does not hold it. */
  default Optional<CaseDataset> asked() {
    return Optional.ofNullable(dataset())
        .map(d -> new CaseDataset(caseFolder().toString(), d.name(), d.digest()));
  }
}
