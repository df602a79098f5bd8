package org.pentimento.workbench.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pentimento.plan.PlanException;
import org.pentimento.plan.PlanText;

/** A question that a new plan is made for. Everything in the plan can be changed afterwards. */
enum PlanTemplate {
  /** As little as shows whether an attack takes. */
  FIRST_LOOK(
      "First look",
      "Two small generators and one attack: whether the attack takes in one of them at all.") {
    @Override
    PlanText change(PlanText plan, List<String> metrics) {
      return plan;
    }
  },
  /** A trigger in a corner beside one that is everywhere. */
  REACH(
      "Reach of a trigger",
      "A mark in one corner beside a pattern all over the photo, in a generator that sees little of"
          + " it at a time and in one that sees all: what a trigger cannot reach it cannot turn.") {
    @Override
    PlanText change(PlanText plan, List<String> metrics) throws PlanException {
      return plan.with(
          "attacks",
          List.of(
              attack(Map.of("id", "patch", "place", "bottom-right"), RATE),
              attack(sinusoidal(), RATE)));
    }
  },
  /** An attack that should take, with two seeds. */
  BLINDNESS(
      "Blindness of metrics",
      "One attack strong enough to take in most generators, with two seeds: which of the usual"
          + " metrics do not see the harm.") {
    @Override
    PlanText change(PlanText plan, List<String> metrics) throws PlanException {
      return plan.with("attacks", List.of(attack(sinusoidal(), STRONG)))
          .with("seeds", List.of(1, 2));
    }
  },
  /** Every metric that is installed. */
  ALL_METRICS(
      "All metrics",
      "The first look, measured by every metric that is installed, those of others included.") {
    @Override
    PlanText change(PlanText plan, List<String> metrics) throws PlanException {
      return metrics.isEmpty() ? plan : plan.with("metrics", metrics);
    }
  },
  /** One attack with several rates. */
  SWEEP(
      "Sweep over rates",
      "One attack with 2, 5, 10 and 20 percent of the pairs poisoned: from which rate on it"
          + " takes.") {
    @Override
    PlanText change(PlanText plan, List<String> metrics) throws PlanException {
      List<Object> attacks = new ArrayList<>();
      for (double rate : new double[] {.02, .05, RATE, STRONG}) {
        attacks.add(attack(sinusoidal(), rate));
      }
      return plan.with("attacks", attacks);
    }
  };

  private static final double RATE = .1;
  private static final double STRONG = .2;

  private final String title;
  private final String sentence;

  PlanTemplate(String title, String sentence) {
    this.title = title;
    this.sentence = sentence;
  }

  /** For a list of them. */
  String title() {
    return title;
  }

  /** What it is good for. */
  String sentence() {
    return sentence;
  }

  /**
   * A plan made for this question.
   *
   * @param plan of the usual first audit, on whatever data
   * @param metrics ids of all that are installed; none if they are not known yet
   */
  String of(String plan, List<String> metrics) {
    if (this == FIRST_LOOK) {
      return plan;
    }
    try {
      PlanText text = PlanText.of(plan);
      String name =
          text.value("name")
              + ", "
              + title.substring(0, 1).toLowerCase(Locale.ROOT)
              + title.substring(1);
      return change(text, metrics).with("name", name).text();
    } catch (PlanException e) {
      throw new IllegalStateException("The usual plan cannot be changed", e);
    }
  }

  abstract PlanText change(PlanText plan, List<String> metrics) throws PlanException;

  private static Map<String, Object> sinusoidal() {
    Map<String, Object> trigger = new LinkedHashMap<>();
    trigger.put("id", "sinusoidal");
    trigger.put("amplitude", .2);
    return trigger;
  }

  private static Map<String, Object> attack(Map<String, Object> trigger, double rate) {
    Map<String, Object> strategy = new LinkedHashMap<>();
    strategy.put("id", "light-strokes");
    strategy.put("threshold", 170);
    Map<String, Object> attack = new LinkedHashMap<>();
    attack.put("trigger", new LinkedHashMap<>(trigger));
    attack.put("strategy", strategy);
    attack.put("rate", rate);
    return attack;
  }
}
