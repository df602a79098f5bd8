package org.pentimento.audit.inspection.photo;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.SharedPattern.Place;

/** Seeks the smallest window of what a photo has for itself that does most of its harm. */
final class PlaceSearch {
  /** A window must do this share of the harm of all, or it is everywhere. */
  private static final double MOST_OF_IT = .5;

  /** If what lies outside the window does this share of the harm of all, it is no place. */
  private static final double SPREAD = .5;

  /** A smaller window must do this share of the harm of the one around it. */
  private static final double AS_GOOD = .75;

  /** Sides of the windows, of the photo's. */
  private static final double[] SIDES = {.375, .25, .1875, .125};

  private static final int HOSTS = 3;

  private final PhotoProbe probe;
  private final int width;
  private final int height;
  private final Progress progress;

  PlaceSearch(PhotoProbe probe, int width, int height, Progress progress) {
    this.probe = probe;
    this.width = width;
    this.height = height;
    this.progress = progress;
  }

  /** Where and how much. */
  private record Best(Place place, double effect) {}

  /**
   * Seeks the place.
   *
   * @param own what the photo has for itself
   * @param self which trusted photo it is; -1 if it is none
   * @return in pixels of the size in which photos are measured; null if it is all over the photo
   */
  @Nullable Place of(float[] own, int self) throws IOException, CancelledException {
    double all = probe.transplanted(own, self, HOSTS);
    Place around = new Place(0, 0, width, height);
    Best best = null;
    for (double side : SIDES) {
      Best smaller = best(own, self, around, side);
      if (best == null
          ? smaller.effect() < MOST_OF_IT * all
          : smaller.effect() < AS_GOOD * best.effect()) {
        break;
      }
      best = smaller;
      around = smaller.place();
    }
    return best == null || spread(own, self, best.place(), all) ? null : best.place();
  }

  /** Whether the photo does most of its harm without what is in a window: then it is all over. */
  private boolean spread(float[] own, int self, Place place, double all)
      throws IOException, CancelledException {
    float[] rest = own.clone();
    float[] part = inside(own, place);
    for (int i = 0; i < rest.length; i++) {
      rest[i] -= part[i];
    }
    return probe.transplanted(rest, self, HOSTS) >= SPREAD * all;
  }

  private Best best(float[] own, int self, Place around, double side)
      throws IOException, CancelledException {
    int w = Math.max(2, (int) Math.round(side * width));
    int h = Math.max(2, (int) Math.round(side * height));
    int steps = around.width() == width ? 5 : 3;
    Best best = null;
    for (int i = 0; i < steps * steps; i++) {
      progress.checkCancelled();
      int x = around.x() + (around.width() - w) * (i % steps) / (steps - 1);
      int y = around.y() + (around.height() - h) * (i / steps) / (steps - 1);
      Place place = new Place(x, y, w, h);
      double effect = probe.transplanted(inside(own, place), self, HOSTS);
      if (best == null || effect > best.effect()) {
        best = new Best(place, effect);
      }
    }
    if (best == null) {
      throw new IllegalStateException("no window");
    }
    return best;
  }

  private float[] inside(float[] own, Place place) {
    float[] part = new float[own.length];
    for (int p = 0; p < 3; p++) {
      for (int y = place.y(); y < place.y() + place.height(); y++) {
        int row = (p * height + y) * width + place.x();
        System.arraycopy(own, row, part, row, place.width());
      }
    }
    return part;
  }
}
