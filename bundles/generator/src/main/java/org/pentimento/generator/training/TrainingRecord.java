package org.pentimento.generator.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Examples;
import org.pentimento.engine.Engine;
import org.pentimento.engine.training.TrainingEnd;
import org.pentimento.generator.model.ModelCard;

/**
 * What makes a training this one and no other: for its checkpoint, and for the card of its model.
 *
 * @param card of the model, without how the training ended
 * @param identity by which a checkpoint is known as this training's own
 */
public record TrainingRecord(ModelCard card, Map<String, String> identity) {
  /** Uses of seeds derived from the training's one. */
  public static final int WEIGHTS = 1;

  static final int ORDER = 2;
  public static final int DROPOUT = 3;
  public static final int DISCRIMINATOR_WEIGHTS = 4;

  /** What a card's provenance calls the way the training ended. */
  private static final String ENDED = "ended";

  /** Card of the model that the training ended with. */
  public ModelCard card(TrainingEnd end) {
    Map<String, String> provenance = new LinkedHashMap<>(card.provenance());
    if (!end.words().isEmpty()) {
      provenance.put(ENDED, end.words());
    }
    return new ModelCard(
        card.generator(), card.version(), card.settings(), card.width(), card.height(), provenance);
  }

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
