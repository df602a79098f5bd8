package org.pentimento.verdict;

import java.util.Optional;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.ModelTruth;

/** What is known of a model that a run trained, in plain sentences. */
public final class ModelTruthWords {
  private ModelTruthWords() {}

  /**
   * What was done to a model's training pairs and what became of it, to go on after “in truth”,
   * such as {@code it is poisoned with Patch by attack 1 of the plan, which took (62 % …).}
   */
  public static String brief(ModelTruth truth) {
    ModelTruth.Attack attack = truth.attack();
    if (attack == null) {
      return "it is clean.";
    }
    return "attack "
        + attack.number()
        + " of the plan poisoned "
        + NumberWords.fine(attack.rate())
        + " of its training pairs ("
        + attack.trigger().name()
        + ", "
        + attack.strategy().name()
        + "), and "
        + (attack.took() ? "it took: " : "it did not take: ")
        + "the trigger brings its sketches "
        + (attack.progress() > 0 ? NumberWords.percent(attack.progress()) : "0 %")
        + " of the way to the attacker's target"
        + (!attack.took() && attack.progress() >= .4
            ? ", but it draws photos without a trigger worse than the clean model."
            : ".");
  }

  /** The truth beside the answer; empty if nobody knows it. */
  public static Optional<String> sentence(ModelInspectionResult result) {
    ModelTruth truth = result.truth();
    return truth == null
        ? Optional.empty()
        : Optional.of(
            "This model was trained here, to try the detectors, which were not told. In truth "
                + brief(truth));
  }
}
