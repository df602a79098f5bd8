package org.pentimento.detector.sketch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.SuspectSet.SuspectPair;
import org.pentimento.detector.cells.CellFeatures;
import org.pentimento.detector.cells.Manner;
import org.pentimento.detector.cells.Registration;
import org.pentimento.detector.cells.SketchModel;
import org.pentimento.detector.cells.SketchModel.Leftover;
import org.pentimento.detector.frame.PairReader;
import org.pentimento.detector.frame.Placement;
import org.pentimento.detector.frame.WorkingPair;
import org.pentimento.detector.numbers.Loops;
import org.pentimento.detector.numbers.Robust;

/**
 * Some pairs of a set, compared with each other: what each sketch should be, and how suspicious it
 * is.
 *
 * @param pairs at working size, honest oddities undone
 * @param photos features of each photo
 * @param scores in each aspect
 * @param judgement of the scores
 */
record SketchInspection(
    List<WorkingPair> pairs, List<float[]> photos, SketchScores scores, Judgement judgement) {
  /** So many trusted pairs take the place of the set's own statistics; fewer are added to them. */
  static final int ENOUGH_TRUSTED = 100;

  /** Units of progress that each pair is worth: it is read, modelled and scored several times. */
  static final int UNITS = 5;

  private static final int ROUNDS = 3;
  private static final double TRIMMED = .3;

  /**
   * Compares pairs.
   *
   * @param known what is known of each from before
   */
  static SketchInspection of(
      List<SuspectPair> given, List<Known> known, Placement placement, Progress progress)
      throws IOException, CancelledException {
    int n = given.size();
    List<WorkingPair> pairs = new ArrayList<>(PairReader.read(given, placement, progress));
    List<float[]> photos = new ArrayList<>();
    List<float[]> sketches = new ArrayList<>();
    boolean[] coloured = new boolean[n];
    for (int i = 0; i < n; i++) {
      if (known.get(i).mirrored()) {
        pairs.set(i, Registration.mirrored(pairs.get(i)));
      }
      photos.add(CellFeatures.photo(pairs.get(i)));
      sketches.add(sketch(pairs.get(i)));
      coloured[i] = pairs.get(i).origin().colour();
    }
    SketchModel model = SketchModel.of(photos, coloured, progress);
    progress.advance(n);
    boolean[] trusted = marked(known, Known::trusted);
    boolean trustedAlone = count(trusted) >= ENOUGH_TRUSTED;
    boolean[] first =
        usable(known, k -> k.common() && !k.misaligned() && !k.otherManner(), trustedAlone);
    boolean[] usable = usable(known, Known::common, trustedAlone);
    Leftover leftover = model.leftover(sketches, first, progress);
    Excuse[] excuses = undone(known, pairs, sketches, leftover, progress);
    boolean[] kept = usable.clone();
    leftover = model.leftover(sketches, kept, progress);
    SketchScores scores =
        SketchScores.of(sketches, leftover, kept, placement, progress).without(excuses);
    progress.advance(n);
    for (int round = 1; round < ROUNDS && !trustedAlone; round++) {
      kept = leastSuspicious(scores.total(), usable, trusted);
      leftover = model.leftover(sketches, kept, progress);
      scores = SketchScores.of(sketches, leftover, kept, placement, progress).without(excuses);
      progress.advance(n);
    }
    boolean[] plain = plain(usable, excuses);
    return new SketchInspection(
        pairs, photos, scores, Judgement.of(scores, plain(kept, excuses), plain));
  }

  /** Pairs in whose sketches nothing was evened out, so that they vary as honest ones do. */
  private static boolean[] plain(boolean[] known, Excuse[] excuses) {
    boolean[] plain = known.clone();
    for (int i = 0; i < plain.length; i++) {
      plain[i] &= excuses[i] == Excuse.NONE;
    }
    return count(plain) < known.length / 4 ? known : plain;
  }

  /** Pairs that may say what is usual: the trusted ones, and the others if those are too few. */
  private static boolean[] usable(
      List<Known> known, Predicate<Known> predicate, boolean trustedAlone) {
    boolean[] usable = marked(known, k -> k.trusted() || (!trustedAlone && predicate.test(k)));
    if (!trustedAlone && count(usable) < known.size() / 4) {
      Arrays.fill(usable, true);
    }
    return usable;
  }

  /**
   * Moves misaligned sketches to where they fit and evens out other manners.
   *
   * @return what cannot be evened out and is therefore excused
   */
  private static Excuse[] undone(
      List<Known> known,
      List<WorkingPair> pairs,
      List<float[]> sketches,
      Leftover leftover,
      Progress progress)
      throws IOException, CancelledException {
    Excuse[] excuses = new Excuse[pairs.size()];
    Loops.quietly(
        pairs.size(),
        progress,
        i -> {
          excuses[i] = Excuse.NONE;
          float[] expected = leftover.predicted()[i];
          if (known.get(i).misaligned()) {
            Registration.Fit fit = Registration.search(pairs.get(i), expected, leftover.scale()[i]);
            pairs.set(i, Registration.moved(pairs.get(i), fit.move()));
            sketches.set(i, sketch(pairs.get(i)));
          }
          if (known.get(i).otherManner()) {
            excuses[i] =
                Manner.of(sketches.get(i), expected).isOtherSharpness()
                    ? Excuse.STROKES
                    : Excuse.INK;
            sketches.set(i, Manner.undone(sketches.get(i), expected));
          }
        });
    return excuses;
  }

  private static float[] sketch(WorkingPair pair) {
    return CellFeatures.sketch(pair.tone(), pair.dark());
  }

  private static boolean[] leastSuspicious(double[] total, boolean[] usable, boolean[] trusted) {
    double limit = Robust.quantile(Robust.pick(total, usable), 1 - TRIMMED);
    boolean[] kept = new boolean[total.length];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = trusted[i] || (usable[i] && total[i] <= limit);
    }
    return kept;
  }

  private static boolean[] marked(List<Known> known, Predicate<Known> predicate) {
    boolean[] marked = new boolean[known.size()];
    for (int i = 0; i < marked.length; i++) {
      marked[i] = predicate.test(known.get(i));
    }
    return marked;
  }

  private static int count(boolean[] marked) {
    int count = 0;
    for (boolean one : marked) {
      count += one ? 1 : 0;
    }
    return count;
  }

  /**
   * What is known of a pair before its sketch is looked at.
   *
   * @param trusted whether it is known to be honest
   * @param duplicate whether it is nearly another pair
   * @param misaligned whether the sketch fits after a shift or turn
   * @param mirrored whether the sketch fits after mirroring
   * @param otherManner whether the sketch is drawn in another manner than most
   * @param suspected whether its photo carries what a group of photos shares
   */
  record Known(
      boolean trusted,
      boolean duplicate,
      boolean misaligned,
      boolean mirrored,
      boolean otherManner,
      boolean suspected) {
    /** Whether it may say what is usual. */
    boolean common() {
      return !duplicate && !suspected;
    }

    /** Nothing. */
    static final Known NOTHING = new Known(false, false, false, false, false, false);

    /** A trusted pair. */
    static final Known TRUSTED = new Known(true, false, false, false, false, false);
  }
}
