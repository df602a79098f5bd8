package org.pentimento.casefile.result.photo;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.model.InspectedModel;
import org.pentimento.casefile.result.model.NoScore;
import org.pentimento.casefile.result.model.ShadowUsed;

/**
 * All that an inspection of photos found. Facts alone: sentences are made of them when somebody
 * looks.
 *
 * @param schema {@value #SCHEMA}
 * @param name of the inspection
 * @param environment product version, Java, processor and the like, by name
 * @param model for which the photos may be triggered
 * @param trusted pairs whose photos the photos are compared with
 * @param compared how many of the trusted photos were measured for that
 * @param shadows clean models that the model was compared with
 * @param seed of everything random
 * @param photos in the order in which they were given
 * @param noScore why nothing can be said about the model; null if something can
 */
public record PhotoInspectionResult(
    int schema,
    String name,
    Map<String, String> environment,
    InspectedModel model,
    InspectedData trusted,
    int compared,
    List<ShadowUsed> shadows,
    long seed,
    List<InspectedPhoto> photos,
    @Nullable NoScore noScore) {
  /** The schema that is written. */
  public static final int SCHEMA = 1;

  /** Refuses null. */
  public PhotoInspectionResult {
    requireNonNull(name, "name");
    requireNonNull(environment, "environment");
    requireNonNull(model, "model");
    requireNonNull(trusted, "trusted");
    shadows = List.copyOf(shadows);
    photos = List.copyOf(photos);
  }

  /** A copy with another environment. */
  public PhotoInspectionResult with(Map<String, String> other) {
    return new PhotoInspectionResult(
        schema, name, other, model, trusted, compared, shadows, seed, photos, noScore);
  }

  /** How many photos are called triggered. */
  public int flagged() {
    return (int) photos.stream().filter(InspectedPhoto::flagged).count();
  }
}
