package org.pentimento.workbench.inspection.contents;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.workbench.selection.PairRef;

/**
 * A finished inspection of a case.
 *
 * @param caseFolder of the case
 * @param result what was found
 * @param dataset that was inspected; null if the case does not hold it as it was then, so that its
 *     photos cannot be shown
 */
public record ShownInspection(
    Path caseFolder, InspectionResult result, @Nullable DatasetRecord dataset)
    implements PictureSource {

  /** A pair, as other parts of the window know it. */
  public PairRef pair(String id) {
    return new PairRef(caseFolder, result.data().dataset(), id);
  }
}
