package org.pentimento.detector.sketch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.pentimento.api.detector.PairFinding.Reason;
import org.pentimento.detector.cells.CellGrid;
import org.pentimento.detector.cells.FaceMasks;
import org.pentimento.detector.frame.Placement;

/** Why a sketch is suspicious, in typed words. */
final class Reasons {
  private static final int MOST = 3;
  private static final double STRONG = Math.log(.01);
  private static final int NEAR = 3;

  private Reasons() {}

  /** The strongest aspect, and up to two more of other kinds that are strong too. */
  static List<Reason> of(SketchScores scores, Judgement judgement, int pair, Placement placement) {
    List<Aspect> aspects = new ArrayList<>(judgement.each().keySet());
    aspects.sort(Comparator.comparingDouble(a -> judgement.logP(a, pair)));
    List<Reason> reasons = new ArrayList<>();
    Set<Reason.Kind> said = EnumSet.noneOf(Reason.Kind.class);
    for (Aspect aspect : aspects) {
      boolean strong = judgement.logP(aspect, pair) <= STRONG;
      if (reasons.size() < MOST && (reasons.isEmpty() || strong) && said.add(aspect.reason())) {
        reasons.add(
            new Reason(
                aspect.reason(),
                strength(scores.score(aspect, pair), judgement.logP(aspect, pair)),
                detail(aspect, scores.balance()[pair], placement)));
      }
    }
    return reasons;
  }

  /** A score, but no more than what a normal distribution gives so small a share. */
  private static double strength(double score, double logP) {
    return Math.max(0, Math.min(score, Math.sqrt(-2 * logP)));
  }

  private static String detail(Aspect aspect, float[] balance, Placement placement) {
    FaceMasks part = aspect.part();
    if (part != null) {
      return part.word();
    }
    return aspect == Aspect.HOLE ? place(balance, placement) : "";
  }

  /** Where ink is missing most. */
  private static String place(float[] balance, Placement placement) {
    float[] around = CellGrid.window(balance, NEAR, NEAR);
    int worst = 0;
    for (int c = 1; c < around.length; c++) {
      worst = around[c] < around[worst] ? c : worst;
    }
    String word = "";
    float most = 0;
    for (FaceMasks part : FaceMasks.values()) {
      float weight = part.over(placement)[worst];
      if (weight > most) {
        most = weight;
        word = part.word();
      }
    }
    if (!word.isEmpty()) {
      return word;
    }
    String high = worst / CellGrid.COLUMNS < CellGrid.ROWS / 2 ? "top" : "bottom";
    return high + (worst % CellGrid.COLUMNS < CellGrid.COLUMNS / 2 ? " left" : " right");
  }
}
