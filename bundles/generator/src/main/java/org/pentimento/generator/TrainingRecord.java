package org.pentimento.generator;

import java.util.LinkedHashMap;
import java.util.Map;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Examples;
import org.pentimento.engine.Engine;

/**
 * What makes a training this one and no other: for its checkpoint, and for the card of its model.
 *
 * @param card of the model
 * @param identity by which a checkpoint is known as this training's own
 */
record TrainingRecord(ModelCard card, Map<String, String> identity) {
  /** Uses of seeds derived from the training's one. */
  static final int WEIGHTS = 1;

  static final int ORDER = 2;
  static final int DROPOUT = 3;
  static final int DISCRIMINATOR_WEIGHTS = 4;

  static TrainingRecord of(Descriptor descriptor, Settings settings, long seed, Examples examples) {
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
