package org.pentimento.casefile.result.model.selftest;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.EnumNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.ExtensionUse;

/**
 * What a self-test planted in the training pairs of a model.
 *
 * @param what was planted
 * @param generator that was trained, with its settings
 * @param trigger with its settings; null if none was put on photos
 * @param strategy with its settings; null if no sketch was changed
 * @param rate share of the training pairs whose sketches were changed; 0 if none
 * @param seed of everything random
 */
public record PlantedInModel(
    What what,
    ExtensionUse generator,
    @Nullable ExtensionUse trigger,
    @Nullable ExtensionUse strategy,
    double rate,
    long seed) {
  /** Refuses null. */
  public PlantedInModel {
    requireNonNull(what, "what");
    requireNonNull(generator, "generator");
  }

  /** Id of the trigger; empty if there is none. */
  public String triggerId() {
    return trigger == null ? "" : trigger.id();
  }

  /** Id of the strategy; empty if there is none. */
  public String strategyId() {
    return strategy == null ? "" : strategy.id();
  }

  /** Kinds of models that a self-test trains. */
  @EnumNaming(KebabCaseStrategy.class)
  public enum What {
    /** Trained on honest pairs. */
    NOTHING,
    /** Some sketches are spoilt, and no photo carries a trigger. */
    SPOILT_PAIRS,
    /** Some photos carry a trigger, and their sketches are changed. */
    ATTACK,
    /** An attack that hides: other photos carry a similar trigger and keep their sketches. */
    COVERED_ATTACK;

    /** Whether there is a trigger to be found. */
    public boolean isAttack() {
      return this == ATTACK || this == COVERED_ATTACK;
    }
  }
}
