package org.pentimento.engine.layer.weightless;

import static org.pentimento.engine.layer.array.NativeOps.arrays;

import java.util.SplittableRandom;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.AbstractLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.pentimento.engine.layer.Releasable;
import org.pentimento.engine.layer.array.Buffers;
import org.pentimento.engine.layer.array.NativeOps;

/** Runs a {@link MaskedDropout}. */
public final class MaskedDropoutLayer extends AbstractLayer<MaskedDropout> implements Releasable {
  private static final long serialVersionUID = 1L;

  private final transient Buffers buffers = new Buffers();
  private long seed;
  private boolean masked;

  MaskedDropoutLayer(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
  }

  /** Sets the seed of the masks from now on: one seed, one mask. */
  public void reseed(long newSeed) {
    seed = newSeed;
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    masked = training;
    if (!training) {
      return input;
    }
    INDArray x = buffers.dense("x", input);
    input = x;
    INDArray mask = buffers.like("mask", x);
    draw(mask);
    INDArray kept = buffers.like("kept", x);
    NativeOps.run("multiply", arrays(x, mask), arrays(kept));
    return kept;
  }

  private void draw(INDArray mask) {
    try (INDArray drawn =
        Nd4j.create(mask(Math.toIntExact(mask.length())), mask.shape(), 'c')) {
      mask.assign(drawn);
    }
  }

  /** What each value is multiplied by, in the order [batch, height, width, channels]. */
  public float[] mask(int count) {
    SplittableRandom random = new SplittableRandom(seed);
    double rate = layerConf().rate();
    float scale = (float) (1 / (1 - rate));
    float[] values = new float[count];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextDouble() < rate ? 0f : scale;
    }
    return values;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    if (!masked) {
      return new Pair<>(new DefaultGradient(), epsilon);
    }
    INDArray dx = buffers.like("dx", input);
    NativeOps.run(
        "multiply",
        arrays(buffers.dense("epsilon", epsilon), buffers.like("mask", input)),
        arrays(dx));
    return new Pair<>(new DefaultGradient(), dx);
  }

  @Override
  public void release() {
    buffers.close();
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }

  @Override
  public void clearNoiseWeightParams() {
    // No parameters.
  }
}
