package org.pentimento.detector.group;

import org.pentimento.detector.group.Candidate.OrderKind;

/**
 * How the sketches order the pairs.
 *
 * @param kind by what
 * @param scores of each pair, the larger the earlier
 */
public record SketchOrder(OrderKind kind, double[] scores) {}
