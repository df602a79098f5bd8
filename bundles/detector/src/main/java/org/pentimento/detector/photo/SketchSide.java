package org.pentimento.detector.photo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.DatasetFinding;
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
  private static final int LEAST_WITH_PART = 3;
  private static final int MOST_PARTS = 3;

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
      for (String part : oftenMissing(pairs)) {
        double[] scores = missing(part, pairs, suspicion);
        orders.add(new SketchOrder(OrderKind.PARTS, scores));
        orders.add(new SketchOrder(OrderKind.UNEXPLAINED_PARTS, faceFree.of(scores)));
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

  /** The parts that several sketches lack, those that most lack first. */
  private List<String> oftenMissing(int[] pairs) {
    Map<String, Integer> counts = new TreeMap<>();
    for (int pair : pairs) {
      for (String part : missing(pair).keySet()) {
        counts.merge(part, 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .filter(part -> part.getValue() >= LEAST_WITH_PART)
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MOST_PARTS)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** By how much of a part is missing; after those that lack it all others, by their suspicion. */
  private double[] missing(String part, int[] pairs, double[] suspicion) {
    double[] key = new double[pairs.length];
    int[] bySuspicion = Ranking.descending(suspicion);
    for (int r = 0; r < key.length; r++) {
      int i = bySuspicion[r];
      double missing = missing(pairs[i]).getOrDefault(part, 0.0);
      key[i] = missing > 0 ? 1 + missing : 1 - (r + 1.0) / key.length;
    }
    int[] order = Ranking.descending(key);
    double[] out = new double[key.length];
    for (int r = 0; r < order.length; r++) {
      out[order[r]] = -StrictMath.log((r + .5) / order.length);
    }
    return out;
  }

  /** What a sketch lacks, and how clearly, by part. */
  private Map<String, Double> missing(int pair) {
    Map<String, Double> missing = new TreeMap<>();
    for (DatasetFinding finding : sketches) {
      for (Reason reason : finding.pairs().get(pair).reasons()) {
        if (reason.kind() == Reason.Kind.PART_MISSING || reason.kind() == Reason.Kind.HOLE) {
          missing.merge(reason.detail(), reason.score(), Math::max);
        }
      }
    }
    return missing;
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
