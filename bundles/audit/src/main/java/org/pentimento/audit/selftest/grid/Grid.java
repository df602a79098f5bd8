package org.pentimento.audit.selftest.grid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.api.trigger.Trigger;
import org.pentimento.audit.selftest.oddity.HonestOddity;
import org.pentimento.plan.Plan;
import org.pentimento.plan.SelfTestPlan;
import org.pentimento.registry.Extensions;

/**
 * All sets of a self-test: for each seed of the plan every attack at every rate, every honest
 * oddity at two rates, and some clean sets. The seed of a set depends on what is planted in it
 * alone, so that another extension in the product changes none of the other sets.
 *
 * @param sets in an order that is always the same
 * @param leftOut what cannot be planted in the data and why, by the id of the extension
 */
public record Grid(List<PlannedSet> sets, Map<String, String> leftOut) {
  /** Shares of pairs that are poisoned. */
  static final List<Double> RATES = List.of(.02, .05, .1, .3);

  /** Shares of pairs that are odd. */
  static final List<Double> ODD_RATES = List.of(.05, .3);

  /** Clean sets for each seed: 51 with the three seeds of the standard plan. */
  static final int CLEAN = 17;

  /**
   * The grid of a plan.
   *
   * @param eyes whether the eyes of all pairs are known
   * @param seed of everything random
   */
  public static Grid of(SelfTestPlan plan, Extensions extensions, boolean eyes, long seed)
      throws IOException {
    List<PlannedSet> sets = new ArrayList<>();
    Map<String, String> leftOut = new TreeMap<>();
    List<Plan.Attack> given = plan.attacks();
    List<String> triggers =
        given != null
            ? List.of()
            : Lots.usable(
                extensions.all(Kind.TRIGGER, Trigger.class).stream()
                    .map(Trigger::descriptor)
                    .toList(),
                eyes,
                leftOut);
    List<String> strategies =
        given != null
            ? List.of()
            : Lots.usable(
                extensions.all(Kind.POISONING_STRATEGY, PoisoningStrategy.class).stream()
                    .map(PoisoningStrategy::descriptor)
                    .toList(),
                eyes,
                leftOut);
    for (long repetition : plan.seeds()) {
      for (int i = 1; i <= CLEAN; i++) {
        sets.add(new PlannedSet.Clean(Lots.seed(seed, repetition, "clean", i)));
      }
      for (HonestOddity oddity : HonestOddity.values()) {
        for (double rate : ODD_RATES) {
          sets.add(
              new PlannedSet.Odd(oddity, rate, Lots.seed(seed, repetition, oddity.word(), rate)));
        }
      }
      for (String strategy : strategies) {
        for (String trigger : triggers) {
          for (double rate : RATES) {
            sets.add(
                new PlannedSet.Drawn(
                    trigger, strategy, rate, Lots.seed(seed, repetition, trigger, strategy, rate)));
          }
        }
      }
      for (int i = 0; given != null && i < given.size(); i++) {
        sets.add(
            new PlannedSet.Given(
                given.get(i), Lots.seed(seed, repetition, "attack of the plan", i)));
      }
    }
    return new Grid(List.copyOf(sets), leftOut);
  }

  /**
   * The sets in the order in which they are made: the clean ones, the odd ones and those of each
   * strategy take turns, each giving one of its sets by lot. So the first of them are some of
   * everything, wherever it ends.
   *
   * @param limit largest number of sets, null for all
   * @param seed of the lots
   */
  public List<PlannedSet> inTurn(@Nullable Integer limit, long seed) {
    return Lots.inTurn(sets, PlannedSet::word, limit, seed);
  }
}
