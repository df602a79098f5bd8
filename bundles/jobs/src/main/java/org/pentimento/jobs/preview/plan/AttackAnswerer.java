package org.pentimento.jobs.preview.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.image.Image;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.api.poisoning.PoisoningStrategy.Poisoning;
import org.pentimento.api.trigger.Trigger;
import org.pentimento.audit.attack.PreparedAttack;
import org.pentimento.audit.data.EightBit;
import org.pentimento.plan.Plan;
import org.pentimento.plan.PlanException;
import org.pentimento.plan.PlanReader;
import org.pentimento.plan.Use;
import org.pentimento.protocol.preview.Answerer;
import org.pentimento.protocol.question.Picture;
import org.pentimento.protocol.question.PlanQuestion.AttackedPair;
import org.pentimento.protocol.question.PlanQuestion.PreviewAttack;

/** Shows what an attack of a plan does to a training pair. */
@Component(service = Answerer.class)
public final class AttackAnswerer implements Answerer<PreviewAttack, AttackedPair> {
  private static final int KEPT = 4;
  private static final float MORE = 10f;

  private record Key(PlanData.Pairs pairs, Use strategy, long seed) {}

  private record Choice(Set<String> poisoned, String note) {}

  private record ChoiceKey(Key key, Plan.@Nullable Attack attack) {}

  private final PlanData data;
  private final PlanReader reader;
  private final Map<Key, Poisoning> poisonings = new LinkedHashMap<>(8, .75f, true);
  private final Map<ChoiceKey, Choice> choices = new LinkedHashMap<>(8, .75f, true);

  /** Made by the component framework. */
  @Activate
  public AttackAnswerer(@Reference PlanData data) {
    this.data = data;
    this.reader = new PlanReader(data.extensions());
  }

  @Override
  public Class<PreviewAttack> question() {
    return PreviewAttack.class;
  }

  @Override
  public AttackedPair answer(PreviewAttack question, Progress progress)
      throws IOException, CancelledException {
    String yaml = question.plan();
    Path folder = PlanData.caseFolder(question);
    Plan.Attack attack;
    Plan.Data wanted;
    try {
      attack = reader.attack("plan", yaml, question.attack());
      wanted = reader.data("plan", yaml);
    } catch (PlanException e) {
      throw new BadInputException(sentence(e), e.remedy(), e);
    }
    PlanData.Pairs pairs = data.pairs(folder, wanted, progress);
    progress.checkCancelled();
    int index = Math.floorMod(question.pair(), pairs.train().size());
    Pair pair = pairs.train().get(index);
    Image photo = EightBit.round(pair.photo().decode());
    Image sketch = EightBit.round(pair.sketch().decode());
    Trigger trigger = data.extensions().get(Kind.TRIGGER, Trigger.class, attack.trigger().id());
    Image triggered =
        EightBit.round(
            trigger.apply(photo, pair.eyes(), attack.trigger().settings(), attack.seed()));
    progress.checkCancelled();
    Key key = new Key(pairs, attack.strategy(), attack.seed());
    Image poisoned = EightBit.round(poisoning(key, progress).trainingSketch(pair, sketch).grey());
    Choice choice = choice(key, attack, progress);
    return new AttackedPair(
        pair.id(),
        index,
        pairs.train().size(),
        choice.poisoned().size(),
        choice.poisoned().contains(pair.id()),
        changed(photo, triggered),
        choice.note(),
        Picture.of(photo),
        Picture.of(triggered),
        Picture.of(difference(photo, triggered)),
        Picture.of(sketch),
        Picture.of(poisoned));
  }

  /** Without the line, which a form does not show. */
  private static String sentence(PlanException e) {
    String key = e.key().replaceFirst("^.*\\.", "");
    String words = e.problem().startsWith("is ") ? key + " " + e.problem() : e.problem();
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
  }

  private Poisoning poisoning(Key key, Progress progress) throws IOException, CancelledException {
    synchronized (poisonings) {
      Poisoning kept = poisonings.get(key);
      if (kept != null) {
        return kept;
      }
    }
    PoisoningStrategy strategy =
        data.extensions()
            .get(Kind.POISONING_STRATEGY, PoisoningStrategy.class, key.strategy().id());
    Poisoning made =
        strategy.prepare(key.pairs().train(), key.strategy().settings(), key.seed(), progress);
    synchronized (poisonings) {
      keep(poisonings, key, made);
    }
    return made;
  }

  /** Which pairs are poisoned does not depend on the trigger, so its sliders need not wait. */
  private Choice choice(Key key, Plan.Attack attack, Progress progress)
      throws IOException, CancelledException {
    ChoiceKey choiceKey = new ChoiceKey(key, withoutTriggerSettings(attack));
    synchronized (choices) {
      Choice kept = choices.get(choiceKey);
      if (kept != null) {
        return kept;
      }
    }
    Choice made;
    try {
      List<Pair> train = key.pairs().train();
      PreparedAttack prepared = PreparedAttack.prepare(attack, train, data.extensions(), progress);
      made = new Choice(Set.copyOf(prepared.poisoned(train)), "");
    } catch (BadInputException e) {
      made = new Choice(Set.of(), e.getMessage() + " " + e.remedy());
    }
    synchronized (choices) {
      keep(choices, choiceKey, made);
    }
    return made;
  }

  private static Plan.Attack withoutTriggerSettings(Plan.Attack a) {
    return new Plan.Attack(a.strategy(), a.strategy(), a.rate(), a.count(), a.select(), a.seed());
  }

  private static <K, V> void keep(Map<K, V> kept, K key, V value) {
    kept.put(key, value);
    while (kept.size() > KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
  }

  private static double changed(Image photo, Image triggered) {
    int n = photo.width() * photo.height();
    int count = 0;
    for (int i = 0; i < n; i++) {
      boolean differs = false;
      for (int p = 0; p < photo.planes(); p++) {
        int at = p * n + i;
        differs |= Math.abs(photo.data()[at] - triggered.data()[at]) > 1.5f / 255;
      }
      count += differs ? 1 : 0;
    }
    return (double) count / n;
  }

  private static Image difference(Image photo, Image triggered) throws BadInputException {
    if (!photo.sameSize(triggered) || photo.planes() != triggered.planes()) {
      throw new BadInputException(
          "The trigger gave an " + triggered + " for an " + photo + ".",
          "That is a fault of the extension; choose another trigger.");
    }
    float[] values = new float[photo.data().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = .5f + MORE * (triggered.data()[i] - photo.data()[i]);
    }
    return Image.of(photo.width(), photo.height(), photo.planes(), values);
  }
}
