package org.pentimento.audit.attack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pentimento.api.data.Pair;
import org.pentimento.api.image.Image;

/**
 * What an attack changed, image by image.
 *
 * @param schema 1
 * @param trigger id of the trigger
 * @param triggerSettings all its settings
 * @param strategy id of the strategy
 * @param strategySettings all its settings
 * @param seed of everything random in the attack
 * @param choices what the strategy chose
 * @param changes one for each poisoned pair, in the order of the training pairs
 */
public record Manifest(
    int schema,
    String trigger,
    Map<String, Object> triggerSettings,
    String strategy,
    Map<String, Object> strategySettings,
    long seed,
    Map<String, String> choices,
    List<Change> changes) {

  /**
   * A poisoned pair.
   *
   * @param pair id of the pair
   * @param photo SHA-256 of the PNG of the clean photo
   * @param triggered SHA-256 of the PNG of the photo with the trigger
   * @param sketch SHA-256 of the PNG of the true sketch
   * @param trainingSketch SHA-256 of the PNG of the sketch it has in training
   */
  public record Change(
      String pair, String photo, String triggered, String sketch, String trainingSketch) {}

  /** Where images go; gives the SHA-256 of their PNG. */
  @FunctionalInterface
  public interface ImageStore {
    /** Keeps an image. */
    String put(Image image) throws IOException;
  }

  /** Writes down an attack on training pairs and keeps the images it makes. */
  public static Manifest of(PreparedAttack attack, List<Pair> train, ImageStore store)
      throws IOException {
    List<Change> changes = new ArrayList<>();
    for (Pair pair : train) {
      if (attack.poisons(pair)) {
        changes.add(
            new Change(
                pair.id(),
                store.put(pair.photo().decode()),
                store.put(attack.triggered(pair)),
                store.put(pair.sketch().decode()),
                store.put(attack.trainingSketch(pair))));
      }
    }
    return new Manifest(
        1,
        attack.plan().trigger().id(),
        attack.plan().trigger().settings().values(),
        attack.plan().strategy().id(),
        attack.plan().strategy().settings().values(),
        attack.plan().seed(),
        attack.choices(),
        changes);
  }
}
