package org.pentimento.detector.sketch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    boolean[] trusted = marked(known, Known::trusted);
    boolean[] left =
        marked(known, k -> k.duplicate() || k.suspected() || k.misaligned() || k.otherManner());
    boolean[] usable = new boolean[n];
    boolean trustedAlone = count(trusted) >= ENOUGH_TRUSTED;
    for (int i = 0; i < n; i++) {
      usable[i] = trusted[i] || (!trustedAlone && !left[i]);
    }
    if (count(usable) < n / 4) {
      Arrays.fill(usable, true);
    }
    boolean[] kept = usable.clone();
    Leftover leftover = model.leftover(sketches, kept, progress);
    leftover = undone(known, pairs, sketches, model, leftover, kept, progress);
    SketchScores scores = SketchScores.of(sketches, leftover, kept, placement, progress);
    Judgement judgement = judge(scores, usable, trusted);
    for (int round = 1; round < ROUNDS && !trustedAlone; round++) {
      kept = leastSuspicious(judgement.logP(), usable, trusted);
      leftover = model.leftover(sketches, kept, progress);
      scores = SketchScores.of(sketches, leftover, kept, placement, progress);
      judgement = judge(scores, kept, trusted);
    }
    return new SketchInspection(pairs, photos, scores, judge(scores, kept, trusted, usable));
  }

  private static Judgement judge(SketchScores scores, boolean[] honest, boolean[] trusted) {
    return Judgement.of(scores, honest, trusted, new boolean[honest.length]);
  }

  private static Judgement judge(
      SketchScores scores, boolean[] honest, boolean[] trusted, boolean[] usable) {
    boolean[] never = new boolean[usable.length];
    for (int i = 0; i < never.length; i++) {
      never[i] = !usable[i];
    }
    return Judgement.of(scores, honest, trusted, never);
  }

  /** Moves misaligned sketches to where they fit, evens out other manners, and predicts anew. */
  private static Leftover undone(
      List<Known> known,
      List<WorkingPair> pairs,
      List<float[]> sketches,
      SketchModel model,
      Leftover leftover,
      boolean[] kept,
      Progress progress)
      throws IOException, CancelledException {
    if (known.stream().noneMatch(k -> k.misaligned() || k.otherManner())) {
      return leftover;
    }
    Loops.quietly(
        pairs.size(),
        progress,
        i -> {
          if (known.get(i).misaligned()) {
            Registration.Fit fit =
                Registration.search(pairs.get(i), leftover.predicted()[i], leftover.scale()[i]);
            pairs.set(i, Registration.moved(pairs.get(i), fit.move()));
            sketches.set(i, sketch(pairs.get(i)));
          }
          if (known.get(i).otherManner()) {
            sketches.set(i, Manner.undone(sketches.get(i), leftover.predicted()[i]));
          }
        });
    return model.leftover(sketches, kept, progress);
  }

  private static float[] sketch(WorkingPair pair) {
    return CellFeatures.sketch(pair.tone(), pair.dark());
  }

  private static boolean[] leastSuspicious(double[] logP, boolean[] usable, boolean[] trusted) {
    double[] sorted = logP.clone();
    Arrays.sort(sorted);
    double limit = sorted[(int) (TRIMMED * sorted.length)];
    boolean[] kept = new boolean[logP.length];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = trusted[i] || (usable[i] && logP[i] >= limit);
    }
    return kept;
  }

  private static boolean[] marked(
      List<Known> known, java.util.function.Predicate<Known> predicate) {
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
    /** Nothing. */
    static final Known NOTHING = new Known(false, false, false, false, false, false);

    /** A trusted pair. */
    static final Known TRUSTED = new Known(true, false, false, false, false, false);
  }
}
