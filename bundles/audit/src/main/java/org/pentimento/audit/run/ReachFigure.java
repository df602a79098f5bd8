package org.pentimento.audit.run;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.pentimento.api.image.Image;
import org.pentimento.casefile.result.Comparison.ImageRow;
import org.pentimento.casefile.result.Comparison.Reach;

/** How far the trigger could act in a generator, from what it really changed in the test photos. */
final class ReachFigure {
  private static final float STEP = 1.5f / 255; // more than one step of 8 bits

  private ReachFigure() {}

  /**
   * Computes it.
   *
   * @param pixels how far an input pixel acts, as {@link
   *     org.pentimento.api.generator.Generator#reach} gives it
   */
  static Reach of(int pixels, List<ImageRow> rows, Pngs pngs) throws IOException {
    double changed = 0;
    double reached = 0;
    double targeted = 0;
    int withTarget = 0;
    for (ImageRow row : rows) {
      boolean[] touched = differing(row, Role.PHOTO, Role.TRIGGERED, pngs);
      Image photo = pngs.get(row.blobs().getOrDefault(Role.PHOTO, ""));
      boolean[] within = dilate(touched, photo.width(), photo.height(), pixels);
      boolean[] wanted = differing(row, Role.TRUTH, Role.TARGET, pngs);
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
    double hit = withTarget == 0 ? 0 : targeted / withTarget;
    boolean everywhere = pixels == Integer.MAX_VALUE;
    return new Reach(
        everywhere ? -1 : pixels,
        changed / rows.size(),
        reached / rows.size(),
        hit,
        sentence(everywhere, pixels, changed / rows.size(), hit));
  }

  private static String sentence(boolean everywhere, int pixels, double changed, double hit) {
    String how =
        everywhere
            ? "Every pixel of the photo can act on every pixel of the sketch in this generator."
            : String.format(
                Locale.ROOT,
                "A pixel of the photo acts no farther than %d pixels in this generator.",
                pixels);
    String covered =
        String.format(
            Locale.ROOT,
            " The trigger changes %s of the photo; %s of what the attack wants to change lies within its reach.",
            Numbers.percent(changed),
            Numbers.percent(hit));
    String follows =
        hit > .9
            ? " So this generator could show the attack if it was learned."
            : " What lies beyond its reach cannot be changed however long the training: no effect there says nothing"
                + " about robustness.";
    return how + covered + follows;
  }

  private static boolean[] differing(ImageRow row, String one, String other, Pngs pngs)
      throws IOException {
    Image a = pngs.get(row.blobs().getOrDefault(one, ""));
    Image b = pngs.get(row.blobs().getOrDefault(other, ""));
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
  static boolean[] dilate(boolean[] set, int width, int height, int radius) {
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
