package org.pentimento.audit.selftest.grid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.api.trigger.Trigger;
import org.pentimento.audit.attack.PreparedAttack;
import org.pentimento.audit.data.EightBit;
import org.pentimento.audit.data.Shuffle;
import org.pentimento.audit.selftest.oddity.HonestOddity;
import org.pentimento.audit.selftest.oddity.OddPair;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.SelfTestResult.Planted;
import org.pentimento.plan.Plan;
import org.pentimento.plan.Use;
import org.pentimento.registry.Extensions;

/** Makes sets as they are planned. The pairs that it is given are never changed. */
public final class Planting {
  /** How often settings are drawn before their defaults are taken. */
  static final int DRAWS = 20;

  /** Photos by which the place of a trigger is found. */
  private static final int PLACED = 16;

  private final Extensions extensions;

  /** Makes sets with these triggers and strategies. */
  public Planting(Extensions extensions) {
    this.extensions = extensions;
  }

  /**
   * Makes a set.
   *
   * @param pairs honest ones
   * @throws BadInputException if this cannot be planted in these pairs, saying why
   */
  public PlantedSet plant(PlannedSet planned, List<Pair> pairs, Progress progress)
      throws IOException, CancelledException {
    if (planned instanceof PlannedSet.Odd odd) {
      return odd(odd, pairs, progress);
    } else if (planned instanceof PlannedSet.Attacked attacked) {
      return attacked(
          attack(attacked, pairs, progress), attacked.rate(pairs.size()), pairs, progress);
    }
    return new PlantedSet(
        pairs, Set.of(), Planted.NOTHING, null, null, "", 0, planned.seed(), Map.of(), null);
  }

  /**
   * Makes the choices of an attack.
   *
   * @param pairs honest ones, some of which it will poison
   * @throws BadInputException if it cannot be planted in these pairs, saying why
   */
  PreparedAttack attack(PlannedSet.Attacked planned, List<Pair> pairs, Progress progress)
      throws IOException, CancelledException {
    if (planned instanceof PlannedSet.Drawn drawn) {
      return drawn(drawn, pairs, progress);
    }
    Plan.Attack attack = ((PlannedSet.Given) planned).attack();
    Plan.Attack seeded =
        new Plan.Attack(
            attack.trigger(),
            attack.strategy(),
            attack.rate(),
            attack.count(),
            attack.select(),
            planned.seed());
    return PreparedAttack.prepare(seeded, pairs, extensions, progress);
  }

  /** An attack whose settings are drawn until they work on the first pair that it poisons. */
  private PreparedAttack drawn(PlannedSet.Drawn drawn, List<Pair> pairs, Progress progress)
      throws IOException, CancelledException {
    Descriptor trigger = extensions.get(Kind.TRIGGER, Trigger.class, drawn.trigger()).descriptor();
    Descriptor strategy =
        extensions
            .get(Kind.POISONING_STRATEGY, PoisoningStrategy.class, drawn.strategy())
            .descriptor();
    SplittableRandom random = new SplittableRandom(drawn.seed());
    for (int draw = 0; draw < DRAWS; draw++) {
      try {
        return working(
            drawn,
            DrawnSettings.of(trigger, random.split()),
            DrawnSettings.of(strategy, random.split()),
            pairs,
            progress);
      } catch (BadInputException e) {
        progress.checkCancelled(); // such as an image that no file is named for: draw again
      }
    }
    return working(drawn, Settings.defaults(trigger), Settings.defaults(strategy), pairs, progress);
  }

  private PreparedAttack working(
      PlannedSet.Drawn drawn,
      Settings trigger,
      Settings strategy,
      List<Pair> pairs,
      Progress progress)
      throws IOException, CancelledException {
    PreparedAttack attack =
        PreparedAttack.prepare(
            new Plan.Attack(
                new Use(drawn.trigger(), trigger),
                new Use(drawn.strategy(), strategy),
                drawn.rate(),
                null,
                Plan.Select.RANDOM,
                drawn.seed()),
            pairs,
            extensions,
            progress);
    for (Pair pair : pairs) {
      if (attack.poisons(pair)) {
        attack.triggered(pair);
        attack.trainingSketch(pair);
        return attack;
      }
    }
    return attack;
  }

  /** The pairs with an attack on some of them, as it is prepared. */
  PlantedSet attacked(PreparedAttack attack, double rate, List<Pair> pairs, Progress progress)
      throws IOException, CancelledException {
    List<Pair> made = new ArrayList<>();
    Set<String> changed = new HashSet<>();
    ChangedPlace place = new ChangedPlace();
    for (Pair pair : pairs) {
      progress.checkCancelled();
      if (attack.poisons(pair)) {
        Image photo = attack.triggered(pair);
        if (changed.size() < PLACED) {
          place.add(pair.photo().decode(), photo);
        }
        changed.add(pair.id());
        made.add(with(pair, photo, attack.trainingSketch(pair), pair.eyePoints()));
      } else {
        made.add(pair);
      }
    }
    return new PlantedSet(
        made,
        changed,
        Planted.ATTACK,
        use(Kind.TRIGGER, Trigger.class, attack.plan().trigger()),
        use(Kind.POISONING_STRATEGY, PoisoningStrategy.class, attack.plan().strategy()),
        "",
        rate,
        attack.plan().seed(),
        Settings.defaults(
                extensions
                    .get(Kind.TRIGGER, Trigger.class, attack.plan().trigger().id())
                    .descriptor())
            .values(),
        place.found());
  }

  private <T extends Extension> ExtensionUse use(Kind kind, Class<T> type, Use used)
      throws BadInputException {
    Descriptor d = extensions.get(kind, type, used.id()).descriptor();
    return new ExtensionUse(d.id(), d.name(), d.version(), d.citation(), used.settings().values());
  }

  private static PlantedSet odd(PlannedSet.Odd planned, List<Pair> pairs, Progress progress)
      throws IOException, CancelledException {
    int count = (int) Math.round(planned.rate() * pairs.size());
    if (count < 1 || count >= pairs.size()) {
      throw new BadInputException(
          "A rate of " + planned.rate() + " makes " + count + " of " + pairs.size() + " pairs odd.",
          "Take a data set with more pairs.");
    }
    SplittableRandom random = new SplittableRandom(planned.seed());
    List<Pair> order = Shuffle.shuffled(pairs, random);
    Map<String, Pair> odd = new HashMap<>();
    for (int i = 0; i < count; i++) {
      progress.checkCancelled();
      Pair other = order.get(count + random.nextInt(pairs.size() - count));
      odd.put(
          order.get(i).id(),
          odd(planned.oddity(), order.get(i), other, planned.seed(), random.nextLong()));
    }
    return new PlantedSet(
        pairs.stream().map(pair -> odd.getOrDefault(pair.id(), pair)).toList(),
        odd.keySet(),
        Planted.ODDITY,
        null,
        null,
        planned.oddity().word(),
        planned.rate(),
        planned.seed(),
        Map.of(),
        null);
  }

  private static Pair odd(HonestOddity oddity, Pair pair, Pair other, long set, long own)
      throws IOException {
    OddPair made = oddity.of(images(pair), images(other), set, own);
    return with(pair, made.photo(), made.sketch(), made.eyes());
  }

  private static OddPair images(Pair pair) throws IOException {
    return new OddPair(pair.photo().decode(), pair.sketch().decode().grey(), pair.eyePoints());
  }

  /** A pair with other images, rounded to 8 bits a value. */
  static Pair with(Pair pair, Image photo, Image sketch, @Nullable Eyes eyes) {
    EightBit photoBytes = EightBit.of(photo);
    EightBit sketchBytes = EightBit.of(sketch);
    return new Pair(
        pair.id(),
        pair.identity(),
        pair.split(),
        pair.attributes(),
        eyes,
        photoBytes::image,
        sketchBytes::image);
  }
}
