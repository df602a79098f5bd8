package org.pentimento.audit.stage;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.Collapse;
import org.pentimento.casefile.result.Comparison.LossPoint;
import org.pentimento.casefile.result.Comparison.TestedModel;

/**
 * What is known of a model beside its sketches.
 *
 * @param description SHA-256 of its description, empty if there is no model
 * @param weights SHA-256 of its weights, empty if there is no model
 * @param parameters number of trained parameters
 * @param losses of its training
 * @param diverged why its training left no model, or empty
 * @param ended what the generator says of a training that stopped early, or empty
 * @param environment what it adds to the environment of the run
 */
record ModelFacts(
    String description,
    String weights,
    long parameters,
    List<LossPoint> losses,
    String diverged,
    String ended,
    Map<String, String> environment) {
  /** The model for the result. */
  TestedModel tested(@Nullable Collapse collapse) {
    return new TestedModel(description, weights, parameters, losses, collapse, ended);
  }
}
