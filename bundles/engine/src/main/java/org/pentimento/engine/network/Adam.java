package org.pentimento.engine.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.updaters.AdamUpdater;
import org.nd4j.linalg.factory.Nd4j;
import org.pentimento.engine.tensor.NativeArrays;
import org.pentimento.engine.tensor.Tensor;

/**
 * The optimiser of one network.
 *
 * <p>D. P. Kingma, J. Ba: Adam: A Method for Stochastic Optimization. ICLR 2015, algorithm 1; with
 * beta2 0.999 and epsilon 1e-8.
 */
public final class Adam implements AutoCloseable {
  private static final double BETA_2 = 0.999;
  private static final double EPSILON = 1e-8;

  /** Names of the state. */
  public static final List<String> MOMENTS = List.of("m", "v");

  private final Network network;
  private final double learningRate;
  private final double beta1;
  private final Map<String, INDArray> moments = new LinkedHashMap<>();

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
   * Changes the network's parameters by the gradient of its last backward pass; the gradient is
   * lost.
   *
   * @param step counted from 1
   */
  public void update(long step) {
    INDArray gradient = network.flatGradient();
    Nd4j.exec(
        new AdamUpdater(
            gradient,
            moment("v"),
            moment("m"),
            learningRate,
            beta1,
            BETA_2,
            EPSILON,
            Math.toIntExact(step - 1)));
    network.flatParameters().subi(gradient);
  }

  /** Copies of the moments by name. */
  public Map<String, Tensor> state() {
    Map<String, Tensor> state = new LinkedHashMap<>();
    moments.forEach((name, array) -> state.put(name, NativeArrays.copyOf(array)));
    return state;
  }

  /** Sets one of the moments. */
  public void restore(String name, Tensor tensor) {
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
