package org.pentimento.engine.layer.norm;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.ObjIntConsumer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.pentimento.engine.layer.BackwardScope;
import org.pentimento.engine.layer.NamedTensors;
import org.pentimento.engine.layer.Releasable;
import org.pentimento.engine.layer.Selective;
import org.pentimento.engine.layer.array.Buffers;
import org.pentimento.engine.layer.array.Rows;
import org.pentimento.engine.parallel.ParallelLoop;
import org.pentimento.engine.tensor.NativeArrays;
import org.pentimento.engine.tensor.Tensor;

/**
 * Runs a {@link BatchNorm}. Each pass walks over the values twice, statistics first, on all
 * threads; ND4J's own operations would walk over them a dozen times, and its batchnorm_bp runs on
 * one thread.
 */
public final class BatchNormLayer extends BaseLayer<BatchNorm>
    implements NamedTensors, Releasable, Selective {
  private static final long serialVersionUID = 1L;
  private static final double DECAY = 0.9;

  /** Values that one thread takes at a time. */
  private static final int SHARE = 32 * 1024;

  private final transient Buffers buffers = new Buffers();
  private final transient float[] runningMean;
  private final transient float[] runningVariance;
  private transient BackwardScope scope = BackwardScope.ALL;
  private transient @Nullable Pass last;

  /** What the backward pass needs of the forward pass: per channel mean and 1 / deviation. */
  private record Pass(boolean training, double[] mean, double[] precision, NormLoops.Line line) {}

  /** Two sums by channel. */
  private record Sums(double[] first, double[] second) {
    Sums(int channels) {
      this(new double[channels], new double[channels]);
    }
  }

  BatchNormLayer(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
    int channels = Math.toIntExact(layerConf().getNOut());
    runningMean = new float[channels];
    runningVariance = new float[channels];
    Arrays.fill(runningVariance, 1);
  }

  @Override
  public void scopeBackward(BackwardScope newScope) {
    scope = newScope;
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    INDArray values = buffers.dense("x", input);
    input = values;
    Rows x = new Rows(values);
    int channels = x.channels();
    double[] mean = new double[channels];
    double[] precision = new double[channels];
    if (training) {
      measure(x, mean, precision);
      drift(runningMean, mean);
      drift(runningVariance, precision);
    } else {
      for (int c = 0; c < channels; c++) {
        mean[c] = runningMean[c];
        precision[c] = runningVariance[c];
      }
    }
    double[] scale = scales();
    double[] shift = shifts();
    for (int c = 0; c < channels; c++) {
      precision[c] = 1 / Math.sqrt(precision[c] + BatchNorm.EPSILON);
      scale[c] *= precision[c];
      shift[c] -= mean[c] * scale[c];
    }
    NormLoops.Line line = new NormLoops.Line(scale, shift, layerConf().nonlinearity().slopeBelow());
    INDArray z = buffers.like("z", values);
    Rows output = new Rows(z);
    NormLoops loops = NormLoops.of(dataType);
    share(x, (range, turn) -> loops.apply(x, range, line, output));
    last = new Pass(training, mean, precision, line);
    return z;
  }

  /** Mean and biased variance of each channel, by differences from the first value of it. */
  private void measure(Rows x, double[] mean, double[] variance) {
    NormLoops loops = NormLoops.of(dataType);
    double[] pivot = x.row(0);
    Sums sums =
        sums(x, (range, part) -> loops.measure(x, range, pivot, part.first(), part.second()));
    for (int c = 0; c < mean.length; c++) {
      double difference = sums.first()[c] / x.count();
      mean[c] = pivot[c] + difference;
      variance[c] = Math.max(0, sums.second()[c] / x.count() - difference * difference);
    }
  }

  private static void drift(float[] running, double[] batch) {
    for (int c = 0; c < running.length; c++) {
      running[c] = (float) (DECAY * running[c] + (1 - DECAY) * batch[c]);
    }
  }

  /**
   * The gradients of Ioffe and Szegedy, section 3, with m values per channel: dx = scale (dv - mean
   * of dv - x̂ mean of (dv x̂)), a sum of dv, x and 1 with factors that only the channel sets. A
   * trained network's batch norm is a fixed scaling, for which only the gradient for its input is
   * needed.
   */
  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    assertInputSet(true);
    Pass pass = last;
    if (pass == null) {
      throw new IllegalStateException("backward pass without a forward pass");
    }
    NormLoops loops = NormLoops.of(dataType);
    INDArray result = buffers.like("dx", input);
    Rows x = new Rows(input);
    Rows dz = new Rows(buffers.dense("epsilon", epsilon));
    Rows dx = new Rows(result);
    Sums sums =
        pass.training()
            ? sums(
                x,
                (range, part) ->
                    loops.sum(x, dz, range, pass.line(), pass.mean(), part.first(), part.second()))
            : new Sums(x.channels());
    double[] dBeta = sums.first();
    double[] dGamma = sums.second();
    double[] scale = pass.line().scale();
    double[] ofX = new double[x.channels()];
    double[] ofOne = new double[x.channels()];
    for (int c = 0; c < x.channels(); c++) {
      dGamma[c] *= pass.precision()[c];
      ofX[c] = -scale[c] * pass.precision()[c] * dGamma[c] / x.count();
      ofOne[c] = -scale[c] * dBeta[c] / x.count() - ofX[c] * pass.mean()[c];
    }
    share(x, (range, turn) -> loops.spread(x, dz, range, pass.line(), scale, ofX, ofOne, dx));
    Gradient gradients = new DefaultGradient();
    if (scope != BackwardScope.INPUT) {
      set(gradients, BatchNormParameters.GAMMA, dGamma);
      set(gradients, BatchNormParameters.BETA, dBeta);
    }
    return new Pair<>(gradients, result);
  }

  /** Adds up over shares of the rows. */
  private static Sums sums(Rows rows, BiConsumer<NormLoops.Range, Sums> work) {
    Sums[] parts = new Sums[shares(rows)];
    share(
        rows,
        (range, turn) -> {
          parts[turn] = new Sums(rows.channels());
          work.accept(range, parts[turn]);
        });
    Sums total = new Sums(rows.channels());
    for (Sums part : parts) {
      for (int c = 0; c < rows.channels(); c++) {
        total.first()[c] += part.first()[c];
        total.second()[c] += part.second()[c];
      }
    }
    return total;
  }

  private static int shares(Rows rows) {
    return (rows.count() + rowsPerShare(rows) - 1) / rowsPerShare(rows);
  }

  private static int rowsPerShare(Rows rows) {
    return Math.max(1, SHARE / rows.channels());
  }

  private static void share(Rows rows, ObjIntConsumer<NormLoops.Range> work) {
    int each = rowsPerShare(rows);
    ParallelLoop.run(
        shares(rows),
        turn ->
            work.accept(
                new NormLoops.Range(turn * each, Math.min(rows.count(), (turn + 1) * each)), turn));
  }

  private void set(Gradient gradients, String name, double[] values) {
    INDArray view = Objects.requireNonNull(gradientViews.get(name));
    new Rows(view).set(0, values);
    gradients.setGradientFor(name, view);
  }

  /** Sets the gradients for scales and shifts. */
  void setGradients(double[] scales, double[] shifts) {
    new Rows(Objects.requireNonNull(gradientViews.get(BatchNormParameters.GAMMA))).set(0, scales);
    new Rows(Objects.requireNonNull(gradientViews.get(BatchNormParameters.BETA))).set(0, shifts);
  }

  /** Copy of the means by which a trained network normalises. */
  float[] runningMean() {
    return runningMean.clone();
  }

  /** Copy of the variances by which a trained network normalises. */
  float[] runningVariance() {
    return runningVariance.clone();
  }

  /** Lets a batch's statistics count for the running ones. */
  void drift(double[] mean, double[] variance) {
    drift(runningMean, mean);
    drift(runningVariance, variance);
  }

  /** Copy of the scales. */
  double[] scales() {
    return new Rows(gamma()).row(0);
  }

  /** Copy of the shifts. */
  double[] shifts() {
    return new Rows(beta()).row(0);
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
