package org.pentimento.audit.selftest.grid;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.data.Pair;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.audit.attack.PreparedAttack;
import org.pentimento.casefile.result.model.selftest.PlantedInModel;

/**
 * The training pairs of a model, with the truth about them.
 *
 * @param facts what was planted
 * @param pairs to train on
 * @param attack that is to be found; null if there is none
 * @param usual defaults of the trigger's settings, by parameter id; empty if it is no attack
 * @param place where the trigger changes photos; null if everywhere, or if there is none
 * @param wave that the trigger puts on photos; null if it is another kind, or if there is none
 */
public record PlantedModel(
    PlantedInModel facts,
    List<Pair> pairs,
    @Nullable PreparedAttack attack,
    Map<String, Object> usual,
    @Nullable Place place,
    @Nullable PlantedWave wave) {
  /** Keeps copies that nobody changes. */
  public PlantedModel {
    pairs = List.copyOf(pairs);
    usual = Map.copyOf(usual);
  }
}
