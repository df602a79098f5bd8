package org.pentimento.detector.shown;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.detector.Exhibit.Picture;
import org.pentimento.api.detector.SharedPattern;
import org.pentimento.api.detector.SharedPattern.Family;
import org.pentimento.api.detector.SharedPattern.Measures;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.api.image.Image;
import org.pentimento.api.suspect.ShownTrigger;
import org.pentimento.detector.compact.CompactFamily;
import org.pentimento.detector.place.StampedPatch;
import org.pentimento.detector.sketching.Photos;
import org.pentimento.detector.sketching.Sheet;

/**
 * A change of photos that was found to take ink.
 *
 * @param family what it looks like
 * @param words what it is, as a person says it
 * @param place where it is; null if everywhere
 * @param measures of it
 * @param on changes a photo
 * @param effect share of the suspect model's ink that it takes
 * @param onShadows share of each shadow model's ink that it takes
 */
record TriggerCandidate(
    Family family,
    String words,
    @Nullable Place place,
    Measures measures,
    UnaryOperator<Image> on,
    double effect,
    List<Double> onShadows) {
  private static final int SHOWN = 4;
  private static final float MIDDLE = .5f;
  private static final double LEAST_CHANGE = .01;

  /** A fitted change of a family. */
  static TriggerCandidate of(
      CompactFamily family,
      double size,
      double[] parameters,
      UnaryOperator<Image> on,
      double effect,
      List<Double> onShadows) {
    Measures measures =
        switch (family) {
          case WAVE -> new Measures(size, Math.abs(parameters[0]), Math.abs(parameters[1]), 0, 0);
          case COLOUR -> new Measures(size / 2, 0, 0, size, 0);
          // mixed in by twice its size, a picture from black to white changes a value by its size
          case SHADE -> new Measures(size, 0, 0, Math.min(1, 2 * size), 0);
          case WARP -> Measures.NONE;
        };
    return new TriggerCandidate(
        family.looks(), family.words(), null, measures, on, effect, onShadows);
  }

  /** A patch. */
  static TriggerCandidate of(StampedPatch patch, double effect, List<Double> onShadows) {
    return new TriggerCandidate(
        Family.STAMP,
        "patch",
        new Place(patch.x(), patch.y(), patch.side(), patch.side()),
        new Measures(MIDDLE, 0, 0, 1, 0),
        patch::on,
        effect,
        onShadows);
  }

  /** How much more it takes from the suspect model than from shadow models. */
  double excess() {
    return effect - onShadows.stream().mapToDouble(e -> Math.max(0, e)).average().orElse(0);
  }

  /**
   * As a trigger to show.
   *
   * @param draw has the suspect model draw photos
   * @param selectivity by how much it takes more than the next best
   */
  ShownTrigger shown(UnaryOperator<List<Image>> draw, Photos photos, double selectivity) {
    int n = Math.min(SHOWN, photos.verify().size());
    List<Image> plain = photos.verify().subList(0, n);
    List<Image> changed = plain.stream().map(on).toList();
    return new ShownTrigger(
        pattern(photos),
        Math.max(0, Math.min(1, effect)),
        onShadows,
        selectivity,
        List.of(
            new Picture(
                "Photos, what the model draws of them, the photos with a "
                    + words
                    + ", and what it draws of those",
                Sheet.of(List.of(plain, draw.apply(plain), changed, draw.apply(changed))))));
  }

  private SharedPattern pattern(Photos photos) {
    Image first = photos.verify().get(0);
    int width = first.width();
    int height = first.height();
    float[] change = family == Family.WARP ? mean(photos.verify()) : onGrey(width, height);
    float most = (float) LEAST_CHANGE;
    for (float value : change) {
      most = Math.max(most, Math.abs(value));
    }
    float[] residual = new float[change.length];
    for (int i = 0; i < residual.length; i++) {
      residual[i] = MIDDLE + MIDDLE * change[i] / most;
    }
    float[] mask = new float[width * height];
    for (int i = 0; i < mask.length; i++) {
      int x = i % width;
      int y = i / width;
      Place at = place;
      mask[i] =
          at == null
                  || x >= at.x()
                      && x < at.x() + at.width()
                      && y >= at.y()
                      && y < at.y() + at.height()
              ? 1
              : 0;
    }
    return new SharedPattern(
        family,
        List.of(),
        1,
        0,
        place,
        Image.of(width, height, 3, residual),
        MIDDLE / most,
        Image.of(width, height, 1, mask),
        measures);
  }

  /** What it does to a photo of middle grey, on which each picture can be told from its change. */
  private float[] onGrey(int width, int height) {
    float[] grey = new float[3 * width * height];
    Arrays.fill(grey, MIDDLE);
    float[] change = on.apply(Image.of(width, height, 3, grey)).data().clone();
    for (int i = 0; i < change.length; i++) {
      change[i] -= MIDDLE;
    }
    return change;
  }

  private float[] mean(List<Image> photos) {
    float[] sum = new float[photos.get(0).data().length];
    for (Image photo : photos) {
      float[] changed = on.apply(photo).data();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += (changed[i] - photo.data()[i]) / photos.size();
      }
    }
    return sum;
  }
}
