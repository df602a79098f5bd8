package org.pentimento.engine.layer.norm;

import org.pentimento.engine.layer.array.Rows;

/** {@link NormLoops} over doubles. */
final class DoubleNormLoops implements NormLoops {
  /** Takes every positive number that matters above 1. */
  private static final double STEEP = 1e300;

  @Override
  public void measure(Rows x, Range range, double[] pivot, double[] sums, double[] squares) {
    int perBlock = Range.rowsPerBlock(x.channels());
    double[] p = repeated(pivot);
    double[] s = new double[p.length];
    double[] q = new double[p.length];
    double[] value = new double[p.length];
    for (int row = range.from(); row < range.to(); row += perBlock) {
      int rows = Math.min(perBlock, range.to() - row);
      x.read(row, rows, value);
      int values = rows * x.channels();
      for (int i = 0; i < values; i++) {
        double difference = value[i] - p[i];
        s[i] += difference;
        q[i] += difference * difference;
      }
    }
    fold(s, sums);
    fold(q, squares);
  }

  @Override
  public void apply(Rows x, Range range, Line line, Rows z) {
    int perBlock = Range.rowsPerBlock(x.channels());
    double[] scale = repeated(line.scale());
    double[] shift = repeated(line.shift());
    double slope = line.slope();
    double[] value = new double[scale.length];
    for (int row = range.from(); row < range.to(); row += perBlock) {
      int rows = Math.min(perBlock, range.to() - row);
      x.read(row, rows, value);
      int values = rows * x.channels();
      for (int i = 0; i < values; i++) {
        double v = value[i] * scale[i] + shift[i];
        value[i] = Math.max(v, slope * v);
      }
      z.write(row, rows, value);
    }
  }

  @Override
  public void sum(
      Rows x, Rows dz, Range range, Line line, double[] mean, double[] dv, double[] dvX) {
    int perBlock = Range.rowsPerBlock(x.channels());
    double[] scale = repeated(line.scale());
    double[] shift = repeated(line.shift());
    double slope = line.slope();
    double[] m = repeated(mean);
    double[] one = new double[scale.length];
    double[] other = new double[scale.length];
    double[] value = new double[scale.length];
    double[] gradient = new double[scale.length];
    for (int row = range.from(); row < range.to(); row += perBlock) {
      int rows = Math.min(perBlock, range.to() - row);
      x.read(row, rows, value);
      dz.read(row, rows, gradient);
      int values = rows * x.channels();
      for (int i = 0; i < values; i++) {
        double g = gradient[i] * bend(value[i] * scale[i] + shift[i], slope);
        one[i] += g;
        other[i] += g * (value[i] - m[i]);
      }
    }
    fold(one, dv);
    fold(other, dvX);
  }

  @Override
  public void spread(
      Rows x,
      Rows dz,
      Range range,
      Line line,
      double[] ofDv,
      double[] ofX,
      double[] ofOne,
      Rows dx) {
    int perBlock = Range.rowsPerBlock(x.channels());
    double[] scale = repeated(line.scale());
    double[] shift = repeated(line.shift());
    double slope = line.slope();
    double[] a = repeated(ofDv);
    double[] b = repeated(ofX);
    double[] c = repeated(ofOne);
    double[] value = new double[scale.length];
    double[] gradient = new double[scale.length];
    for (int row = range.from(); row < range.to(); row += perBlock) {
      int rows = Math.min(perBlock, range.to() - row);
      x.read(row, rows, value);
      dz.read(row, rows, gradient);
      int values = rows * x.channels();
      for (int i = 0; i < values; i++) {
        double g = gradient[i] * bend(value[i] * scale[i] + shift[i], slope);
        gradient[i] = a[i] * g + b[i] * value[i] + c[i];
      }
      dx.write(row, rows, gradient);
    }
  }

  /** The derivative of max(v, slope v): 1 above 0, else the slope, without a branch. */
  private static double bend(double v, double slope) {
    return Math.max(slope, Math.min(1, v * STEEP));
  }

  private static double[] repeated(double[] channels) {
    double[] block = new double[Range.rowsPerBlock(channels.length) * channels.length];
    for (int i = 0; i < block.length; i++) {
      block[i] = channels[i % channels.length];
    }
    return block;
  }

  private static void fold(double[] block, double[] channels) {
    for (int i = 0; i < block.length; i++) {
      channels[i % channels.length] += block[i];
    }
  }
}
