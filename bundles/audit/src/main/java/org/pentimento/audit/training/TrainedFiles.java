package org.pentimento.audit.training;

import java.util.List;
import java.util.Map;
import org.pentimento.casefile.result.Comparison.LossPoint;

/**
 * What is known of a training once it is over; stored as a blob.
 *
 * @param parameters number of trained parameters
 * @param losses means over stretches
 * @param diverged why it ended without a model, or empty
 * @param provenance of the model, such as the native build
 */
public record TrainedFiles(
    long parameters, List<LossPoint> losses, String diverged, Map<String, String> provenance) {
  /** What {@link org.pentimento.api.generator.Model#provenance} calls the way a training ended. */
  public static final String ENDED = "ended";

  /** How the training ended if it did not simply do all its steps, as a sentence, or empty. */
  public String ended() {
    return provenance.getOrDefault(ENDED, "");
  }
}
