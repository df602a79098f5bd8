package org.pentimento.workbench.dataset.pair.canvas;

import java.util.List;
import java.util.stream.Stream;
import org.pentimento.protocol.question.PairQuestion.PairImage;
import org.pentimento.protocol.question.PairQuestion.PairPlace;
import org.pentimento.protocol.question.PairQuestion.PairSource;
import org.pentimento.protocol.question.PairQuestion.ShownPair;

/**
 * A pair with all its images.
 *
 * @param images in the order to show
 * @param sources comparisons of runs that have sketches of the pair
 * @param chosen which of the sources the images are from, counted from 0; -1 if from none
 * @param place of the pair among the others
 */
public record ViewedPair(
    List<PairImage> images, List<PairSource> sources, int chosen, PairPlace place) {
  /** No pair at all. */
  public static final ViewedPair NONE = new ViewedPair(List.of(), List.of(), -1, PairPlace.NOWHERE);

  /** The pair of an answer of the preview process. */
  public static ViewedPair of(ShownPair shown) {
    return new ViewedPair(shown.images(), shown.sources(), shown.chosen(), shown.place());
  }

  /** Where the image of a role stands in the list, -1 if there is none. */
  public int indexOf(String role) {
    return images.stream().map(i -> i.role().key()).toList().indexOf(role);
  }

  /** The first of some roles that the pair has an image of, empty if it has none of them. */
  public String firstRoleOf(String... roles) {
    return Stream.of(roles).filter(role -> indexOf(role) >= 0).findFirst().orElse("");
  }

  /** Width of the widest image, in pixels; all images are stretched to it. */
  int width() {
    return Math.max(1, images.stream().mapToInt(i -> i.picture().width()).max().orElse(1));
  }

  /** Height of the highest image, in pixels; all images are stretched to it. */
  int height() {
    return Math.max(1, images.stream().mapToInt(i -> i.picture().height()).max().orElse(1));
  }
}
