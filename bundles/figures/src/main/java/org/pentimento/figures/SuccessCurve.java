package org.pentimento.figures;

import java.util.List;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.chart.AttackSuccess;

/** The attack-success curve of a comparison as a chart draws it. */
public final class SuccessCurve {
  private SuccessCurve() {}

  /** The curve's points by rising threshold; none without an attack. */
  public static List<AttackSuccess.Point> points(Comparison comparison) {
    return comparison.success().stream()
        .map(
            p ->
                new AttackSuccess.Point(p.threshold(), p.triggered(), p.low(), p.high(), p.clean()))
        .toList();
  }
}
