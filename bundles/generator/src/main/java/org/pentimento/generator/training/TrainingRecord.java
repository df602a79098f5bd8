package org.pentimento.generator.training;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Examples;
import org.pentimento.engine.Engine;
import org.pentimento.engine.training.TrainingEnd;
import org.pentimento.generator.model.Learner;
import org.pentimento.generator.model.ModelCard;

/**
 * What tells a training from others, for its checkpoint and for the card of its model.
 *
 * @param card of the model, without how the training ended
 * @param identity by which a checkpoint is recognised as this training's
 */
public record TrainingRecord(ModelCard card, Map<String, String> identity) {
  /** Use of a seed derived from the training's: random weights of what draws. */
  public static final int WEIGHTS = 1;

  /** Use of a seed derived from the training's: the order of the examples. */
  static final int ORDER = 2;

  /** Use of a seed derived from the training's: masks of dropout. */
  public static final int DROPOUT = 3;

  /** Use of a seed derived from the training's: random weights of a discriminator. */
  public static final int DISCRIMINATOR_WEIGHTS = 4;

  /** What a card's provenance calls the networks that ND4J computed, and why. */
  private static final String FALLBACKS = "kernels-of-nd4j";

  /** What a card's provenance calls the way the training ended. */
  private static final String ENDED = "ended";

  /**
   * Card of the model that the training ended with.
   *
   * @param trained all networks that learnt; those that oneDNN itself could not compute are named
   */
  public ModelCard card(TrainingEnd end, Collection<Learner> trained) {
    Map<String, String> provenance = new LinkedHashMap<>(card.provenance());
    String fallbacks =
        trained.stream()
            .filter(learner -> !learner.network().fallback().isEmpty())
            .map(learner -> learner.name() + ": " + learner.network().fallback())
            .collect(Collectors.joining("; "));
    if (!fallbacks.isEmpty()) {
      provenance.put(FALLBACKS, fallbacks);
    }
    if (!end.words().isEmpty()) {
      provenance.put(ENDED, end.words());
    }
    return new ModelCard(
        card.generator(), card.version(), card.settings(), card.width(), card.height(), provenance);
  }

  /** The record of a training that is about to begin. Starts the engine. */
  public static TrainingRecord of(
      Descriptor descriptor, Settings settings, long seed, Examples examples) {
    Map<String, String> provenance = new LinkedHashMap<>(Engine.start().asMap());
    provenance.put("seed", Long.toString(seed));
    provenance.put("examples", Integer.toString(examples.size()));
    ModelCard card =
        new ModelCard(
            descriptor.id(),
            descriptor.version(),
            settings.values(),
            examples.width(),
            examples.height(),
            provenance);
    Map<String, String> identity = new LinkedHashMap<>(provenance);
    identity.put("generator", descriptor.id() + " " + descriptor.version());
    identity.put("settings", settings.toString());
    identity.put("size", examples.width() + "x" + examples.height());
    return new TrainingRecord(card, identity);
  }
}
