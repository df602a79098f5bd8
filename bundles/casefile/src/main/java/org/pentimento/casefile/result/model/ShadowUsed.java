package org.pentimento.casefile.result.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.pentimento.casefile.result.ExtensionUse;

/**
 * A clean model that was trained to compare a suspect one with.
 *
 * @param generator it and its settings
 * @param seed of its training
 * @param known ids of the trusted pairs that it was trained on
 * @param description SHA-256 of its description
 * @param weights SHA-256 of its weights
 * @param error mean absolute difference between its sketches and the true ones of the trusted pairs
 *     that it does not know, in [0, 1]
 */
public record ShadowUsed(
    ExtensionUse generator,
    long seed,
    List<String> known,
    String description,
    String weights,
    double error) {
  /** Refuses null. */
  public ShadowUsed {
    requireNonNull(generator, "generator");
    requireNonNull(description, "description");
    requireNonNull(weights, "weights");
    known = List.copyOf(known);
  }
}
