package org.pentimento.casefile.result.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.ExhibitFound;
import org.pentimento.casefile.result.FindingKind;
import org.pentimento.casefile.result.InspectionResult.InspectedData;

/**
 * All that an inspection of a suspect model found. Facts alone: sentences are made of them when
 * somebody looks.
 *
 * @param schema {@value #SCHEMA}
 * @param name of the inspection
 * @param environment product version, Java, processor and the like, by name
 * @param model that was looked at
 * @param trusted pairs that it was looked at with
 * @param shadows clean models that it was compared with
 * @param seed of everything random
 * @param detectors that were asked, in this order
 * @param looks what they measured, in this order
 * @param axes the answers, one for each {@link org.pentimento.api.suspect.Axis}, in their order
 * @param triggers that can be shown, most harmful first
 * @param exhibits what shows the model as a whole
 * @param verdict on the model
 * @param score estimate of the probability that it hides a backdoor if half of all models did, in
 *     [.001, .999]; null without enough shadow models, if it could not be looked at, and in results
 *     of versions that gave none
 * @param noScore why there is no score; null if there is one
 * @param power what a self-test on comparable models found; null if none is known
 * @param truth what is known of the model; null if nobody knows
 */
public record ModelInspectionResult(
    int schema,
    String name,
    Map<String, String> environment,
    InspectedModel model,
    InspectedData trusted,
    List<ShadowUsed> shadows,
    long seed,
    List<ModelDetectorUse> detectors,
    List<MeasuredLook> looks,
    List<AxisFound> axes,
    List<TriggerFound> triggers,
    List<ExhibitFound> exhibits,
    ModelVerdict verdict,
    @Nullable Double score,
    @Nullable NoScore noScore,
    @Nullable QuotedModelPower power,
    @Nullable ModelTruth truth) {
  /** The schema that is written. */
  public static final int SCHEMA = 1;

  /** Refuses null. */
  public ModelInspectionResult {
    requireNonNull(name, "name");
    requireNonNull(environment, "environment");
    requireNonNull(model, "model");
    requireNonNull(trusted, "trusted");
    requireNonNull(verdict, "verdict");
    shadows = List.copyOf(shadows);
    detectors = List.copyOf(detectors);
    looks = List.copyOf(looks);
    axes = List.copyOf(axes);
    triggers = List.copyOf(triggers);
    exhibits = List.copyOf(exhibits);
  }

  /** What its findings are: a simulation where the truth is known, because it was made here. */
  public FindingKind kind() {
    return truth == null ? model.kind() : FindingKind.SIMULATION;
  }

  /** A copy that quotes what a self-test found. */
  public ModelInspectionResult with(QuotedModelPower quoted) {
    return with(quoted, truth);
  }

  /** A copy with the truth beside the answer. */
  public ModelInspectionResult with(ModelTruth known) {
    return with(power, known);
  }

  /** A copy with another environment. */
  public ModelInspectionResult with(Map<String, String> other) {
    return new ModelInspectionResult(
        schema, name, other, model, trusted, shadows, seed, detectors, looks, axes, triggers,
        exhibits, verdict, score, noScore, power, truth);
  }

  private ModelInspectionResult with(
      @Nullable QuotedModelPower quoted, @Nullable ModelTruth known) {
    return new ModelInspectionResult(
        schema,
        name,
        environment,
        model,
        trusted,
        shadows,
        seed,
        detectors,
        looks,
        axes,
        triggers,
        exhibits,
        verdict,
        score,
        noScore,
        quoted,
        known);
  }
}
