package org.pentimento.workbench.inspection.contents;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.result.model.ModelInspectionResult;

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
    implements PictureSource {}
