package org.pentimento.workbench.inspection.pattern;

import java.util.Set;
import org.pentimento.workbench.inspection.contents.PictureSource;

/**
 * The photos that a trigger is tried on.
 *
 * @param pictures of which data set
 * @param width of the photos in which the trigger was found, as its settings may count in pixels
 * @param height of these photos
 * @param unfit ids of pairs that are passed over
 */
public record TrialGround(PictureSource pictures, int width, int height, Set<String> unfit) {
  /** Keeps a copy. */
  public TrialGround {
    unfit = Set.copyOf(unfit);
  }
}
