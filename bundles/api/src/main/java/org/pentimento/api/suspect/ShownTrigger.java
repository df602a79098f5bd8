package org.pentimento.api.suspect;

import java.util.List;
import org.pentimento.api.detector.Exhibit.Picture;
import org.pentimento.api.detector.SharedPattern;

/**
 * A trigger that ruins the sketches of a suspect model.
 *
 * @param pattern what it looks like; it has no members
 * @param effect share of the harm that it does to the suspect model's sketches, such as of their
 *     ink, in [0, 1]
 * @param shadowEffects what it does to the shadow models' sketches, in their order
 * @param selectivity by how much its effect exceeds the one of the next best kind of pattern
 * @param pictures photos and sketches with and without it
 */
public record ShownTrigger(
    SharedPattern pattern,
    double effect,
    List<Double> shadowEffects,
    double selectivity,
    List<Picture> pictures) {
  /** Keeps copies that nobody changes. */
  public ShownTrigger {
    shadowEffects = List.copyOf(shadowEffects);
    pictures = List.copyOf(pictures);
  }
}
