package org.pentimento.audit.selftest.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pentimento.casefile.result.SelfTestResult.RocPoint;

/** How well scores tell the changed pairs of a set, or the attacked models, from the others. */
public final class Separation {
  /** The false-alarm rates at which ROC curves are kept. */
  private static final double[] RATES = {
    0, .002, .005, .01, .02, .03, .05, .075, .1, .15, .2, .3, .5, .75, 1
  };

  private final double[] changed;
  private final double[] others;

  /**
   * Scores of one set, in any order.
   *
   * @param changed at least 1
   * @param others at least 1
   */
  public Separation(double[] changed, double[] others) {
    this.changed = changed.clone();
    this.others = others.clone();
    Arrays.sort(this.changed);
    Arrays.sort(this.others);
  }

  /**
   * The area under the ROC curve: how often a changed pair scores higher than another one, ties
   * counting half.
   */
  public double auc() {
    double wins = 0;
    for (double score : changed) {
      int below = below(others, score);
      wins += below + (notAbove(others, score) - below) / 2.0;
    }
    return wins / ((double) changed.length * others.length);
  }

  /**
   * Share of the changed pairs that score higher than all but a share of the others.
   *
   * @param falseAlarms in [0, 1]; of the others, at most that share scores as high
   */
  public double recallAt(double falseAlarms) {
    int allowed = (int) Math.floor(falseAlarms * others.length + 1e-9);
    if (allowed >= others.length) {
      return 1;
    }
    double bar = others[others.length - 1 - allowed];
    return (double) (changed.length - notAbove(changed, bar)) / changed.length;
  }

  /** The ROC curve at some false-alarm rates, always the same ones. */
  public List<RocPoint> roc() {
    List<RocPoint> points = new ArrayList<>();
    for (double rate : RATES) {
      points.add(new RocPoint(rate, recallAt(rate)));
    }
    return points;
  }

  private static int below(double[] sorted, double score) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < score) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int notAbove(double[] sorted, double score) {
    return below(sorted, Math.nextUp(score));
  }
}
