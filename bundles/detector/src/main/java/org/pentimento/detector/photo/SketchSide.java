package org.pentimento.detector.photo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.DatasetFinding;
import org.pentimento.api.detector.PairFinding;
import org.pentimento.api.detector.PairFinding.Quality;
import org.pentimento.api.detector.PairFinding.Reason;
import org.pentimento.api.detector.SuspectSet;
import org.pentimento.api.image.Image;
import org.pentimento.detector.group.Candidate.OrderKind;
import org.pentimento.detector.group.Ranking;
import org.pentimento.detector.group.SketchOrder;
import org.pentimento.detector.residual.PhotoStack;

/**
 * What detectors that were asked before said of the pairs, as far as photos are looked at by it.
 */
final class SketchSide {
  private static final int LEAST_WITH_PARTS = 3;

  private final SuspectSet set;
  private final List<DatasetFinding> sketches = new ArrayList<>();

  SketchSide(SuspectSet set) {
    this.set = set;
    for (DatasetFinding finding : set.earlier()) {
      if (finding.pairs().stream().anyMatch(pair -> pair.p() < 1)) {
        sketches.add(finding);
      }
    }
  }

  /** The smallest p of a pair by those that looked at the sketches; 1 if there was nobody. */
  double p(int pair) {
    double p = 1;
    for (DatasetFinding finding : sketches) {
      p = Math.min(p, finding.pairs().get(pair).p());
    }
    return p;
  }

  /** Whether a quality was found in a pair. */
  boolean has(int pair, Quality.Oddity oddity) {
    return qualities(pair).stream().anyMatch(q -> q.oddity() == oddity);
  }

  /** The qualities found in a pair. */
  List<Quality> qualities(int pair) {
    List<Quality> all = new ArrayList<>();
    for (DatasetFinding finding : set.earlier()) {
      all.addAll(finding.pairs().get(pair).qualities());
    }
    return all;
  }

  /** The orders of pairs by their sketches. */
  List<SketchOrder> orders(PhotoStack photos, Progress progress)
      throws IOException, CancelledException {
    int[] pairs = new int[photos.count()];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = photos.pair(i);
    }
    List<SketchOrder> orders = new ArrayList<>();
    if (!sketches.isEmpty()) {
      FaceFree faceFree = new FaceFree(photos);
      double[] suspicion = suspicion(pairs);
      orders.add(new SketchOrder(OrderKind.SUSPICION, suspicion));
      orders.add(new SketchOrder(OrderKind.UNEXPLAINED, faceFree.of(suspicion)));
      double[] parts = parts(pairs, suspicion);
      if (parts.length > 0) {
        orders.add(new SketchOrder(OrderKind.PARTS, parts));
        orders.add(new SketchOrder(OrderKind.UNEXPLAINED_PARTS, faceFree.of(parts)));
      }
    }
    orders.add(new SketchOrder(OrderKind.LIGHTNESS, lightness(pairs, progress)));
    return orders;
  }

  private double[] suspicion(int[] pairs) {
    double[] out = new double[pairs.length];
    for (int i = 0; i < out.length; i++) {
      out[i] =
          sketches.size() == 1
              ? sketches.get(0).pairs().get(pairs[i]).score()
              : -StrictMath.log(p(pairs[i]));
    }
    return out;
  }

  /** By what is missing; after them all others, by their suspicion. Empty if hardly any misses. */
  private double[] parts(int[] pairs, double[] suspicion) {
    double[] missing = new double[pairs.length];
    int some = 0;
    for (int i = 0; i < missing.length; i++) {
      missing[i] = missing(pairs[i]);
      some += missing[i] > 0 ? 1 : 0;
    }
    if (some < LEAST_WITH_PARTS) {
      return new double[0];
    }
    double[] key = new double[missing.length];
    int[] bySuspicion = Ranking.descending(suspicion);
    for (int r = 0; r < key.length; r++) {
      int i = bySuspicion[r];
      key[i] = missing[i] > 0 ? 1 + missing[i] : 1 - (r + 1.0) / key.length;
    }
    int[] order = Ranking.descending(key);
    double[] out = new double[key.length];
    for (int r = 0; r < order.length; r++) {
      out[order[r]] = -StrictMath.log((r + .5) / order.length);
    }
    return out;
  }

  private double missing(int pair) {
    double most = 0;
    for (DatasetFinding finding : sketches) {
      PairFinding one = finding.pairs().get(pair);
      for (Reason reason : one.reasons()) {
        if (reason.kind() == Reason.Kind.PART_MISSING || reason.kind() == Reason.Kind.HOLE) {
          most = Math.max(most, reason.score());
        }
      }
    }
    return most;
  }

  private double[] lightness(int[] pairs, Progress progress)
      throws IOException, CancelledException {
    double[] out = new double[pairs.length];
    for (int i = 0; i < pairs.length; i++) {
      progress.checkCancelled();
      Image sketch = set.pairs().get(pairs[i]).sketch().decode();
      double sum = 0;
      for (float v : sketch.data()) {
        sum += v;
      }
      out[i] = sum / sketch.data().length;
    }
    return out;
  }
}
