package org.pentimento.audit.statistics;

import java.io.IOException;
import java.util.List;
import org.pentimento.api.image.Image;
import org.pentimento.audit.image.Pngs;
import org.pentimento.casefile.result.Comparison.ImageRow;
import org.pentimento.casefile.result.Comparison.Reach;
import org.pentimento.casefile.result.ImageRole;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.result.ReferenceSketch;

/** How far the trigger could act in a generator, from what it really changed in the test photos. */
public final class ReachFigures {
  private static final float STEP = 1.5f / 255; // more than one step of 8 bits

  private ReachFigures() {}

  /**
   * Computes it.
   *
   * @param pixels how far an input pixel acts, as {@link
   *     org.pentimento.api.generator.Generator#reach} gives it
   */
  public static Reach of(int pixels, List<ImageRow> rows, Pngs pngs) throws IOException {
    double changed = 0;
    double reached = 0;
    double targeted = 0;
    int withTarget = 0;
    for (ImageRow row : rows) {
      Image photo = image(row, new ImageRole.Photo(PhotoKind.CLEAN), pngs);
      boolean[] touched =
          differing(photo, image(row, new ImageRole.Photo(PhotoKind.TRIGGERED), pngs));
      boolean[] within = dilate(touched, photo.width(), photo.height(), pixels);
      boolean[] wanted =
          differing(
              image(row, new ImageRole.OfReference(ReferenceSketch.TRUTH), pngs),
              image(row, new ImageRole.OfReference(ReferenceSketch.TARGET), pngs));
      changed += share(touched);
      reached += share(within);
      int all = count(wanted);
      if (all > 0) {
        for (int i = 0; i < wanted.length; i++) {
          wanted[i] &= within[i];
        }
        targeted += (double) count(wanted) / all;
        withTarget++;
      }
    }
    return new Reach(
        pixels == Integer.MAX_VALUE ? -1 : pixels,
        changed / rows.size(),
        reached / rows.size(),
        withTarget == 0 ? 0 : targeted / withTarget);
  }

  private static Image image(ImageRow row, ImageRole role, Pngs pngs) throws IOException {
    return pngs.get(row.blob(role).orElse(""));
  }

  private static boolean[] differing(Image a, Image b) {
    int n = a.width() * a.height();
    boolean[] differs = new boolean[n];
    for (int p = 0; p < a.planes(); p++) {
      for (int i = 0; i < n; i++) {
        differs[i] |= Math.abs(a.data()[p * n + i] - b.data()[p * n + i]) > STEP;
      }
    }
    return differs;
  }

  /** All pixels no farther than {@code radius} from a set one, horizontally and vertically. */
  public static boolean[] dilate(boolean[] set, int width, int height, int radius) {
    boolean[] rows = new boolean[set.length];
    boolean[] out = new boolean[set.length];
    for (int y = 0; y < height; y++) {
      spread(set, rows, y * width, 1, width, radius);
    }
    for (int x = 0; x < width; x++) {
      spread(rows, out, x, width, height, radius);
    }
    return out;
  }

  private static void spread(
      boolean[] from, boolean[] to, int start, int stride, int length, int radius) {
    long last = Long.MIN_VALUE / 2;
    for (int i = 0; i < length; i++) {
      last = from[start + i * stride] ? i : last;
      to[start + i * stride] |= i - last <= radius;
    }
    long next = Long.MAX_VALUE / 2;
    for (int i = length - 1; i >= 0; i--) {
      next = from[start + i * stride] ? i : next;
      to[start + i * stride] |= next - i <= radius;
    }
  }

  private static int count(boolean[] set) {
    int n = 0;
    for (boolean b : set) {
      n += b ? 1 : 0;
    }
    return n;
  }

  private static double share(boolean[] set) {
    return (double) count(set) / set.length;
  }
}
