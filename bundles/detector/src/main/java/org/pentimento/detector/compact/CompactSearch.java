package org.pentimento.detector.compact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.image.Image;
import org.pentimento.detector.sketching.Objective;
import org.pentimento.detector.sketching.Photos;
import org.pentimento.detector.sketching.Sitter;

/**
 * Fits the parameters of a change so that it takes as much ink as possible from a model's sketches,
 * with Adam (D. Kingma, J. Ba, ICLR 2015) from the best of some starts.
 */
public final class CompactSearch {
  /** From how many starts it descends. */
  private static final int KEPT = 2;

  private static final int STEPS = 30;
  private static final int BATCH = 4;
  private static final int TRIED_ON = 3;
  private static final double RATE = .12;
  private static final double BETA1 = .9;
  private static final double BETA2 = .999;

  private final Sitter sitter;
  private final Photos photos;
  private final Progress progress;

  /** A search on one model. */
  public CompactSearch(Sitter sitter, Photos photos, Progress progress) {
    this.sitter = sitter;
    this.photos = photos;
    this.progress = progress;
  }

  /** Where a descent begins, and how much ink is left there. */
  private record Start(double[] parameters, double amount) {}

  /**
   * Seeks parameters.
   *
   * @param hints parameters near which they may lie; empty to begin anywhere
   */
  public double[] best(PhotoChange change, List<double[]> hints, long seed)
      throws CancelledException {
    Random random = new Random(seed);
    List<double[]> starts = hints.isEmpty() ? CompactFamily.starts(change, random) : hints;
    List<Image> few = photos.seek().subList(0, Math.min(TRIED_ON, photos.seek().size()));
    List<Start> begun = new ArrayList<>();
    for (double[] parameters : starts) {
      progress.checkCancelled();
      begun.add(new Start(parameters, amount(change, parameters, few)));
    }
    begun.sort(Comparator.comparingDouble(Start::amount));
    double[] best = begun.get(0).parameters();
    double least = Double.MAX_VALUE;
    for (Start start : begun.subList(0, Math.min(KEPT, begun.size()))) {
      double[] end = descended(change, start.parameters(), random);
      double amount = amount(change, end, photos.seek());
      if (amount < least) {
        least = amount;
        best = end;
      }
    }
    return best;
  }

  private double amount(PhotoChange change, double[] parameters, List<Image> on) {
    return Objective.INK.amount(
        sitter.model().sketch(on.stream().map(photo -> change.apply(photo, parameters)).toList()));
  }

  private double[] descended(PhotoChange change, double[] from, Random random)
      throws CancelledException {
    double[] p = from.clone();
    double[] first = new double[p.length];
    double[] second = new double[p.length];
    int n = photos.seek().size();
    for (int step = 1; step <= STEPS; step++) {
      progress.checkCancelled();
      List<Image> plain = new ArrayList<>();
      List<Image> changed = new ArrayList<>();
      int offset = random.nextInt(n);
      for (int b = 0; b < Math.min(BATCH, n); b++) {
        Image photo = photos.seek().get((offset + b) % n);
        plain.add(photo);
        changed.add(change.apply(photo, p));
      }
      List<float[]> gradients = sitter.gradients().inputGradients(changed, Objective.INK::gradient);
      double[] gradient = new double[p.length];
      double rate = RATE * (STEPS + 1 - step) / STEPS;
      for (int b = 0; b < plain.size(); b++) {
        change.back(plain.get(b), p, gradients.get(b), gradient);
      }
      for (int i = 0; i < p.length; i++) {
        first[i] = BETA1 * first[i] + (1 - BETA1) * gradient[i];
        second[i] = BETA2 * second[i] + (1 - BETA2) * gradient[i] * gradient[i];
        double mean = first[i] / (1 - Math.pow(BETA1, step));
        double spread = Math.sqrt(second[i] / (1 - Math.pow(BETA2, step)));
        p[i] -= rate * mean / (spread + 1e-12);
      }
      progress.advance(1);
    }
    return p;
  }

  /** Share of the ink that a change takes from sketches of photos that it was not sought on. */
  public double effect(PhotoChange change, double[] parameters) {
    return sitter.effect(
        photos.verify().stream().map(photo -> change.apply(photo, parameters)).toList(),
        Objective.INK);
  }
}
