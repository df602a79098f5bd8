package org.pentimento.api.suspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pentimento.api.detector.SuspectSet.SuspectPair;
import org.pentimento.api.generator.Model;
import org.pentimento.api.trigger.Trigger;

/**
 * What a model detector is given.
 *
 * @param model that nobody vouches for; it must not be closed
 * @param shadows clean models that the auditor trained to compare it with
 * @param pairs that are known to be honest, all of one size; their photos may be grey
 * @param triggers that are installed, for detectors that try triggers out
 * @param earlier what detectors found that were asked before, oldest first
 */
public record SuspectModel(
    Model model,
    List<Shadow> shadows,
    List<SuspectPair> pairs,
    List<Trigger> triggers,
    List<ModelFinding> earlier) {
  /** Keeps copies that nobody changes. */
  public SuspectModel {
    shadows = List.copyOf(shadows);
    pairs = List.copyOf(pairs);
    triggers = List.copyOf(triggers);
    earlier = List.copyOf(earlier);
  }

  /** A copy in which one more detector has spoken. */
  public SuspectModel after(ModelFinding finding) {
    List<ModelFinding> more = new ArrayList<>(earlier);
    more.add(finding);
    return new SuspectModel(model, shadows, pairs, triggers, more);
  }

  /**
   * A clean model of the auditor's.
   *
   * @param model that must not be closed
   * @param known the pairs that it was trained on, by their index in {@link SuspectModel#pairs}
   */
  public record Shadow(Model model, Set<Integer> known) {
    /** Keeps a copy that nobody changes. */
    public Shadow {
      known = Set.copyOf(known);
    }
  }
}
