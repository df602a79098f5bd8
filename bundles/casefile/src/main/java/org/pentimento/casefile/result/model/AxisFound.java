package org.pentimento.casefile.result.model;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.pentimento.api.suspect.Axis;

/**
 * The answer to one question about a suspect model.
 *
 * @param axis the question
 * @param evidence the answer
 * @param p least p of its looks, corrected for their number (S. Holm, Scandinavian Journal of
 *     Statistics 6, 1979); null if nothing was measured
 * @param leastP the least p that could have been reached, so corrected; null if nothing was
 *     measured
 * @param looks number of looks that it is corrected for
 * @param detector id of the detector whose look has the least p; null if nothing was measured
 * @param look id of that look; null if nothing was measured
 * @param effect what that look measured; null if nothing was measured
 */
public record AxisFound(
    Axis axis,
    Evidence evidence,
    @Nullable Double p,
    @Nullable Double leastP,
    int looks,
    @Nullable String detector,
    @Nullable String look,
    @Nullable Double effect) {
  /** Refuses null. */
  public AxisFound {
    requireNonNull(axis, "axis");
    requireNonNull(evidence, "evidence");
  }
}
