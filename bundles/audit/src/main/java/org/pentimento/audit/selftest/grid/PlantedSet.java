package org.pentimento.audit.selftest.grid;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.data.Pair;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.SelfTestResult.Planted;

/**
 * A set that was made, with the truth about it.
 *
 * @param pairs all of it
 * @param changed ids of the pairs that were poisoned or made odd
 * @param planted what was planted
 * @param trigger with its settings; null if it is no attack
 * @param strategy with its settings; null if it is no attack
 * @param oddity name; empty if none
 * @param rate share of the changed pairs that was planned
 * @param seed of the set
 * @param usual defaults of the trigger's settings, by parameter id; empty if it is no attack
 * @param place where the trigger changes photos; null if everywhere, or if there is none
 */
public record PlantedSet(
    List<Pair> pairs,
    Set<String> changed,
    Planted planted,
    @Nullable ExtensionUse trigger,
    @Nullable ExtensionUse strategy,
    String oddity,
    double rate,
    long seed,
    Map<String, Object> usual,
    @Nullable Place place) {
  /** Keeps copies that nobody changes. */
  public PlantedSet {
    pairs = List.copyOf(pairs);
    changed = Set.copyOf(changed);
    usual = Map.copyOf(usual);
  }
}
