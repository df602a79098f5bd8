package org.pentimento.casefile.result;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.pentimento.casefile.result.Comparison.Turned;

/**
 * Shadow models that stand in for the clean twin that an imported model does not have: clean models
 * that an inspection of the same model trained on trusted pairs. They drew the same photos.
 *
 * @param inspection id of the run of that inspection
 * @param trusted name of the data set that they were trained on
 * @param sameData whether that is the data set of the test photos, so that the stand-ins may know
 *     some of these photos
 * @param models the stand-ins, at least one
 */
public record StandIns(
    String inspection, String trusted, boolean sameData, List<StandInModel> models) {
  /** Keeps a copy; refuses null and an empty list. */
  public StandIns {
    requireNonNull(inspection, "inspection");
    requireNonNull(trusted, "trusted");
    models = List.copyOf(models);
    if (models.isEmpty()) {
      throw new IllegalArgumentException("no stand-in");
    }
  }

  /** How many of the sketches that the stand-ins drew of triggered photos went to the target. */
  public int turned() {
    return models.stream().mapToInt(m -> m.turned().triggered()).sum();
  }

  /** Whether the trigger leaves most of their sketches as they are. */
  public boolean spared() {
    return 2 * turned() < sketches();
  }

  /** How many sketches of triggered photos the stand-ins drew whose truth and target differ. */
  public int sketches() {
    return models.stream().mapToInt(m -> m.turned().pairs()).sum();
  }

  /**
   * A stand-in.
   *
   * @param generator that trained it, with its settings
   * @param seed of its training
   * @param description SHA-256 of its description
   * @param weights SHA-256 of its weights
   * @param measurements SHA-256 of the blob with its single values, as of {@link Comparison}; its
   *     model is called the clean one there
   * @param turned how many of its sketches lie nearer to the target than to the truth
   */
  public record StandInModel(
      ExtensionUse generator,
      long seed,
      String description,
      String weights,
      String measurements,
      Turned turned) {
    /** Refuses null. */
    public StandInModel {
      requireNonNull(generator, "generator");
      requireNonNull(description, "description");
      requireNonNull(weights, "weights");
      requireNonNull(measurements, "measurements");
      requireNonNull(turned, "turned");
    }
  }
}
