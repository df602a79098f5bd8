package org.pentimento.casefile.result.mitigation;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.model.InspectedModel;

/**
 * A model that was made from another one, without what is hidden in that one if it went well.
 *
 * @param schema {@value #SCHEMA}
 * @param name of the mitigation
 * @param environment product version, Java, processor and the like, by name
 * @param from the model that it was made from
 * @param model name of the new model in the case
 * @param digest SHA-256 of the list of its files
 * @param method how it was made
 * @param settings of the method, by name
 * @param trusted pairs that it was made with
 * @param learned ids of the pairs that it learned from
 * @param keptOut ids of the pairs that its costs were measured on
 * @param seed of everything random
 * @param errorBefore mean absolute difference of the old model's sketches from the true ones of the
 *     pairs that were kept out, in [0, 1]
 * @param errorAfter mean absolute difference of the new model's sketches from them
 * @param outcome whether the second mode is gone
 * @param before SHA-256 of the result of the inspection of the old model, a {@code
 *     ModelInspectionResult}
 * @param after SHA-256 of the result of the inspection of the new one, which sought anew
 */
public record MitigationResult(
    int schema,
    String name,
    Map<String, String> environment,
    InspectedModel from,
    String model,
    String digest,
    MitigationMethod method,
    Map<String, Object> settings,
    InspectedData trusted,
    List<String> learned,
    List<String> keptOut,
    long seed,
    double errorBefore,
    double errorAfter,
    MitigationOutcome outcome,
    String before,
    String after) {
  /** The schema that is written. */
  public static final int SCHEMA = 1;

  /** Refuses null. */
  public MitigationResult {
    requireNonNull(name, "name");
    requireNonNull(environment, "environment");
    requireNonNull(from, "from");
    requireNonNull(model, "model");
    requireNonNull(digest, "digest");
    requireNonNull(method, "method");
    requireNonNull(settings, "settings");
    requireNonNull(trusted, "trusted");
    requireNonNull(outcome, "outcome");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
    learned = List.copyOf(learned);
    keptOut = List.copyOf(keptOut);
  }

  /** By what factor the error on photos that nobody touched has changed. */
  public double cost() {
    return errorAfter / Math.max(1e-9, errorBefore);
  }
}
