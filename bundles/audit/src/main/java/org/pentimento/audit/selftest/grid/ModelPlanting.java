package org.pentimento.audit.selftest.grid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Generator;
import org.pentimento.api.image.Image;
import org.pentimento.api.trigger.Trigger;
import org.pentimento.audit.attack.PreparedAttack;
import org.pentimento.audit.data.EightBit;
import org.pentimento.audit.data.Shuffle;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.model.selftest.PlantedInModel;
import org.pentimento.casefile.result.model.selftest.PlantedInModel.What;
import org.pentimento.plan.Use;
import org.pentimento.registry.Extensions;

/** Makes the training pairs of models as they are planned. Given pairs are never changed. */
public final class ModelPlanting {
  /** Photos by which the wave of a trigger is found. */
  private static final int SAMPLED = 8;

  private final Extensions extensions;
  private final Planting planting;

  /** Makes pairs with these triggers and strategies. */
  public ModelPlanting(Extensions extensions) {
    this.extensions = extensions;
    this.planting = new Planting(extensions);
  }

  /**
   * Makes training pairs.
   *
   * @param pairs honest ones, all of one size
   * @throws BadInputException if this cannot be planted in these pairs, saying why
   */
  public PlantedModel plant(PlannedModel planned, List<Pair> pairs, Progress progress)
      throws IOException, CancelledException {
    ExtensionUse generator = generator(planned.generator());
    PlannedSet.Attacked attacked = planned.attack();
    if (attacked == null) {
      return new PlantedModel(
          new PlantedInModel(What.NOTHING, generator, null, null, 0, planned.seed()),
          pairs,
          null,
          Map.of(),
          null,
          null);
    }
    PreparedAttack attack = planting.attack(attacked, pairs, progress);
    PlantedSet set = planting.attacked(attack, attacked.rate(pairs.size()), pairs, progress);
    PlantedInModel facts =
        new PlantedInModel(
            planned.what(),
            generator,
            planned.what().isAttack() ? set.trigger() : null,
            set.strategy(),
            set.rate(),
            planned.seed());
    if (!planned.what().isAttack()) {
      return new PlantedModel(facts, spoilt(set, pairs), null, Map.of(), null, null);
    }
    List<Pair> made =
        planned.what() == What.COVERED_ATTACK
            ? covered(set, planned.seed(), attack, progress)
            : set.pairs();
    return new PlantedModel(facts, made, attack, set.usual(), set.place(), wave(attack, pairs));
  }

  private ExtensionUse generator(Use use) throws IOException {
    Descriptor d = extensions.get(Kind.GENERATOR, Generator.class, use.id()).descriptor();
    return new ExtensionUse(d.id(), d.name(), d.version(), d.citation(), use.settings().values());
  }

  /** The changed sketches with the photos as they were. */
  private static List<Pair> spoilt(PlantedSet set, List<Pair> honest) throws IOException {
    List<Pair> pairs = new ArrayList<>();
    boolean changed = false;
    for (int i = 0; i < honest.size(); i++) {
      Pair pair = honest.get(i);
      if (set.changed().contains(pair.id())) {
        Image before = pair.sketch().decode().grey();
        Image after = set.pairs().get(i).sketch().decode().grey();
        changed |= !Arrays.equals(EightBit.of(before).values(), EightBit.of(after).values());
        pairs.add(Planting.with(pair, pair.photo().decode(), after, pair.eyePoints()));
      } else {
        pairs.add(pair);
      }
    }
    if (!changed) {
      throw new BadInputException(
          "Without its trigger this strategy changes no pair.", "Take another strategy.");
    }
    return pairs;
  }

  /** Puts a similar trigger on as many other photos, whose sketches stay. */
  private List<Pair> covered(PlantedSet set, long seed, PreparedAttack attack, Progress progress)
      throws IOException, CancelledException {
    SplittableRandom random = new SplittableRandom(seed ^ 0x636f766572L);
    List<Pair> honest =
        Shuffle.shuffled(
            set.pairs().stream().filter(pair -> !set.changed().contains(pair.id())).toList(),
            random.split());
    int count = Math.min(set.changed().size(), honest.size() / 2);
    Map<String, Pair> covers = new HashMap<>();
    for (Pair pair : honest.subList(0, count)) {
      progress.checkCancelled();
      Image photo = similar(attack, pair, random.split());
      covers.put(
          pair.id(), Planting.with(pair, photo, pair.sketch().decode().grey(), pair.eyePoints()));
    }
    return set.pairs().stream().map(pair -> covers.getOrDefault(pair.id(), pair)).toList();
  }

  /** A photo with the attack's trigger at other settings, drawn until they work. */
  private Image similar(PreparedAttack attack, Pair pair, SplittableRandom random)
      throws IOException {
    String id = attack.plan().trigger().id();
    Trigger trigger = extensions.get(Kind.TRIGGER, Trigger.class, id);
    for (int draw = 0; draw < Planting.DRAWS; draw++) {
      Settings settings = DrawnSettings.of(trigger.descriptor(), random.split());
      if (settings.equals(attack.plan().trigger().settings())) {
        continue;
      }
      try {
        return trigger.apply(pair.photo().decode(), pair.eyes(), settings, random.nextLong());
      } catch (BadInputException e) {
        continue; // such as an image that no file is named for: draw again
      }
    }
    throw new BadInputException(
        "No settings of the trigger '" + id + "' are similar to those of the attack.",
        "Take another trigger.");
  }

  private static @Nullable PlantedWave wave(PreparedAttack attack, List<Pair> pairs)
      throws IOException {
    float[] sum = {};
    int width = 1;
    for (Pair pair : pairs.subList(0, Math.min(SAMPLED, pairs.size()))) {
      float[] before = pair.photo().decode().grey().data();
      Image after = attack.triggered(pair).grey();
      width = after.width();
      sum = sum.length == 0 ? new float[before.length] : sum;
      for (int i = 0; i < sum.length; i++) {
        sum[i] += after.data()[i] - before[i];
      }
    }
    return PlantedWave.of(sum, width).orElse(null);
  }
}
