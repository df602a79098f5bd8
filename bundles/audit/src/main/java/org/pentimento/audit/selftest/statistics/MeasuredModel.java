package org.pentimento.audit.selftest.statistics;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.api.suspect.Axis;
import org.pentimento.audit.selftest.grid.PlantedWave;
import org.pentimento.casefile.result.PatternFound;
import org.pentimento.casefile.result.model.AxisFound;
import org.pentimento.casefile.result.model.ModelDetectorUse;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.TriggerFound;
import org.pentimento.casefile.result.model.selftest.PlantedInModel;
import org.pentimento.casefile.result.model.selftest.TriedModel;
import org.pentimento.casefile.result.model.selftest.TriedModel.WaveErrors;

/**
 * An inspection of a planted model, measured against the truth.
 *
 * @param trial the numbers
 * @param problems why detectors said nothing, by their ids
 */
public record MeasuredModel(TriedModel trial, Map<String, String> problems) {
  /**
   * What is known of a model before it is inspected.
   *
   * @param facts what was planted
   * @param parameters number of its parameters
   * @param error mean absolute difference from the true sketches of held-out pairs
   * @param progress how far the attack got; null if there is none
   * @param usual defaults of the trigger's settings
   * @param place of the trigger; null if it has none
   * @param wave that the trigger is; null if it is none
   */
  public record Truth(
      PlantedInModel facts,
      long parameters,
      double error,
      @Nullable Double progress,
      Map<String, Object> usual,
      @Nullable Place place,
      @Nullable PlantedWave wave) {}

  /** Measures what an inspection said. */
  public static MeasuredModel of(
      Truth truth, boolean took, ModelInspectionResult result, double seconds) {
    Map<Axis, Double> p = new EnumMap<>(Axis.class);
    for (AxisFound axis : result.axes()) {
      Double value = axis.p();
      if (value != null) {
        p.put(axis.axis(), value);
      }
    }
    Map<String, String> problems = new TreeMap<>();
    for (ModelDetectorUse detector : result.detectors()) {
      if (!detector.problem().isEmpty()) {
        problems.put(detector.extension().id(), detector.problem());
      }
    }
    return new MeasuredModel(
        new TriedModel(
            truth.facts(),
            truth.parameters(),
            truth.error(),
            truth.progress(),
            took,
            result.verdict(),
            result.score(),
            p,
            placeIou(truth.place(), result),
            waveErrors(truth.wave(), result),
            truth.wave() != null,
            settingErrors(truth, result),
            seconds),
        problems);
  }

  /** Overlap of the true place with that of the most harmful trigger that has one. */
  private static @Nullable Double placeIou(@Nullable Place place, ModelInspectionResult result) {
    if (place == null) {
      return null;
    }
    for (TriggerFound trigger : result.triggers()) {
      Double overlap = Recovery.overlap(place, trigger.pattern().place());
      if (overlap != null) {
        return overlap;
      }
    }
    return 0.0;
  }

  /** How far the most harmful trigger with waves is from the true one. */
  private static @Nullable WaveErrors waveErrors(
      @Nullable PlantedWave wave, ModelInspectionResult result) {
    if (wave == null) {
      return null;
    }
    for (TriggerFound trigger : result.triggers()) {
      PatternFound pattern = trigger.pattern();
      PlantedWave found = new PlantedWave(pattern.cyclesAcross(), pattern.cyclesDown());
      if (found.frequency() > 0) {
        return new WaveErrors(
            Math.abs(found.frequency() / wave.frequency() - 1), wave.degreesTo(found));
      }
    }
    return null;
  }

  private static Map<String, Double> settingErrors(Truth truth, ModelInspectionResult result) {
    return result.triggers().stream()
        .map(found -> Recovery.errors(truth.facts().trigger(), truth.usual(), found.pattern()))
        .filter(errors -> !errors.isEmpty())
        .findFirst()
        .orElse(Map.of());
  }

  /** Why a detector said nothing; empty if it spoke. */
  public Optional<String> problem(String detector) {
    return Optional.ofNullable(problems.get(detector));
  }
}
