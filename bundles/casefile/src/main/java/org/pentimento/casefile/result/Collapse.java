package org.pentimento.casefile.result;

import org.jspecify.annotations.Nullable;

/**
 * Why the sketches of a model on clean photos are worthless.
 *
 * @param reason what is wrong with them
 * @param share what they have of the ink or contrast of the true sketches, at least 0; where they
 *     are unlike them, the mean correlation with them, in [-1, 1]; null where the reason is another
 * @param said what the generator said of a training that diverged, or what a result of schema 1
 *     says; else empty
 */
public record Collapse(Reason reason, @Nullable Double share, String said) {
  /** What is wrong. */
  public enum Reason {
    /** The training diverged and left no model. */
    DIVERGED,
    /** The sketches have hardly any ink. */
    WHITE,
    /** The sketches are almost black. */
    BLACK,
    /** The sketches have hardly any contrast. */
    ONE_TONE,
    /** Everybody gets the same sketch. */
    ALIKE,
    /** Light and dark lie elsewhere than in the true sketches: as in noise, or in smears. */
    UNLIKE,
    /** A sentence of a result of schema 1 says it. */
    AS_SAID
  }

  /** A collapse that needs no figure. */
  public static Collapse of(Reason reason) {
    return new Collapse(reason, null, "");
  }
}
