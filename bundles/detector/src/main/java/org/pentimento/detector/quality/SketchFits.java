package org.pentimento.detector.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.PairFinding.Quality;
import org.pentimento.api.detector.PairFinding.Quality.Oddity;
import org.pentimento.detector.cells.CellFeatures;
import org.pentimento.detector.cells.Manner;
import org.pentimento.detector.cells.Registration;
import org.pentimento.detector.cells.Registration.Fit;
import org.pentimento.detector.cells.Registration.Move;
import org.pentimento.detector.cells.SketchModel;
import org.pentimento.detector.cells.SketchModel.Leftover;
import org.pentimento.detector.frame.WorkingPair;
import org.pentimento.detector.numbers.Loops;
import org.pentimento.detector.numbers.Robust;

/** Sketches that fit after a shift, a turn or mirroring, or are drawn in another manner. */
final class SketchFits {
  private static final double TRIMMED = .3;
  private static final double TRIED = .6;
  private static final int NULLS = 40;
  private static final double FAR = 6;
  private static final double LEAST_GAIN = .12;
  private static final double LEAST_MOVE = 1;
  private static final double MOST_SQUARE = 16;
  private static final double MANNER_FAR = 4;
  private static final double MOST_MANNER = Math.log(1.65);
  private static final double MOST_SHARPNESS = 2;
  private static final double PAPER_PERCENTILE = .95;
  private static final double LEAST_PAPER = .04;

  private final List<WorkingPair> pairs;
  private final List<float[]> sketches;
  private final Leftover leftover;
  private final boolean[] kept;
  private final double[] left;

  private SketchFits(
      List<WorkingPair> pairs,
      List<float[]> sketches,
      Leftover leftover,
      boolean[] kept,
      double[] left) {
    this.pairs = pairs;
    this.sketches = sketches;
    this.leftover = leftover;
    this.kept = kept;
    this.left = left;
  }

  /** Looks at pairs, comparing each with the others. */
  static SketchFits of(List<WorkingPair> pairs, Progress progress)
      throws IOException, CancelledException {
    int n = pairs.size();
    List<float[]> photos = new ArrayList<>();
    List<float[]> sketches = new ArrayList<>();
    boolean[] coloured = new boolean[n];
    for (int i = 0; i < n; i++) {
      WorkingPair pair = pairs.get(i);
      photos.add(CellFeatures.photo(pair));
      sketches.add(CellFeatures.sketch(pair.tone(), pair.dark()));
      coloured[i] = pair.origin().colour();
    }
    SketchModel model = SketchModel.of(photos, coloured, progress);
    boolean[] kept = new boolean[n];
    Arrays.fill(kept, true);
    Leftover leftover = model.leftover(sketches, kept, progress);
    double[] left = left(leftover);
    double limit = Robust.quantile(left, 1 - TRIMMED);
    for (int i = 0; i < n; i++) {
      kept[i] = left[i] <= limit;
    }
    leftover = model.leftover(sketches, kept, progress);
    return new SketchFits(pairs, sketches, leftover, kept, left(leftover));
  }

  private static double[] left(Leftover leftover) {
    double[] left = new double[leftover.z().length];
    for (int i = 0; i < left.length; i++) {
      double sum = 0;
      for (float z : leftover.z()[i]) {
        sum += Math.min(MOST_SQUARE, z * z);
      }
      left[i] = StrictMath.log(sum / leftover.z()[i].length + 1e-12);
    }
    return left;
  }

  /** What is odd about each sketch. */
  List<List<Quality>> odd(long seed, Progress progress) throws IOException, CancelledException {
    List<List<Quality>> odd = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      odd.add(new ArrayList<>());
    }
    manners(misplaced(seed, odd, progress), odd);
    return odd;
  }

  /** Names sketches that fit after a movement or mirroring, whichever helps more. */
  private boolean[] misplaced(long seed, List<List<Quality>> odd, Progress progress)
      throws IOException, CancelledException {
    int n = pairs.size();
    double limit = Robust.quantile(left, 1 - TRIED);
    double[] mirroring = new double[n];
    boolean[] tried = new boolean[n];
    List<Integer> usual = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      mirroring[i] =
          Registration.gainOfMirroring(pairs.get(i), leftover.predicted()[i], leftover.scale()[i]);
      tried[i] = left[i] > limit || mirroring[i] > LEAST_GAIN;
      if (!tried[i]) {
        usual.add(i);
      }
    }
    Collections.shuffle(usual, new Random(seed));
    List<Integer> nulls = usual.subList(0, Math.min(NULLS, usual.size()));
    nulls.forEach(i -> tried[i] = true);
    Fit[] fits = new Fit[n];
    Arrays.fill(fits, new Fit(Move.NONE, 0));
    Loops.quietly(
        n,
        progress,
        i -> {
          if (tried[i]) {
            fits[i] =
                Registration.search(pairs.get(i), leftover.predicted()[i], leftover.scale()[i]);
          }
        });
    double[] gains = nulls.stream().mapToDouble(i -> fits[i].gain()).toArray();
    double median = Robust.median(gains);
    double least = Math.max(LEAST_GAIN, median + FAR * Robust.spread(gains, median));
    boolean[] found = new boolean[n];
    for (int i = 0; i < n; i++) {
      Move move = fits[i].move();
      if (mirroring[i] > LEAST_GAIN && mirroring[i] > fits[i].gain()) {
        odd.get(i).add(new Quality(Oddity.MIRRORED, List.of(), ""));
        found[i] = true;
      } else if (fits[i].gain() > least && move.size() >= LEAST_MOVE) {
        odd.get(i).add(new Quality(Oddity.MISALIGNED, List.of(), words(move, pairs.get(i))));
        found[i] = true;
      }
    }
    return found;
  }

  private void manners(boolean[] found, List<List<Quality>> odd) {
    int n = pairs.size();
    double[] ink = new double[n];
    double[] sharpness = new double[n];
    double[] paper = new double[n];
    for (int i = 0; i < n; i++) {
      Manner manner = Manner.of(sketches.get(i), leftover.predicted()[i]);
      ink[i] = manner.ink();
      sharpness[i] = manner.sharpness();
      double[] tone = new double[pairs.get(i).tone().length];
      for (int k = 0; k < tone.length; k++) {
        tone[k] = pairs.get(i).tone()[k];
      }
      paper[i] = Robust.quantile(tone, PAPER_PERCENTILE);
    }
    List<List<String>> words = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      words.add(new ArrayList<>());
    }
    name(ink, Manner.NOTICEABLE, MOST_MANNER, "darker", "lighter", words);
    name(sharpness, Manner.NOTICEABLE, MOST_SHARPNESS, "sharper", "softer", words);
    name(paper, LEAST_PAPER, 1, "lighter paper", "greyer paper", words);
    for (int i = 0; i < n; i++) {
      if (!words.get(i).isEmpty() && !found[i] && Math.abs(ink[i]) < MOST_MANNER) {
        odd.get(i)
            .add(new Quality(Oddity.OTHER_ARTIST, List.of(), String.join(", ", words.get(i))));
      }
    }
  }

  /** Names what is far from most, but not so far that no artist's manner explains it. */
  private void name(
      double[] values,
      double least,
      double most,
      String more,
      String less,
      List<List<String>> words) {
    double[] known = Robust.pick(values, kept);
    double median = Robust.median(known);
    double limit = Math.max(least, MANNER_FAR * Robust.spread(known, median));
    for (int i = 0; i < values.length; i++) {
      double off = values[i] - median;
      if (Math.abs(off) > limit && Math.abs(off) <= most) {
        words.get(i).add(off > 0 ? more : less);
      }
    }
  }

  /** How the sketch lies, which is the opposite of how it has to be moved. */
  private static String words(Move move, WorkingPair pair) {
    List<String> words = new ArrayList<>();
    double across = -move.right() * pair.origin().width() / WorkingPair.WIDTH;
    double down = -move.down() * pair.origin().height() / WorkingPair.HEIGHT;
    if (Math.abs(across) >= .5) {
      words.add(format(across) + " px to the " + (across > 0 ? "right" : "left"));
    }
    if (Math.abs(down) >= .5) {
      words.add(format(down) + " px " + (down > 0 ? "down" : "up"));
    }
    if (Math.abs(move.turn()) >= .5) {
      words.add(format(move.turn()) + "° " + (move.turn() < 0 ? "clockwise" : "counter-clockwise"));
    }
    return String.join(", ", words);
  }

  private static String format(double value) {
    return String.format(Locale.ROOT, "%.1f", Math.abs(value));
  }
}
