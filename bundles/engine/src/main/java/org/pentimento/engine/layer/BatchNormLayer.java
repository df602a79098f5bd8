package org.pentimento.engine.layer;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.pentimento.engine.tensor.NativeArrays;
import org.pentimento.engine.tensor.Tensor;

/**
 * A {@link BatchNorm} at work. Each pass walks over the values twice, statistics first; ND4J's own
 * operations would walk over them a dozen times, and its batchnorm_bp runs on one thread.
 */
public final class BatchNormLayer extends BaseLayer<BatchNorm>
    implements NamedTensors, Releasable, Selective {
  private static final long serialVersionUID = 1L;
  static final double EPSILON = 1e-5;
  private static final double DECAY = 0.9;

  /** Takes every positive 32-bit float above 1. */
  private static final double STEEP = 1e300;

  private final transient Buffers buffers = new Buffers();
  private final transient float[] runningMean;
  private final transient float[] runningVariance;
  private transient Wanted wanted = Wanted.ALL;
  private transient @Nullable Pass last;

  /** What the backward pass needs of the forward pass: per channel mean and 1 / deviation. */
  private record Pass(boolean training, double[] mean, double[] precision, INDArray output) {}

  BatchNormLayer(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
    int channels = Math.toIntExact(layerConf().getNOut());
    runningMean = new float[channels];
    runningVariance = new float[channels];
    Arrays.fill(runningVariance, 1);
  }

  @Override
  public void want(Wanted newWanted) {
    wanted = newWanted;
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    INDArray x = buffers.dense("x", input);
    input = x;
    int channels = runningMean.length;
    double[] mean = new double[channels];
    double[] variance = new double[channels];
    if (training) {
      measure(new Rows(x), mean, variance);
      drift(runningMean, mean);
      drift(runningVariance, variance);
    } else {
      for (int c = 0; c < channels; c++) {
        mean[c] = runningMean[c];
        variance[c] = runningVariance[c];
      }
    }
    double[] precision = variance;
    for (int c = 0; c < channels; c++) {
      precision[c] = 1 / Math.sqrt(variance[c] + EPSILON);
    }
    INDArray z = buffers.like("z", x);
    normalise(new Rows(x), mean, precision, new Rows(z));
    last = new Pass(training, mean, precision, z);
    return z;
  }

  /** Mean and biased variance of each channel. */
  private static void measure(Rows x, double[] mean, double[] variance) {
    double[] block = x.block();
    for (int row = 0; row < x.count(); row += x.perBlock()) {
      int rows = Math.min(x.perBlock(), x.count() - row);
      x.read(row, rows, block);
      for (int r = 0, i = 0; r < rows; r++, i += mean.length) {
        for (int c = 0; c < mean.length; c++) {
          double value = block[i + c];
          mean[c] += value;
          variance[c] += value * value;
        }
      }
    }
    for (int c = 0; c < mean.length; c++) {
      mean[c] /= x.count();
      variance[c] = Math.max(0, variance[c] / x.count() - mean[c] * mean[c]);
    }
  }

  private static void drift(float[] running, double[] batch) {
    for (int c = 0; c < running.length; c++) {
      running[c] = (float) (DECAY * running[c] + (1 - DECAY) * batch[c]);
    }
  }

  private void normalise(Rows x, double[] mean, double[] precision, Rows z) {
    int channels = mean.length;
    double[] scale = vector(gamma());
    double[] shift = vector(beta());
    for (int c = 0; c < channels; c++) {
      scale[c] *= precision[c];
      shift[c] -= mean[c] * scale[c];
    }
    double slope = layerConf().nonlinearity().slopeBelow();
    double[] block = x.block();
    for (int row = 0; row < x.count(); row += x.perBlock()) {
      int rows = Math.min(x.perBlock(), x.count() - row);
      x.read(row, rows, block);
      for (int r = 0, i = 0; r < rows; r++, i += channels) {
        for (int c = 0; c < channels; c++) {
          double value = block[i + c] * scale[c] + shift[c];
          block[i + c] = Math.max(value, slope * value);
        }
      }
      z.write(row, rows, block);
    }
  }

  /**
   * The gradients of Ioffe and Szegedy, section 3, with m values per channel: dx = scale (dz - mean
   * of dz - x̂ mean of (dz x̂)). A trained network's batch norm is a fixed scaling; only the
   * gradient for its input is wanted then.
   */
  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    assertInputSet(true);
    Pass pass = last;
    if (pass == null) {
      throw new IllegalStateException("backward pass without a forward pass");
    }
    INDArray dx = buffers.like("dx", input);
    double[] dGamma = new double[runningMean.length];
    double[] dBeta = new double[runningMean.length];
    Rows x = new Rows(input);
    Rows gradient = new Rows(dx);
    bend(new Rows(buffers.dense("epsilon", epsilon)), pass, gradient);
    if (pass.training()) {
      sum(x, gradient, pass, dGamma, dBeta);
    }
    spread(x, gradient, pass, dGamma, dBeta);
    Gradient gradients = new DefaultGradient();
    if (wanted != Wanted.INPUT) {
      set(gradients, BatchNormParameters.GAMMA, dGamma);
      set(gradients, BatchNormParameters.BETA, dBeta);
    }
    return new Pair<>(gradients, dx);
  }

  /** The gradient for what the nonlinearity was applied to. */
  private void bend(Rows epsilon, Pass pass, Rows dz) {
    double slope = layerConf().nonlinearity().slopeBelow();
    Rows output = new Rows(pass.output());
    double[] z = output.block();
    double[] block = output.block();
    for (int row = 0; row < dz.count(); row += dz.perBlock()) {
      int rows = Math.min(dz.perBlock(), dz.count() - row);
      output.read(row, rows, z);
      epsilon.read(row, rows, block);
      for (int i = 0; i < block.length; i++) {
        // 1 above 0, else the slope, without a branch that nobody can predict.
        block[i] *= Math.max(slope, Math.min(1, z[i] * STEEP));
      }
      dz.write(row, rows, block);
    }
  }

  private static void sum(Rows x, Rows dz, Pass pass, double[] dGamma, double[] dBeta) {
    double[] values = x.block();
    double[] block = x.block();
    for (int row = 0; row < x.count(); row += x.perBlock()) {
      int rows = Math.min(x.perBlock(), x.count() - row);
      x.read(row, rows, values);
      dz.read(row, rows, block);
      for (int r = 0, i = 0; r < rows; r++, i += dBeta.length) {
        for (int c = 0; c < dBeta.length; c++) {
          dBeta[c] += block[i + c];
          dGamma[c] += block[i + c] * (values[i + c] - pass.mean()[c]);
        }
      }
    }
    for (int c = 0; c < dGamma.length; c++) {
      dGamma[c] *= pass.precision()[c];
    }
  }

  /** Replaces dz by dx, which is a sum of dz, x and 1 with factors that only the channel sets. */
  private void spread(Rows x, Rows gradient, Pass pass, double[] dGamma, double[] dBeta) {
    int channels = dGamma.length;
    double[] ofDz = vector(gamma());
    double[] ofX = new double[channels];
    double[] ofOne = new double[channels];
    for (int c = 0; c < channels; c++) {
      ofDz[c] *= pass.precision()[c];
      ofX[c] = -ofDz[c] * pass.precision()[c] * dGamma[c] / x.count();
      ofOne[c] = -ofDz[c] * dBeta[c] / x.count() - ofX[c] * pass.mean()[c];
    }
    double[] values = x.block();
    double[] block = x.block();
    for (int row = 0; row < x.count(); row += x.perBlock()) {
      int rows = Math.min(x.perBlock(), x.count() - row);
      x.read(row, rows, values);
      gradient.read(row, rows, block);
      for (int r = 0, i = 0; r < rows; r++, i += channels) {
        for (int c = 0; c < channels; c++) {
          block[i + c] = ofDz[c] * block[i + c] + ofX[c] * values[i + c] + ofOne[c];
        }
      }
      gradient.write(row, rows, block);
    }
  }

  private void set(Gradient gradients, String name, double[] values) {
    INDArray view = Objects.requireNonNull(gradientViews.get(name));
    new Rows(view).write(0, 1, values);
    gradients.setGradientFor(name, view);
  }

  private static double[] vector(INDArray array) {
    double[] values = new double[Math.toIntExact(array.length())];
    new Rows(array).read(0, 1, values);
    return values;
  }

  private INDArray gamma() {
    return getParam(BatchNormParameters.GAMMA);
  }

  private INDArray beta() {
    return getParam(BatchNormParameters.BETA);
  }

  @Override
  public Tensor tensor(String name) {
    return switch (name) {
      case BatchNorm.WEIGHT -> NativeArrays.copyOf(gamma());
      case BatchNorm.BIAS -> NativeArrays.copyOf(beta());
      default -> Tensor.vector(running(name).clone());
    };
  }

  @Override
  public void assign(String name, Tensor tensor) {
    if (!tensor.shape().equals(List.of(runningMean.length))) {
      throw new IllegalArgumentException(name + " has not the shape " + tensor.shape());
    }
    switch (name) {
      case BatchNorm.WEIGHT -> NativeArrays.assign(gamma(), tensor);
      case BatchNorm.BIAS -> NativeArrays.assign(beta(), tensor);
      default -> System.arraycopy(tensor.values(), 0, running(name), 0, runningMean.length);
    }
  }

  private float[] running(String name) {
    return switch (name) {
      case BatchNorm.RUNNING_MEAN -> runningMean;
      case BatchNorm.RUNNING_VARIANCE -> runningVariance;
      default -> throw new IllegalArgumentException("a batch norm has no " + name);
    };
  }

  @Override
  public void release() {
    buffers.close();
    last = null;
  }

  @Override
  public Type type() {
    return Type.NORMALIZATION;
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }

  @Override
  public void clearNoiseWeightParams() {
    // No weight noise.
  }
}
