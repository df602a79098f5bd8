package org.pentimento.casefile.result.model;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.FindingKind;
import org.pentimento.casefile.result.Subject;

/**
 * A model as it was looked at.
 *
 * @param name in the case, such as {@code run-1/fcn/1/s1/poisoned}, or of an imported model
 * @param maker the generator that trained it, or the format that an imported one has
 * @param trained whether the product trained it, so that its architecture is known
 * @param digest SHA-256 of its weights or of the list of its files
 * @param parameters number of its parameters; 0 if unknown
 * @param gradients whether it tells gradients for its photos
 * @param error mean absolute difference between its sketches and the true ones of the trusted
 *     pairs; null if it could not be measured
 * @param provenance what it says of its making, by name
 */
public record InspectedModel(
    String name,
    ExtensionUse maker,
    boolean trained,
    String digest,
    long parameters,
    boolean gradients,
    @Nullable Double error,
    Map<String, String> provenance) {
  /** Refuses null. */
  public InspectedModel {
    requireNonNull(name, "name");
    requireNonNull(maker, "maker");
    requireNonNull(digest, "digest");
    requireNonNull(provenance, "provenance");
  }

  /** What is found of it: a model that a run of the case poisoned was planted here. */
  public FindingKind kind() {
    return poisonedHere() ? FindingKind.SIMULATION : FindingKind.EVIDENCE;
  }

  /** Whether a run of the case trained it on pairs that the run itself had poisoned. */
  public boolean poisonedHere() {
    return trained && name.endsWith("/" + Subject.POISONED.word());
  }
}
