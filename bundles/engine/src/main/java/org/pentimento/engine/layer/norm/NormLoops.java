package org.pentimento.engine.layer.norm;

import org.nd4j.linalg.api.buffer.DataType;
import org.pentimento.engine.layer.array.Rows;

/**
 * The loops of a batch norm over some of the rows of its values, in the precision of the values.
 * They run over blocks of whole rows, with the figures of a channel repeated for each row, so that
 * the compiler makes vector instructions of them even where there are few channels.
 */
interface NormLoops {
  /** The loops for arrays of a type. */
  static NormLoops of(DataType type) {
    return type == DataType.DOUBLE ? new DoubleNormLoops() : new FloatNormLoops();
  }

  /**
   * What is done to each value x of a channel: v = scale x + shift, and the larger of v and slope
   * v.
   */
  record Line(double[] scale, double[] shift, double slope) {}

  /** Some rows. */
  record Range(int from, int to) {
    /** Values at a time; some such blocks fit into the fastest cache. */
    private static final int BLOCK = 1024;

    /** Rows at a time. */
    static int rowsPerBlock(int channels) {
      return Math.max(1, BLOCK / channels);
    }
  }

  /** Sums of x - pivot and of its squares, by channel. */
  void measure(Rows x, Range range, double[] pivot, double[] sums, double[] squares);

  /** Sets z to what the line makes of x. */
  void apply(Rows x, Range range, Line line, Rows z);

  /**
   * Sums of dv and of dv (x - mean), by channel, where dv is the gradient for v.
   *
   * @param dz the gradient for what the line makes of x
   */
  void sum(Rows x, Rows dz, Range range, Line line, double[] mean, double[] dv, double[] dvX);

  /** Sets dx to dv times a factor and x times a factor and a summand, which the channel sets. */
  void spread(
      Rows x,
      Rows dz,
      Range range,
      Line line,
      double[] ofDv,
      double[] ofX,
      double[] ofOne,
      Rows dx);
}
