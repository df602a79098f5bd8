package org.pentimento.casefile.result.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.suspect.Look;

/**
 * What a detector measured of a suspect model, beside what it measured of the shadow models.
 *
 * @param detector id of the detector
 * @param look what was to be measured
 * @param suspect value of the suspect model; null if it could not be measured
 * @param shadows values of the shadow models, in their order
 * @param z by how many spreads of clean models the suspect exceeds their mean; null without p
 * @param p how probable it is that a clean model measures as much, in (0, 1]; null without enough
 *     shadow models
 * @param leastP the least p that this look could have reached; null without p
 * @param problem why it could not be measured, in words; empty if it was
 */
public record MeasuredLook(
    String detector,
    Look look,
    @Nullable Double suspect,
    List<Double> shadows,
    @Nullable Double z,
    @Nullable Double p,
    @Nullable Double leastP,
    String problem) {
  /** Refuses null. */
  public MeasuredLook {
    requireNonNull(detector, "detector");
    requireNonNull(look, "look");
    requireNonNull(problem, "problem");
    shadows = List.copyOf(shadows);
  }

  /** Whether it could have been evidence for anything. */
  public boolean counts() {
    return p != null && leastP != null && leastP < Evidence.FOR_BELOW;
  }

  /** Whether the suspect model measures no more than one of the shadow models. */
  public boolean insideShadows() {
    Double value = suspect;
    return value != null && shadows.stream().anyMatch(shadow -> value <= shadow);
  }
}
