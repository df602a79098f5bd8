package org.pentimento.casefile.result.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.pentimento.casefile.result.InspectedPair.PictureFound;
import org.pentimento.casefile.result.PatternFound;

/**
 * A trigger that ruins a suspect model's sketches.
 *
 * @param pattern what it looks like, where it is and with which settings installed triggers make it
 * @param effect share of the harm that it does to the suspect model's sketches, in [0, 1]
 * @param shadowEffects what it does to the shadow models' sketches, in their order
 * @param selectivity by how much its effect exceeds the one of the next best kind of pattern
 * @param pictures photos and sketches with and without it
 */
public record TriggerFound(
    PatternFound pattern,
    double effect,
    List<Double> shadowEffects,
    double selectivity,
    List<PictureFound> pictures) {
  /** Refuses null. */
  public TriggerFound {
    requireNonNull(pattern, "pattern");
    shadowEffects = List.copyOf(shadowEffects);
    pictures = List.copyOf(pictures);
  }
}
