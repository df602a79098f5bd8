package org.pentimento.workbench.selection;

import java.nio.file.Path;

/**
 * A pair of a data set of a case. Parts that show pairs select these, and follow the selections of
 * other parts.
 *
 * @param caseFolder of the case
 * @param dataset its name in the case, or of the format that made it
 * @param pair its id
 */
public record PairRef(Path caseFolder, String dataset, String pair) {}
