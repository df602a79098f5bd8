package org.pentimento.audit.selftest.grid;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.model.selftest.PlantedInModel.What;
import org.pentimento.plan.Use;

/**
 * A model that a self-test trains and has inspected.
 *
 * @param what is planted in its training pairs
 * @param generator that is trained, with its settings
 * @param shadow the generator with the settings of the shadow models
 * @param attack what changes the pairs, its trigger left out of spoilt ones; null if nothing does
 * @param seed of everything random, from 0 to 2^31 - 1
 */
public record PlannedModel(
    What what, Use generator, Use shadow, PlannedSet.@Nullable Attacked attack, long seed) {
  /** What it stands for when models take turns. */
  public String word() {
    return what.name().toLowerCase(Locale.ROOT);
  }

  /** A name for a person, such as {@code attack: patch, blank-sketch, fcn}. */
  public String title() {
    PlannedSet.Attacked planted = attack;
    String kind = word().replace('_', ' ') + ": ";
    if (planted == null) {
      return kind + generator.id();
    }
    return kind
        + (what.isAttack() ? planted.trigger() + ", " : "")
        + planted.strategy()
        + ", "
        + generator.id();
  }
}
