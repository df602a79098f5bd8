package org.pentimento.audit.selftest.grid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.generator.Generator;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.api.trigger.Trigger;
import org.pentimento.casefile.result.model.selftest.PlantedInModel.What;
import org.pentimento.plan.Plan;
import org.pentimento.plan.SelfTestPlan;
import org.pentimento.plan.Use;
import org.pentimento.registry.Extensions;

/**
 * All models of a self-test: for each seed and generator of the plan, clean ones, half of them with
 * other epochs and widths than their shadows; pairs spoilt by each strategy without a trigger;
 * attacks of each trigger with each strategy; and some attacks that hide behind cover samples. The
 * rate of an attack is drawn by lot. The seed of a model depends on what is planted alone, so that
 * another extension in the product changes none of the others.
 *
 * @param models in an order that is always the same
 * @param leftOut what cannot be planted in the data and why, by the id of the extension
 */
public record ModelGrid(List<PlannedModel> models, Map<String, String> leftOut) {
  /** Shares of pairs that are poisoned. */
  static final List<Double> RATES = List.of(.05, .1, .2, .3);

  /** Clean models of each generator and seed: 42 with the two generators of the standard plan. */
  static final int CLEAN = 21;

  /** Attacks with cover samples of each generator and seed. */
  static final int COVERED = 4;

  /**
   * The grid of a plan.
   *
   * @param generators that are trained
   * @param eyes whether the eyes of all pairs are known
   * @param seed of everything random
   */
  public static ModelGrid of(
      SelfTestPlan plan, List<Use> generators, Extensions extensions, boolean eyes, long seed)
      throws IOException {
    Map<String, String> leftOut = new TreeMap<>();
    List<String> triggers =
        Lots.usable(
            extensions.all(Kind.TRIGGER, Trigger.class).stream().map(Trigger::descriptor).toList(),
            eyes,
            leftOut);
    List<String> strategies =
        Lots.usable(
            extensions.all(Kind.POISONING_STRATEGY, PoisoningStrategy.class).stream()
                .map(PoisoningStrategy::descriptor)
                .toList(),
            eyes,
            leftOut);
    List<PlannedModel> models = new ArrayList<>();
    for (long repetition : plan.seeds()) {
      for (Use generator : generators) {
        Object place = List.of(seed, repetition, generator.id(), generator.settings().values());
        for (int i = 1; i <= CLEAN; i++) {
          long own = Lots.seed(place, "clean", i);
          Use used = i % 2 == 1 ? generator : varied(generator, extensions, own);
          models.add(new PlannedModel(What.NOTHING, used, generator, null, own));
        }
        List<Plan.Attack> given = plan.attacks();
        if (given == null) {
          models.addAll(drawn(triggers, strategies, generator, place));
        } else {
          models.addAll(given(given, generator, place));
        }
      }
    }
    return new ModelGrid(List.copyOf(models), leftOut);
  }

  private static List<PlannedModel> drawn(
      List<String> triggers, List<String> strategies, Use generator, Object place) {
    List<PlannedModel> models = new ArrayList<>();
    for (String strategy : strategies) {
      for (String trigger : triggers) {
        models.add(drawn(What.ATTACK, trigger, strategy, generator, place, 0));
      }
      if (!triggers.isEmpty()) {
        models.add(drawn(What.SPOILT_PAIRS, triggers.get(0), strategy, generator, place, 0));
      }
    }
    for (int i = 0; i < COVERED && !triggers.isEmpty() && !strategies.isEmpty(); i++) {
      SplittableRandom random = new SplittableRandom(Lots.seed(place, "covered", i));
      models.add(
          drawn(
              What.COVERED_ATTACK,
              triggers.get(random.nextInt(triggers.size())),
              strategies.get(random.nextInt(strategies.size())),
              generator,
              place,
              i));
    }
    return models;
  }

  private static PlannedModel drawn(
      What what, String trigger, String strategy, Use generator, Object place, int number) {
    long seed =
        Lots.seed(place, what.name(), what == What.SPOILT_PAIRS ? "" : trigger, strategy, number);
    double rate = RATES.get(new SplittableRandom(seed).nextInt(RATES.size()));
    return new PlannedModel(
        what, generator, generator, new PlannedSet.Drawn(trigger, strategy, rate, seed), seed);
  }

  /** Each attack of a plan openly, with cover samples, and its sketches without its trigger. */
  private static List<PlannedModel> given(List<Plan.Attack> attacks, Use generator, Object place) {
    List<PlannedModel> models = new ArrayList<>();
    for (int i = 0; i < attacks.size(); i++) {
      for (What what : List.of(What.ATTACK, What.SPOILT_PAIRS, What.COVERED_ATTACK)) {
        long seed = Lots.seed(place, "attack of the plan", what.name(), i);
        models.add(
            new PlannedModel(
                what, generator, generator, new PlannedSet.Given(attacks.get(i), seed), seed));
      }
    }
    return models;
  }

  private static Use varied(Use generator, Extensions extensions, long seed) throws IOException {
    return new Use(
        generator.id(),
        DrawnSettings.near(
            extensions.get(Kind.GENERATOR, Generator.class, generator.id()).descriptor(),
            generator.settings(),
            new SplittableRandom(seed)));
  }

  /**
   * The models in the order in which they are made: clean ones, spoilt ones, attacks and hidden
   * attacks take turns, each giving one by lot.
   *
   * @param limit largest number of models, null for all
   * @param seed of the lots
   */
  public List<PlannedModel> inTurn(@Nullable Integer limit, long seed) {
    return Lots.inTurn(models, PlannedModel::word, limit, seed);
  }
}
