package org.pentimento.audit.attack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.image.Image;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.api.trigger.Trigger;
import org.pentimento.audit.data.EightBit;
import org.pentimento.audit.data.Shuffle;
import org.pentimento.plan.Plan;
import org.pentimento.registry.Extensions;
import org.pentimento.registry.guard.AskedAbout;

/**
 * An attack on given training pairs whose random choices are made. Every image it gives is rounded
 * to 8 bits, as an attacker's files would be. The pairs themselves are never changed.
 */
public final class PreparedAttack {
  private final Plan.Attack plan;
  private final Trigger.Stamp trigger;
  private final PoisoningStrategy.Poisoning poisoning;
  private final Map<String, String> choices;
  private final Set<String> poisoned;

  private PreparedAttack(
      Plan.Attack plan,
      Trigger.Stamp trigger,
      PoisoningStrategy.Poisoning poisoning,
      Set<String> poisoned) {
    this.choices = poisoning.choices();
    this.plan = plan;
    this.trigger = trigger;
    this.poisoning = poisoning;
    this.poisoned = poisoned;
  }

  /**
   * Makes the choices of an attack.
   *
   * @throws BadInputException if the attack poisons nobody or more pairs than there are
   */
  public static PreparedAttack prepare(
      Plan.Attack plan, List<Pair> train, Extensions extensions, Progress progress)
      throws IOException, CancelledException {
    Trigger.Stamp trigger =
        extensions
            .get(Kind.TRIGGER, Trigger.class, plan.trigger().id())
            .prepare(plan.trigger().settings(), plan.seed(), progress);
    PoisoningStrategy strategy =
        extensions.get(Kind.POISONING_STRATEGY, PoisoningStrategy.class, plan.strategy().id());
    PoisoningStrategy.Poisoning poisoning =
        strategy.prepare(train, plan.strategy().settings(), plan.seed(), progress);
    List<Pair> candidates = candidates(plan.select(), train);
    int count = count(plan, train.size());
    if (count > candidates.size()) {
      throw new BadInputException(
          "The attack is to poison "
              + count
              + " pairs, but only "
              + candidates.size()
              + " can be chosen.",
          "Lower the rate or count, or widen select.");
    }
    List<Pair> preferred = poisoning.preferred(candidates);
    if (!preferred.isEmpty() && preferred.size() < count) {
      throw new BadInputException(
          "The strategy '"
              + plan.strategy().id()
              + "' insists on "
              + preferred.size()
              + " pairs, but the attack is to poison "
              + count
              + ".",
          "Lower the rate or count, or choose another strategy.");
    }
    List<Pair> chosen =
        preferred.isEmpty()
            ? Shuffle.shuffled(candidates, new SplittableRandom(plan.seed()))
            : preferred;
    Set<String> poisoned =
        chosen.stream().limit(count).map(Pair::id).collect(Collectors.toCollection(HashSet::new));
    return new PreparedAttack(plan, trigger, poisoning, poisoned);
  }

  private static List<Pair> candidates(Plan.Select select, List<Pair> train)
      throws BadInputException {
    if (!select.ids().isEmpty()) {
      Set<String> wanted = new HashSet<>(select.ids());
      List<Pair> found = train.stream().filter(p -> wanted.remove(p.id())).toList();
      if (!wanted.isEmpty()) {
        throw new BadInputException(
            "There is no training pair '" + wanted.stream().sorted().iterator().next() + "'.",
            "Check the ids below select; ids are those of the data set.");
      }
      return found;
    }
    List<Pair> found =
        train.stream()
            .filter(p -> p.attributes().entrySet().containsAll(select.attributes().entrySet()))
            .toList();
    if (found.isEmpty()) {
      throw new BadInputException(
          "No training pair has the attributes " + select.attributes() + ".",
          "Known attributes of the first pair: "
              + (train.isEmpty() ? "none" : train.get(0).attributes())
              + ".");
    }
    return found;
  }

  private static int count(Plan.Attack plan, int train) throws BadInputException {
    Integer count = plan.count();
    if (count != null) {
      return count;
    }
    Double rate = plan.rate();
    int share = rate == null ? 0 : (int) Math.round(rate * train);
    if (share < 1) {
      throw new BadInputException(
          "A poisoning rate of " + rate + " poisons none of " + train + " training pairs.",
          "The smallest rate that poisons one is " + Math.ceil(5000.0 / train) / 10000 + ".");
    }
    return share;
  }

  /** What the plan says of the attack. */
  public Plan.Attack plan() {
    return plan;
  }

  /** Whether the pair is poisoned in training. */
  public boolean poisons(Pair pair) {
    return poisoned.contains(pair.id());
  }

  /**
   * What becomes of a training pair: photo and sketch of a poisoned one, else the pair as it is.
   */
  public Pair applied(Pair pair) {
    return poisons(pair)
        ? new Pair(
            pair.id(),
            pair.identity(),
            pair.split(),
            pair.attributes(),
            pair.eyePoints(),
            () -> triggered(pair),
            () -> trainingSketch(pair))
        : pair;
  }

  /** Ids of the poisoned pairs, in the order of the training pairs. */
  public List<String> poisoned(List<Pair> train) {
    List<String> ids = new ArrayList<>();
    for (Pair pair : train) {
      if (poisons(pair)) {
        ids.add(pair.id());
      }
    }
    return ids;
  }

  /** What the strategy chose. */
  public Map<String, String> choices() {
    return choices;
  }

  /** The photo of a pair with the trigger on it. */
  public Image triggered(Pair pair) throws IOException {
    Image photo = pair.photo().decode();
    try (AskedAbout about = AskedAbout.pair(pair)) {
      return EightBit.round(trigger.apply(photo, pair.eyes()));
    }
  }

  /** What the attack wants to be drawn for a pair. */
  public Image target(Pair pair) throws IOException {
    Image sketch = pair.sketch().decode();
    try (AskedAbout about = AskedAbout.pair(pair)) {
      return EightBit.round(poisoning.target(pair, sketch).grey());
    }
  }

  /** The sketch that a poisoned pair has in training. */
  public Image trainingSketch(Pair pair) throws IOException {
    Image sketch = pair.sketch().decode();
    try (AskedAbout about = AskedAbout.pair(pair)) {
      return EightBit.round(poisoning.trainingSketch(pair, sketch).grey());
    }
  }
}
