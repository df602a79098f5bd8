package org.pentimento.chart.plot;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.TickUnit;
import org.jfree.chart.axis.TickUnitSource;

/**
 * Steps between the ticks of an axis, never so large that fewer than two ticks are seen: one number
 * alone says nothing of a scale.
 *
 * @param axis whose range is seen
 * @param steps to choose from
 */
record SeveralTicks(NumberAxis axis, TickUnitSource steps) implements TickUnitSource {
  /** The next round step is at most 2.5 times as large, and half the range holds two ticks. */
  private static final double PARTS = 5;

  @Override
  public TickUnit getLargerTickUnit(TickUnit unit) {
    return seen(steps.getLargerTickUnit(unit));
  }

  @Override
  public TickUnit getCeilingTickUnit(TickUnit unit) {
    return seen(steps.getCeilingTickUnit(unit));
  }

  @Override
  public TickUnit getCeilingTickUnit(double size) {
    return seen(steps.getCeilingTickUnit(size));
  }

  private TickUnit seen(TickUnit unit) {
    double length = axis.getRange().getLength();
    return unit.getSize() > length / 2 ? steps.getCeilingTickUnit(length / PARTS) : unit;
  }
}
