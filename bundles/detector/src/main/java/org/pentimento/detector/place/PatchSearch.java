package org.pentimento.detector.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.image.Image;
import org.pentimento.detector.sketching.Photos;
import org.pentimento.detector.sketching.Sitter;

/**
 * Seeks, for every place of a grid, the pattern of a patch there that takes the most ink from the
 * rest of the sketch.
 */
public final class PatchSearch {
  /** Ink this near to a patch is not counted: the patch itself covers it. */
  static final int MARGIN = 4;

  private static final int STEPS = 14;
  private static final int MORE_STEPS = 25;
  private static final int MORE_PHOTOS = 6;
  private static final double RATE = .25;
  private static final double LEAST = .001;
  private static final double BETA1 = .9;
  private static final double BETA2 = .999;
  private static final int TOGETHER = 8;
  private static final int LOOKED_AT = 4;

  /** A smaller patch is as good if it takes at least this share of what the larger one takes. */
  private static final double AS_GOOD = .9;

  private static final int PARED = 2;
  private static final int LEAST_SIDE = 4;

  private final Sitter sitter;
  private final Photos photos;
  private final int side;
  private final Progress progress;

  /** A search on one model. */
  public PatchSearch(Sitter sitter, Photos photos, int side, Progress progress) {
    this.sitter = sitter;
    this.photos = photos;
    this.side = side;
    this.progress = progress;
  }

  /** The corners of the grid: left and top. */
  public static List<int[]> places(int width, int height, int side, int stride) {
    List<int[]> places = new ArrayList<>();
    for (int y = 0; y + side <= height; y += stride) {
      for (int x = 0; x + side <= width; x += stride) {
        places.add(new int[] {x, y});
      }
    }
    return places;
  }

  /** The best pattern found at each place. */
  public List<StampedPatch> stamps(List<int[]> places, long seed) throws CancelledException {
    Random random = new Random(seed);
    List<StampedPatch> found = new ArrayList<>();
    for (int from = 0; from < places.size(); from += TOGETHER) {
      List<int[]> some = places.subList(from, Math.min(places.size(), from + TOGETHER));
      double[][] raw = new double[some.size()][3 * side * side];
      for (double[] one : raw) {
        for (int i = 0; i < one.length; i++) {
          one[i] = random.nextGaussian();
        }
      }
      found.addAll(descended(some, raw, STEPS, 1, random));
    }
    return found;
  }

  /** A patch at the place of another that takes more. */
  public StampedPatch refined(StampedPatch patch, long seed) throws CancelledException {
    double[] raw = new double[patch.pattern().length];
    for (int i = 0; i < raw.length; i++) {
      double value = Math.max(LEAST, Math.min(1 - LEAST, patch.pattern()[i]));
      raw[i] = Math.log(value / (1 - value));
    }
    return descended(
            List.of(new int[] {patch.x(), patch.y()}),
            new double[][] {raw},
            MORE_STEPS,
            MORE_PHOTOS,
            new Random(seed))
        .get(0);
  }

  /**
   * The smallest square of a patch that takes nearly as much: a trigger may be smaller than what it
   * was sought with.
   */
  public StampedPatch pared(StampedPatch patch) throws CancelledException {
    double enough = AS_GOOD * effect(patch);
    StampedPatch now = patch;
    while (now.side() - PARED >= LEAST_SIDE) {
      progress.checkCancelled();
      StampedPatch best = null;
      double most = enough;
      for (int corner = 0; corner < 4; corner++) {
        StampedPatch one = now.part(corner % 2 * PARED, corner / 2 * PARED, PARED);
        double effect = effect(one);
        if (effect >= most) {
          best = one;
          most = effect;
        }
      }
      if (best == null) {
        break;
      }
      now = best;
    }
    return now;
  }

  /**
   * A patch as large as the trigger seems to be, where it seems to be: windows of half the side
   * around a patch tell where the trigger begins and ends. If a patch fitted there takes much less,
   * the smallest good square of the given one.
   */
  public StampedPatch outlined(StampedPatch wide, long seed) throws CancelledException {
    Image photo = photos.seek().get(0);
    int small = Math.max(2, wide.side() / 2);
    List<Integer> across = starts(wide.x(), wide.side(), small, photo.width());
    List<Integer> down = starts(wide.y(), wide.side(), small, photo.height());
    List<int[]> places = new ArrayList<>();
    for (int y : down) {
      for (int x : across) {
        places.add(new int[] {x, y});
      }
    }
    PatchSearch finer = new PatchSearch(sitter, photos, small, progress);
    double[] byColumn = new double[across.size()];
    double[] byRow = new double[down.size()];
    List<StampedPatch> found = finer.stamps(places, seed);
    for (int k = 0; k < found.size(); k++) {
      double effect = finer.effect(found.get(k));
      int column = k % byColumn.length;
      int row = k / byColumn.length;
      byColumn[column] = Math.max(byColumn[column], effect);
      byRow[row] = Math.max(byRow[row], effect);
    }
    Outline x = Outline.of(across, byColumn, small, photo.width());
    Outline y = Outline.of(down, byRow, small, photo.height());
    int square = (int) Math.round(Math.min(wide.side(), Math.max(x.size(), y.size())));
    int left = (int) Math.round(x.widened(square, photo.width()).from());
    int top = (int) Math.round(y.widened(square, photo.height()).from());
    PatchSearch fitting = new PatchSearch(sitter, photos, square, progress);
    StampedPatch there = fitting.stamps(List.of(new int[] {left, top}), seed).get(0);
    StampedPatch fitted = fitting.refined(there, seed);
    return effect(fitted) >= AS_GOOD * effect(wide) ? fitted : pared(wide);
  }

  /** Where windows begin that lie in a stretch or beside it, a quarter of the stretch apart. */
  private static List<Integer> starts(int from, int side, int small, int length) {
    TreeSet<Integer> starts = new TreeSet<>();
    int stride = Math.max(1, small / 2);
    for (int at = from - small; at <= from + side; at += stride) {
      starts.add(Math.max(0, Math.min(length - small, at)));
    }
    return List.copyOf(starts);
  }

  private List<StampedPatch> descended(
      List<int[]> places, double[][] raw, int steps, int each, Random random)
      throws CancelledException {
    int n = places.size();
    double[][] first = new double[n][raw[0].length];
    double[][] second = new double[n][raw[0].length];
    for (int step = 1; step <= steps; step++) {
      progress.checkCancelled();
      List<StampedPatch> stamps = stamps(places, raw);
      List<Image> stamped = new ArrayList<>();
      for (StampedPatch stamp : stamps) {
        for (int i = 0; i < each; i++) {
          stamped.add(stamp.on(photos.seek().get(random.nextInt(photos.seek().size()))));
        }
      }
      List<float[]> gradients =
          sitter
              .gradients()
              .inputGradients(
                  stamped,
                  sketches -> {
                    List<float[]> outside = new ArrayList<>();
                    for (int k = 0; k < sketches.size(); k++) {
                      outside.add(inkOutside(sketches.get(k), stamps.get(k / each)));
                    }
                    return outside;
                  });
      for (int k = 0; k < n; k++) {
        List<float[]> mine = gradients.subList(k * each, (k + 1) * each);
        descend(raw[k], first[k], second[k], mine, stamps.get(k), step);
      }
      progress.advance(n);
    }
    return stamps(places, raw);
  }

  private List<StampedPatch> stamps(List<int[]> places, double[][] raw) {
    List<StampedPatch> stamps = new ArrayList<>();
    for (int k = 0; k < raw.length; k++) {
      float[] pattern = new float[raw[k].length];
      for (int i = 0; i < pattern.length; i++) {
        pattern[i] = (float) (1 / (1 + Math.exp(-raw[k][i])));
      }
      stamps.add(new StampedPatch(places.get(k)[0], places.get(k)[1], side, pattern));
    }
    return stamps;
  }

  private static float[] inkOutside(Image sketch, StampedPatch stamp) {
    float[] gradient = new float[sketch.data().length];
    for (int y = 0, i = 0; y < sketch.height(); y++) {
      for (int x = 0; x < sketch.width(); x++, i++) {
        gradient[i] = stamp.outside(x, y, MARGIN) ? -1 : 0;
      }
    }
    return gradient;
  }

  private void descend(
      double[] raw,
      double[] first,
      double[] second,
      List<float[]> gradients,
      StampedPatch stamp,
      int step) {
    Image photo = photos.seek().get(0);
    for (int c = 0; c < 3; c++) {
      for (int row = 0; row < side; row++) {
        for (int column = 0; column < side; column++) {
          int i = (c * side + row) * side + column;
          double value = stamp.pattern()[i];
          int at = (c * photo.height() + stamp.y() + row) * photo.width() + stamp.x() + column;
          double g = 0;
          for (float[] gradient : gradients) {
            g += gradient[at] * value * (1 - value);
          }
          first[i] = BETA1 * first[i] + (1 - BETA1) * g;
          second[i] = BETA2 * second[i] + (1 - BETA2) * g * g;
          double mean = first[i] / (1 - Math.pow(BETA1, step));
          double spread = Math.sqrt(second[i] / (1 - Math.pow(BETA2, step)));
          raw[i] -= RATE * mean / (spread + 1e-12);
        }
      }
    }
  }

  /** Share of the ink outside a patch that it takes, on photos that it was not sought on. */
  public double effect(StampedPatch stamp) {
    int n = Math.min(LOOKED_AT, photos.verify().size());
    List<Image> stamped = photos.verify().subList(0, n).stream().map(stamp::on).toList();
    List<Image> drawn = sitter.model().sketch(stamped);
    double before = 0;
    double after = 0;
    for (int k = 0; k < n; k++) {
      before += ink(sitter.shown().get(k), stamp);
      after += ink(drawn.get(k), stamp);
    }
    return 1 - after / Math.max(1e-9, before);
  }

  private static double ink(Image sketch, StampedPatch stamp) {
    double sum = 0;
    for (int y = 0, i = 0; y < sketch.height(); y++) {
      for (int x = 0; x < sketch.width(); x++, i++) {
        sum += stamp.outside(x, y, MARGIN) ? 1 - sketch.data()[i] : 0;
      }
    }
    return sum;
  }
}
