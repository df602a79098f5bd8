package org.pentimento.casefile.event;

import java.util.List;

/**
 * A pair that a part of a data set does not have.
 *
 * @param id of the pair
 * @param score how suspicious it was: 1 is the threshold
 * @param reasons what was found of it, in words such as {@code less-ink} or {@code part-missing:
 *     mouth}, strongest first
 */
public record LeftOutPair(String id, double score, List<String> reasons) {}
