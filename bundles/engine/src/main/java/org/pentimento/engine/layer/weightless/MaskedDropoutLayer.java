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
import org.pentimento.engine.parallel.ParallelLoop;

/** Runs a {@link MaskedDropout}. */
public final class MaskedDropoutLayer extends AbstractLayer<MaskedDropout> implements Releasable {
  private static final long serialVersionUID = 1L;

  /** Bits of a number that count. */
  private static final int BITS = 53;

  /** By how much the state of the generator grows from number to number. */
  private static final long STEP = 0x9E3779B97F4A7C15L;

  /** Values that one thread takes at a time. */
  private static final int SHARE = 64 * 1024;

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
    try (INDArray drawn = Nd4j.create(mask(Math.toIntExact(mask.length())), mask.shape(), 'c')) {
      mask.assign(drawn);
    }
  }

  /**
   * What each value is multiplied by, in the order [batch, height, width, channels]: the numbers of
   * {@link SplittableRandom#nextDouble} with the seed, below the rate or not, computed on all
   * threads, since each of them is a function of its place alone.
   */
  public float[] mask(int count) {
    double rate = layerConf().rate();
    long bound = (long) Math.ceil(rate * (1L << BITS));
    float scale = (float) (1 / (1 - rate));
    float[] values = new float[count];
    ParallelLoop.run(
        (count + SHARE - 1) / SHARE,
        count,
        turn -> {
          int end = Math.min(count, (turn + 1) * SHARE);
          for (int i = turn * SHARE; i < end; i++) {
            long z = seed + (i + 1) * STEP;
            z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
            z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
            values[i] = ((z ^ (z >>> 31)) >>> (Long.SIZE - BITS)) < bound ? 0f : scale;
          }
        });
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
