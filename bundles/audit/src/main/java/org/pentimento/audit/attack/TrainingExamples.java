package org.pentimento.audit.attack;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.data.Pair;
import org.pentimento.api.generator.Examples;
import org.pentimento.api.image.Image;
import org.pentimento.audit.data.AuditData;
import org.pentimento.audit.data.EightBit;

/**
 * The training pairs as a generator sees them, some of them poisoned. Keeps what the attack made:
 * that is few, and dear to make.
 */
public final class TrainingExamples implements Examples {
  private final AuditData data;
  private final @Nullable PreparedAttack attack;
  private final Map<String, EightBit> made = new ConcurrentHashMap<>();

  /** Makes examples of the training pairs; without an attack they are all true. */
  public TrainingExamples(AuditData data, @Nullable PreparedAttack attack) {
    this.data = data;
    this.attack = attack;
  }

  @Override
  public int size() {
    return data.train().size();
  }

  @Override
  public int width() {
    return data.width();
  }

  @Override
  public int height() {
    return data.height();
  }

  @Override
  public Image photo(int index) throws IOException {
    Pair pair = data.train().get(index);
    PreparedAttack a = attack;
    if (a == null || !a.poisons(pair)) {
      return pair.photo().decode();
    }
    EightBit kept = made.get("photo " + pair.id());
    if (kept == null) {
      kept = EightBit.of(a.triggered(pair));
      made.put("photo " + pair.id(), kept);
    }
    return kept.image();
  }

  @Override
  public Image sketch(int index) throws IOException {
    Pair pair = data.train().get(index);
    PreparedAttack a = attack;
    if (a == null || !a.poisons(pair)) {
      return pair.sketch().decode();
    }
    EightBit kept = made.get("sketch " + pair.id());
    if (kept == null) {
      kept = EightBit.of(a.trainingSketch(pair));
      made.put("sketch " + pair.id(), kept);
    }
    return kept.image();
  }
}
