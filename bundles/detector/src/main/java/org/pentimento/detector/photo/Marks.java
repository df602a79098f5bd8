package org.pentimento.detector.photo;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.pentimento.detector.group.Carriers;
import org.pentimento.detector.residual.PhotoStack;

/** How far the photo of each pair carries what was found. */
final class Marks {
  private static final double LEAST_P = 1e-12;
  private static final double AT_CUT = 1e-3;
  private static final double NEVER_ACCEPTED = .99;

  private final double[] score;
  private final double[] p;

  private Marks(double[] score, double[] p) {
    this.score = score;
    this.p = p;
  }

  /** Nothing yet, of so many pairs. */
  static Marks none(int pairs) {
    double[] p = new double[pairs];
    Arrays.fill(p, 1);
    return new Marks(new double[pairs], p);
  }

  /** A copy that can be changed apart. */
  Marks copy() {
    return new Marks(score.clone(), p.clone());
  }

  /** A pair's score: 1 where carriers begin. */
  double score(int pair) {
    return score[pair];
  }

  /** A pair's p; 1 if it carries nothing. */
  double p(int pair) {
    return p[pair];
  }

  /** The pairs, those that carry most first. */
  int[] strongest(int most) {
    return IntStream.range(0, p.length)
        .boxed()
        .sorted((a, b) -> Double.compare(p[a], p[b]))
        .limit(most)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Whether most of some pairs carry what was found before. */
  boolean know(int[] pairs) {
    return 2 * Arrays.stream(pairs).filter(pair -> p[pair] < 1).count() > pairs.length;
  }

  /** Notes who carries something that was accepted. */
  void add(PhotoStack photos, Carriers carriers) {
    double cut = Carriers.cut(carriers.z(), carriers.members(), carriers.members().length);
    boolean[] in = new boolean[photos.count()];
    for (int m : carriers.members()) {
      in[m] = true;
    }
    for (int i = 0; i < in.length; i++) {
      int pair = photos.pair(i);
      double ratio = carriers.z()[i] / cut;
      score[pair] = Math.max(score[pair], Math.max(0, ratio));
      if (in[i]) {
        double sure = StrictMath.pow(AT_CUT, Math.max(1, ratio));
        p[pair] = Math.min(p[pair], Math.max(LEAST_P, sure));
      }
    }
  }

  /** Notes that some photos carry what only all others lack. */
  void add(PhotoStack photos, int[] members) {
    for (int m : members) {
      int pair = photos.pair(m);
      score[pair] = Math.max(score[pair], 1);
      p[pair] = Math.min(p[pair], AT_CUT);
    }
  }

  /** Notes who would carry what came nearest to being accepted: scores below 1. */
  void addFaint(PhotoStack photos, Carriers carriers) {
    double cut = Carriers.cut(carriers.z(), carriers.members(), carriers.members().length);
    for (int i = 0; i < photos.count(); i++) {
      int pair = photos.pair(i);
      double faint = Math.max(0, Math.min(NEVER_ACCEPTED, carriers.z()[i] / cut));
      score[pair] = Math.max(score[pair], faint);
    }
  }
}
