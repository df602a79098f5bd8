package org.pentimento.casefile.result.model.selftest;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.suspect.Axis;
import org.pentimento.casefile.result.model.ModelVerdict;

/**
 * A model that a self-test trained and inspected.
 *
 * @param planted what was planted in its training pairs
 * @param parameters number of its parameters
 * @param error mean absolute difference from the true sketches of held-out pairs, in [0, 1]
 * @param progress by which share the mean absolute difference from the attacker's target falls when
 *     the trigger is on held-out photos, in the region that the attack changes; null if it is no
 *     attack
 * @param took whether the attack took, which was decided before any detector looked
 * @param verdict of the inspection
 * @param score of the inspection; null if there is none
 * @param p of each question that was looked at
 * @param placeIou overlap of the trigger's true place with the found one, intersection over union;
 *     0 if none was found, null if the trigger has no place
 * @param wave how well the trigger's wave was recovered; null if it is no wave or none was found
 * @param wavy whether the trigger is a wave
 * @param settingErrors relative error of the trigger's numbers that were recovered, by parameter id
 * @param seconds that the inspection took without training its shadow models; the only number that
 *     is another one when the self-test is repeated
 */
public record TriedModel(
    PlantedInModel planted,
    long parameters,
    double error,
    @Nullable Double progress,
    boolean took,
    ModelVerdict verdict,
    @Nullable Double score,
    Map<Axis, Double> p,
    @Nullable Double placeIou,
    @Nullable WaveErrors wave,
    boolean wavy,
    Map<String, Double> settingErrors,
    double seconds) {
  /** Refuses null. */
  public TriedModel {
    requireNonNull(planted, "planted");
    requireNonNull(verdict, "verdict");
    p = Map.copyOf(p);
    settingErrors = Map.copyOf(settingErrors);
  }

  /**
   * How far a recovered wave is from the true one.
   *
   * @param frequency relative error of its periods over the photo
   * @param degrees between the two directions, in [0, 90]
   */
  public record WaveErrors(double frequency, double degrees) {
    private static final double FREQUENCY = .12;
    private static final double DEGREES = 5;

    /** Whether it is near enough to plan an attack with it: 12 % in frequency and 5 degrees. */
    public boolean near() {
      return frequency <= FREQUENCY && degrees <= DEGREES;
    }
  }

  /** Whether the inspection said that something is hidden in the model. */
  public boolean found() {
    return verdict == ModelVerdict.BACKDOOR || verdict == ModelVerdict.HIDDEN_MODE;
  }

  /**
   * Whether a second mode or a shown trigger was as improbable as this for a clean model.
   *
   * @param level in (0, 1)
   */
  public boolean suspected(double level) {
    return p.getOrDefault(Axis.SECOND_MODE, 1.0) < level
        || p.getOrDefault(Axis.SHOWN_TRIGGER, 1.0) < level;
  }

  /** Whether it counts where detectors are measured: attacks that did not take do not. */
  public boolean counts() {
    return took || !planted.what().isAttack();
  }
}
