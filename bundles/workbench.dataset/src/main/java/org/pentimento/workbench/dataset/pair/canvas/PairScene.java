package org.pentimento.workbench.dataset.pair.canvas;

import java.util.List;
import java.util.stream.Stream;
import org.pentimento.protocol.question.PairQuestion.PairImage;

/** What the viewer shows: a pair, which two of its images are compared, and how. */
final class PairScene {
  private ViewedPair pair = ViewedPair.NONE;
  private String first = "";
  private String second = "";
  private Mode mode = Mode.SIDE_BY_SIDE;
  private double amount = 0.5;
  private boolean secondIsUp;

  void show(ViewedPair other) {
    pair = other;
  }

  ViewedPair pair() {
    return pair;
  }

  /** Chooses by their roles which images are compared. */
  void compare(String firstRole, String secondRole) {
    first = firstRole;
    second = secondRole;
  }

  Mode mode() {
    return mode;
  }

  /** Compares in another way; flickering starts with the first image. */
  void setMode(Mode newMode) {
    mode = newMode;
    secondIsUp = false;
  }

  /** In [0, 1]: the opacity of the second image, the place of the line, or the flicker's speed. */
  double amount() {
    return amount;
  }

  void setAmount(double newAmount) {
    amount = newAmount;
  }

  /** Shows the other one of the compared images, in the mode that shows one at a time. */
  void swap() {
    secondIsUp = !secondIsUp;
  }

  /** The images that are compared and that the pair has: at most two, the first one first. */
  List<PairImage> compared() {
    return Stream.of(first, second)
        .flatMap(role -> pair.images().stream().filter(i -> i.role().key().equals(role)).limit(1))
        .toList();
  }

  boolean isCompared(PairImage image) {
    return image.role().key().equals(first) || image.role().key().equals(second);
  }

  /** The one of a pane's images that is seen when one is seen at a time. */
  PairImage up(List<PairImage> images) {
    return images.get(secondIsUp ? images.size() - 1 : 0);
  }

  /** The image's name, with the number by which the controls call it if it is compared. */
  String numbered(PairImage image) {
    String number =
        image.role().key().equals(first) ? "① " : image.role().key().equals(second) ? "② " : "";
    return number + image.name();
  }

  /** What stands above the images of a pane. */
  String caption(List<PairImage> images) {
    if (images.isEmpty()) {
      return "Choose two images to compare.";
    }
    return switch (mode) {
      case SIDE_BY_SIDE -> numbered(images.get(0));
      case FLICKER -> up(images).name();
      case OVERLAY -> both(images, " under ");
      case WIPE -> both(images, " | ");
    };
  }

  private static String both(List<PairImage> images, String between) {
    return images.size() < 2
        ? images.get(0).name()
        : images.get(0).name() + between + images.get(1).name();
  }
}
