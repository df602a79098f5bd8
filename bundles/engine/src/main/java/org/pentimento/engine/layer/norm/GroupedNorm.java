package org.pentimento.engine.layer.norm;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.pentimento.engine.parallel.ParallelLoop;

/**
 * A {@link BatchNorm} over floats that lie in groups of sixteen channels: image by image, group by
 * group, pixel by pixel. Each pass walks over the values twice, statistics first, the nonlinearity
 * within. oneDNN's own batch norm has its threads wait for each other without giving way, which
 * takes a hundred times as long as the work when something else runs on the machine.
 *
 * <p>Sums of an image's group are added up in a fixed order, so that results do not depend on the
 * number of threads.
 */
public final class GroupedNorm {
  private static final int GROUP = 16;

  /** Values at a time; some such blocks fit into the fastest cache. */
  private static final int BLOCK = 1024;

  /** Times this, every positive number that matters is above 1. */
  private static final float STEEP = 1e38f;

  private final BatchNormLayer layer;
  private final int channels;
  private final int groups;
  private final int images;
  private final int plane;
  private final float slope;
  private final float[] mean;
  private final float[] scale;
  private final float[] shift;
  private final double[] precision;
  private final double[][] sums;
  private final double[] dBeta;
  private final double[] dGamma;
  private boolean trained;

  /** A norm for so many images of so many pixels. */
  public GroupedNorm(BatchNormLayer layer, int images, int pixels) {
    this.layer = layer;
    this.channels = Math.toIntExact(layer.layerConf().getNOut());
    this.groups = (channels + GROUP - 1) / GROUP;
    this.images = images;
    this.plane = pixels * GROUP;
    this.slope = (float) layer.layerConf().nonlinearity().slopeBelow();
    int padded = groups * GROUP;
    this.mean = new float[padded];
    this.scale = new float[padded];
    this.shift = new float[padded];
    this.precision = new double[padded];
    this.sums = new double[images * groups][2 * GROUP];
    this.dBeta = new double[padded];
    this.dGamma = new double[padded];
  }

  /**
   * Sets y to what the norm makes of x.
   *
   * @param training whether by the statistics of x, which then count for the running ones
   */
  public void forward(FloatBuffer x, FloatBuffer y, boolean training) {
    trained = training;
    double[] variance = new double[channels];
    double[] average = new double[channels];
    if (training) {
      measure(x, average, variance);
      layer.drift(average, variance);
    } else {
      float[] m = layer.runningMean();
      float[] v = layer.runningVariance();
      for (int c = 0; c < channels; c++) {
        average[c] = m[c];
        variance[c] = v[c];
      }
    }
    double[] gamma = layer.scales();
    double[] beta = layer.shifts();
    for (int c = 0; c < channels; c++) {
      precision[c] = 1 / Math.sqrt(variance[c] + BatchNorm.EPSILON);
      mean[c] = (float) average[c];
      scale[c] = (float) (gamma[c] * precision[c]);
      shift[c] = (float) (beta[c] - average[c] * gamma[c] * precision[c]);
    }
    planes(unit -> apply(x, y, unit));
  }

  /** Mean and biased variance of each channel, by differences from the first value of it. */
  private void measure(FloatBuffer x, double[] average, double[] variance) {
    float[] pivot = new float[groups * GROUP];
    for (int group = 0; group < groups; group++) {
      x.get(group * plane, pivot, group * GROUP, GROUP);
    }
    planes(unit -> measure(x, pivot, unit));
    double[] first = new double[groups * GROUP];
    double[] second = new double[groups * GROUP];
    addUp(first, second);
    double count = (double) images * plane / GROUP;
    for (int c = 0; c < channels; c++) {
      double difference = first[c] / count;
      average[c] = pivot[c] + difference;
      variance[c] = Math.max(0, second[c] / count - difference * difference);
    }
  }

  private void planes(IntConsumer work) {
    ParallelLoop.run(sums.length, (long) sums.length * plane, work);
  }

  /** Adds up the sums of all planes, in their order. */
  private void addUp(double[] first, double[] second) {
    for (int unit = 0; unit < sums.length; unit++) {
      int from = unit % groups * GROUP;
      for (int lane = 0; lane < GROUP; lane++) {
        first[from + lane] += sums[unit][lane];
        second[from + lane] += sums[unit][GROUP + lane];
      }
    }
  }

  private int block() {
    return Math.min(BLOCK, plane);
  }

  /** Figures of a group's channels, repeated for each pixel of a block. */
  private float[] repeated(float[] figures, int unit) {
    float[] block = new float[block()];
    int from = unit % groups * GROUP;
    for (int i = 0; i < block.length; i += GROUP) {
      System.arraycopy(figures, from, block, i, GROUP);
    }
    return block;
  }

  /** Folds sums of a block to the sums of its channels. */
  private static void fold(float[] block, double[] target, int first) {
    Arrays.fill(target, first, first + GROUP, 0);
    for (int i = 0; i < block.length; i++) {
      target[first + i % GROUP] += block[i];
    }
  }

  private void measure(FloatBuffer x, float[] pivots, int unit) {
    float[] pivot = repeated(pivots, unit);
    float[] sum = new float[pivot.length];
    float[] square = new float[pivot.length];
    float[] value = new float[pivot.length];
    for (int from = 0; from < plane; from += value.length) {
      int count = Math.min(value.length, plane - from);
      x.get(unit * plane + from, value, 0, count);
      for (int i = 0; i < count; i++) {
        float difference = value[i] - pivot[i];
        sum[i] += difference;
        square[i] += difference * difference;
      }
    }
    fold(sum, sums[unit], 0);
    fold(square, sums[unit], GROUP);
  }

  private void apply(FloatBuffer x, FloatBuffer y, int unit) {
    float[] a = repeated(scale, unit);
    float[] b = repeated(shift, unit);
    float[] value = new float[a.length];
    for (int from = 0; from < plane; from += value.length) {
      int count = Math.min(value.length, plane - from);
      x.get(unit * plane + from, value, 0, count);
      for (int i = 0; i < count; i++) {
        float v = value[i] * a[i] + b[i];
        value[i] = Math.max(v, slope * v);
      }
      y.put(unit * plane + from, value, 0, count);
    }
  }

  /**
   * Replaces the gradient for the output by the gradient for the input, as {@link BatchNormLayer}
   * does, and keeps the gradients for scales and shifts.
   *
   * @param x what the last forward pass got
   */
  public void backward(FloatBuffer x, FloatBuffer gradient) {
    Arrays.fill(dBeta, 0);
    Arrays.fill(dGamma, 0);
    if (trained) {
      planes(unit -> sum(x, gradient, unit));
      addUp(dBeta, dGamma);
    }
    double count = (double) images * plane / GROUP;
    float[] ofX = new float[groups * GROUP];
    float[] ofOne = new float[groups * GROUP];
    for (int c = 0; c < channels; c++) {
      dGamma[c] *= precision[c];
      double factor = -scale[c] * precision[c] * dGamma[c] / count;
      ofX[c] = (float) factor;
      ofOne[c] = (float) (-scale[c] * dBeta[c] / count - factor * mean[c]);
    }
    planes(unit -> spread(x, gradient, ofX, ofOne, unit));
  }

  /** Leaves the gradients for scales and shifts where the layer keeps them. */
  public void keepGradients() {
    layer.setGradients(Arrays.copyOf(dGamma, channels), Arrays.copyOf(dBeta, channels));
  }

  private void sum(FloatBuffer x, FloatBuffer gradient, int unit) {
    float[] a = repeated(scale, unit);
    float[] b = repeated(shift, unit);
    float[] m = repeated(mean, unit);
    float[] one = new float[a.length];
    float[] other = new float[a.length];
    float[] value = new float[a.length];
    float[] g = new float[a.length];
    for (int from = 0; from < plane; from += value.length) {
      int count = Math.min(value.length, plane - from);
      x.get(unit * plane + from, value, 0, count);
      gradient.get(unit * plane + from, g, 0, count);
      for (int i = 0; i < count; i++) {
        float d = g[i] * bend(value[i] * a[i] + b[i], slope);
        one[i] += d;
        other[i] += d * (value[i] - m[i]);
      }
    }
    fold(one, sums[unit], 0);
    fold(other, sums[unit], GROUP);
  }

  private void spread(FloatBuffer x, FloatBuffer gradient, float[] ofX, float[] ofOne, int unit) {
    float[] a = repeated(scale, unit);
    float[] b = repeated(shift, unit);
    float[] c = repeated(ofX, unit);
    float[] d = repeated(ofOne, unit);
    float[] value = new float[a.length];
    float[] g = new float[a.length];
    for (int from = 0; from < plane; from += value.length) {
      int count = Math.min(value.length, plane - from);
      x.get(unit * plane + from, value, 0, count);
      gradient.get(unit * plane + from, g, 0, count);
      for (int i = 0; i < count; i++) {
        float v = g[i] * bend(value[i] * a[i] + b[i], slope);
        g[i] = a[i] * v + c[i] * value[i] + d[i];
      }
      gradient.put(unit * plane + from, g, 0, count);
    }
  }

  /** The derivative of max(v, slope v): 1 above 0, else the slope, without a branch. */
  private static float bend(float v, float slope) {
    return Math.max(slope, Math.min(1, v * STEEP));
  }
}
