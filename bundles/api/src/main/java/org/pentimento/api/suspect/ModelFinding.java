package org.pentimento.api.suspect;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.detector.Exhibit;

/**
 * What a detector measured of a suspect model.
 *
 * @param values one for each look that was promised, in that order
 * @param shown the trigger that it can show; null if it has none to show
 * @param exhibits what convinces a person; empty if nothing
 * @param perturbations that were found to harm the suspect model's sketches; empty if none
 */
public record ModelFinding(
    List<Value> values,
    @Nullable ShownTrigger shown,
    List<Exhibit> exhibits,
    List<Perturbation> perturbations) {
  /** Keeps copies that nobody changes. */
  public ModelFinding {
    values = List.copyOf(values);
    exhibits = List.copyOf(exhibits);
    perturbations = List.copyOf(perturbations);
  }

  /** A finding without perturbations. */
  public ModelFinding(List<Value> values, @Nullable ShownTrigger shown, List<Exhibit> exhibits) {
    this(values, shown, exhibits, List.of());
  }

  /** The trigger that the detector can show, if any. */
  public Optional<ShownTrigger> trigger() {
    return Optional.ofNullable(shown);
  }

  /**
   * What a look measured.
   *
   * @param look its id
   * @param suspect value of the suspect model, finite; larger is more suspicious
   * @param shadows values of the shadow models, finite, in their order
   * @param problem why this could not be measured, in words; empty if it was
   */
  public record Value(String look, double suspect, List<Double> shadows, String problem) {
    /** Keeps copies that nobody changes. */
    public Value {
      shadows = List.copyOf(shadows);
    }

    /** A look that was measured. */
    public static Value of(String look, double suspect, List<Double> shadows) {
      return new Value(look, suspect, shadows, "");
    }

    /** A look that could not be measured. */
    public static Value none(String look, String problem) {
      return new Value(look, 0, List.of(), problem);
    }
  }
}
