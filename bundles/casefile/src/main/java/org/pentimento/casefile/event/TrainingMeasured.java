package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.pentimento.casefile.json.CanonicalJson;

/**
 * A training is over, and this is what it took.
 *
 * @param cost what it took, for which training
 */
public record TrainingMeasured(TrainingCost cost) implements RunEvent {
  /** The name of the event in the log. */
  public static final String ACTION = "training-measured";

  /** Refuses null. */
  public TrainingMeasured {
    requireNonNull(cost, "cost");
  }

  @Override
  public String action() {
    return ACTION;
  }

  @Override
  public String run() {
    return cost.run();
  }

  @Override
  public JsonNode body() {
    return CanonicalJson.tree(cost);
  }

  @Override
  public List<BlobReference> blobs() {
    return Stream.of(cost.weights(), cost.checkpoint())
        .filter(sha -> !sha.isEmpty())
        .map(BlobReference::leaf)
        .toList();
  }
}
