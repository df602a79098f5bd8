package org.pentimento.engine.network;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.pentimento.engine.blocked.convolution.WeightOrder;
import org.pentimento.engine.parallel.ParallelLoop;
import org.pentimento.engine.tensor.NativeArrays;
import org.pentimento.engine.tensor.Tensor;

/**
 * The optimiser of one network.
 *
 * <p>D. P. Kingma, J. Ba: Adam: A Method for Stochastic Optimization. ICLR 2015, algorithm 1 in the
 * order of computation of section 2; with beta2 0.999 and epsilon 1e-8.
 */
public final class Adam implements AutoCloseable {
  private static final double BETA_2 = 0.999;
  private static final float EPSILON = 1e-8f;

  /**
   * Parameters that are updated at a time; what is needed of them stays in the fastest cache, and
   * copies of more bytes take twice as long.
   */
  private static final int BLOCK = 256;

  /** Parameters that one thread takes at a time; of these the gradient's squares are summed up. */
  private static final int SHARE = 128 * BLOCK;

  /** Names of the state. */
  public static final List<String> MOMENTS = List.of("m", "v");

  private final Network network;
  private final double learningRate;
  private final double beta1;
  private final Map<String, INDArray> moments = new LinkedHashMap<>();
  private WeightOrder order = WeightOrder.PLAIN;

  /**
   * An optimiser without history.
   *
   * @param learningRate step size, above 0
   * @param beta1 decay of the first moment, in [0, 1)
   */
  public Adam(Network network, double learningRate, double beta1) {
    this.network = network;
    this.learningRate = learningRate;
    this.beta1 = beta1;
    for (String name : MOMENTS) {
      moments.put(name, Nd4j.zeros(DataType.FLOAT, network.parameters()));
    }
  }

  /**
   * Changes the network's parameters by the gradient of its last backward pass. In one walk over
   * the memory on all threads, which takes a fraction of the time of ND4J's updater and the
   * subtraction after it.
   *
   * @param step counted from 1
   * @param share of the learning rate that counts at this step, in (0, 1]
   * @return Euclidean norm of the gradient; not finite if the gradient is not
   */
  public double update(long step, double share) {
    putInto(network.gradientOrder());
    INDArray trained = network.flatParameters();
    FloatBuffer parameters = NativeArrays.floats(trained);
    FloatBuffer gradient = NativeArrays.floats(network.flatGradient());
    FloatBuffer m = NativeArrays.floats(moment("m"));
    FloatBuffer v = NativeArrays.floats(moment("v"));
    int count = Math.toIntExact(network.parameters());
    Rule rule = new Rule(share * learningRate, beta1, step);
    double[] squares = new double[(count + SHARE - 1) / SHARE];
    ParallelLoop.run(
        squares.length,
        turn -> {
          float[] p = new float[BLOCK];
          float[] g = new float[BLOCK];
          float[] first = new float[BLOCK];
          float[] second = new float[BLOCK];
          float[] sums = new float[BLOCK];
          int to = Math.min(count, (turn + 1) * SHARE);
          for (int from = turn * SHARE; from < to; from += BLOCK) {
            int block = Math.min(BLOCK, to - from);
            parameters.get(from, p, 0, block);
            gradient.get(from, g, 0, block);
            m.get(from, first, 0, block);
            v.get(from, second, 0, block);
            rule.apply(p, g, first, second, block);
            addSquares(g, sums, block);
            parameters.put(from, p, 0, block);
            m.put(from, first, 0, block);
            v.put(from, second, 0, block);
          }
          for (float sum : sums) {
            squares[turn] += sum;
          }
        });
    network.changed();
    NativeArrays.written(trained);
    moments.values().forEach(NativeArrays::written);
    return Math.sqrt(Arrays.stream(squares).sum());
  }

  private static void addSquares(float[] values, float[] sums, int count) {
    for (int i = 0; i < count; i++) {
      sums[i] += values[i] * values[i];
    }
  }

  private void putInto(WeightOrder wanted) {
    moments.values().forEach(moment -> order.change(moment, wanted));
    order = wanted;
  }

  /** What one step does to each parameter. */
  private static final class Rule {
    private final float beta1;
    private final float rest1;
    private final float beta2 = (float) BETA_2;
    private final float rest2 = (float) (1 - BETA_2);
    private final float rate;

    Rule(double learningRate, double beta1, long step) {
      this.beta1 = (float) beta1;
      this.rest1 = (float) (1 - beta1);
      // StrictMath, so that the same training gives the same bits on any machine.
      this.rate =
          (float)
              (learningRate
                  * StrictMath.sqrt(1 - StrictMath.pow(BETA_2, step))
                  / (1 - StrictMath.pow(beta1, step)));
    }

    private void apply(float[] p, float[] g, float[] m, float[] v, int count) {
      for (int i = 0; i < count; i++) {
        m[i] = beta1 * m[i] + rest1 * g[i];
        v[i] = beta2 * v[i] + rest2 * g[i] * g[i];
        p[i] -= rate * m[i] / ((float) Math.sqrt(v[i]) + EPSILON);
      }
    }
  }

  /** Copies of the moments by name. */
  public Map<String, Tensor> state() {
    putInto(WeightOrder.PLAIN);
    Map<String, Tensor> state = new LinkedHashMap<>();
    moments.forEach((name, array) -> state.put(name, NativeArrays.copyOf(array)));
    return state;
  }

  /** Sets one of the moments. */
  public void restore(String name, Tensor tensor) {
    putInto(WeightOrder.PLAIN);
    NativeArrays.assign(moment(name), tensor);
  }

  private INDArray moment(String name) {
    INDArray moment = moments.get(name);
    if (moment == null) {
      throw new IllegalArgumentException("no moment " + name);
    }
    return moment;
  }

  @Override
  public void close() {
    moments.values().forEach(INDArray::close);
  }
}
