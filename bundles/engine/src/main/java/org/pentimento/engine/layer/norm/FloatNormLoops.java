package org.pentimento.engine.layer.norm;

import org.pentimento.engine.layer.array.Rows;

/** {@link NormLoops} over floats. */
final class FloatNormLoops implements NormLoops {
  /** Times this, every positive number that matters is above 1. */
  private static final float STEEP = 1e38f;

  @Override
  public void measure(Rows x, Range range, double[] pivot, double[] sums, double[] squares) {
    int perBlock = Range.rowsPerBlock(x.channels());
    float[] p = repeated(pivot);
    float[] s = new float[p.length];
    float[] q = new float[p.length];
    float[] value = new float[p.length];
    for (int row = range.from(); row < range.to(); row += perBlock) {
      int rows = Math.min(perBlock, range.to() - row);
      x.read(row, rows, value);
      int values = rows * x.channels();
      for (int i = 0; i < values; i++) {
        float difference = value[i] - p[i];
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
    float[] scale = repeated(line.scale());
    float[] shift = repeated(line.shift());
    float slope = (float) line.slope();
    float[] value = new float[scale.length];
    for (int row = range.from(); row < range.to(); row += perBlock) {
      int rows = Math.min(perBlock, range.to() - row);
      x.read(row, rows, value);
      int values = rows * x.channels();
      for (int i = 0; i < values; i++) {
        float v = value[i] * scale[i] + shift[i];
        value[i] = Math.max(v, slope * v);
      }
      z.write(row, rows, value);
    }
  }

  @Override
  public void sum(
      Rows x, Rows dz, Range range, Line line, double[] mean, double[] dv, double[] dvX) {
    int perBlock = Range.rowsPerBlock(x.channels());
    float[] scale = repeated(line.scale());
    float[] shift = repeated(line.shift());
    float slope = (float) line.slope();
    float[] m = repeated(mean);
    float[] one = new float[scale.length];
    float[] other = new float[scale.length];
    float[] value = new float[scale.length];
    float[] gradient = new float[scale.length];
    for (int row = range.from(); row < range.to(); row += perBlock) {
      int rows = Math.min(perBlock, range.to() - row);
      x.read(row, rows, value);
      dz.read(row, rows, gradient);
      int values = rows * x.channels();
      for (int i = 0; i < values; i++) {
        float g = gradient[i] * bend(value[i] * scale[i] + shift[i], slope);
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
    float[] scale = repeated(line.scale());
    float[] shift = repeated(line.shift());
    float slope = (float) line.slope();
    float[] a = repeated(ofDv);
    float[] b = repeated(ofX);
    float[] c = repeated(ofOne);
    float[] value = new float[scale.length];
    float[] gradient = new float[scale.length];
    for (int row = range.from(); row < range.to(); row += perBlock) {
      int rows = Math.min(perBlock, range.to() - row);
      x.read(row, rows, value);
      dz.read(row, rows, gradient);
      int values = rows * x.channels();
      for (int i = 0; i < values; i++) {
        float g = gradient[i] * bend(value[i] * scale[i] + shift[i], slope);
        gradient[i] = a[i] * g + b[i] * value[i] + c[i];
      }
      dx.write(row, rows, gradient);
    }
  }

  /** The derivative of max(v, slope v): 1 above 0, else the slope, without a branch. */
  private static float bend(float v, float slope) {
    return Math.max(slope, Math.min(1, v * STEEP));
  }

  private static float[] repeated(double[] channels) {
    float[] block = new float[Range.rowsPerBlock(channels.length) * channels.length];
    for (int i = 0; i < block.length; i++) {
      block[i] = (float) channels[i % channels.length];
    }
    return block;
  }

  private static void fold(float[] block, double[] channels) {
    for (int i = 0; i < block.length; i++) {
      channels[i % channels.length] += block[i];
    }
  }
}
