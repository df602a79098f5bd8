package org.pentimento.casefile.result.model;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.Collapse;

/**
 * Why nothing can be said about a model.
 *
 * @param reason what is wrong with it
 * @param collapse how its sketches are worthless; null for other reasons
 */
public record NoScore(Reason reason, @Nullable Collapse collapse) {
  /** Refuses null. */
  public NoScore {
    requireNonNull(reason, "reason");
  }

  /** What is wrong. */
  public enum Reason {
    /** Its sketches of photos that nobody touched are worthless. */
    WORTHLESS,
    /** Its sketches have another size than the photos. */
    OTHER_SIZE,
    /** It draws another sketch of one photo each time. */
    UNSTEADY
  }
}
