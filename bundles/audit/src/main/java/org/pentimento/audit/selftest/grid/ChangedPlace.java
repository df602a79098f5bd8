package org.pentimento.audit.selftest.grid;

import org.jspecify.annotations.Nullable;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.api.image.Image;

/**
 * Where an attack changes images: the rectangle around the pixels that differ by more than 2 of 255
 * in at least half of the images. One that takes more than half of the image is everywhere.
 */
public final class ChangedPlace {
  private static final float NOTICED = 2.5f / 255;

  private int width;
  private int height;
  private int images;
  private int[] counts = {};

  /** Adds an image; one of another size than the first tells nothing about the place. */
  public void add(Image clean, Image changed) {
    if (images == 0) {
      width = clean.width();
      height = clean.height();
      counts = new int[width * height];
    } else if (clean.width() != width || clean.height() != height) {
      return;
    }
    images++;
    Image before = clean.colour();
    Image after = changed.colour();
    for (int i = 0; i < counts.length; i++) {
      float most = 0;
      for (int plane = 0; plane < 3; plane++) {
        int at = plane * counts.length + i;
        most = Math.max(most, Math.abs(after.data()[at] - before.data()[at]));
      }
      if (most > NOTICED) {
        counts[i]++;
      }
    }
  }

  /** The place; null if it is everywhere or nowhere. */
  public @Nullable Place found() {
    int left = width;
    int top = height;
    int right = -1;
    int bottom = -1;
    for (int i = 0; i < counts.length; i++) {
      if (2 * counts[i] >= images && counts[i] > 0) {
        left = Math.min(left, i % width);
        right = Math.max(right, i % width);
        top = Math.min(top, i / width);
        bottom = Math.max(bottom, i / width);
      }
    }
    if (right < 0) {
      return null;
    }
    Place place = new Place(left, top, right - left + 1, bottom - top + 1);
    return 2 * place.width() * place.height() > width * height ? null : place;
  }
}
