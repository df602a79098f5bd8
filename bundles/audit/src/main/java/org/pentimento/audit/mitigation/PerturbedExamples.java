package org.pentimento.audit.mitigation;

import java.io.IOException;
import java.util.List;
import org.pentimento.api.data.Pair;
import org.pentimento.api.generator.Examples;
import org.pentimento.api.image.Image;
import org.pentimento.api.suspect.Perturbation;

/**
 * Pairs as they are, and once more with each perturbation on the photo, always with the right
 * sketch.
 *
 * @param pairs of one size
 * @param perturbations as large as the photos
 * @param width of the photos
 * @param height of the photos
 */
record PerturbedExamples(List<Pair> pairs, List<Perturbation> perturbations, int width, int height)
    implements Examples {
  /** Keeps copies. */
  PerturbedExamples {
    pairs = List.copyOf(pairs);
    perturbations = List.copyOf(perturbations);
  }

  @Override
  public int size() {
    return pairs.size() * (1 + perturbations.size());
  }

  @Override
  public Image photo(int index) throws IOException {
    Image photo = pairs.get(index % pairs.size()).photo().decode().colour();
    int which = index / pairs.size();
    return which == 0 ? photo : perturbations.get(which - 1).on(photo);
  }

  @Override
  public Image sketch(int index) throws IOException {
    return pairs.get(index % pairs.size()).sketch().decode().grey();
  }
}
