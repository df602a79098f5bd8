package org.pentimento.generator.model;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.pentimento.engine.network.Initialisation;
import org.pentimento.engine.network.Network;
import org.pentimento.engine.tensor.Tensor;

/**
 * An architecture: how a network is built and how it takes images.
 *
 * @param packing how images become its input
 * @param hidden its hidden layers, from input to output
 * @param configuration describes the network to DL4J, anew each time, as DL4J changes it
 */
public record Blueprint(
    ImagePacking packing,
    List<HiddenLayer> hidden,
    Supplier<ComputationGraphConfiguration> configuration) {
  /**
   * A layer whose channels can be shown and switched off.
   *
   * @param name as people read it
   * @param channels number of them
   * @param vertex that gives its output: a convolution with bias, or the batch norm behind one; the
   *     output is 0 where weights and bias are
   */
  public record HiddenLayer(String name, int channels, String vertex) {}

  /** Copies the list. */
  public Blueprint {
    hidden = List.copyOf(hidden);
  }

  /** Shapes of all tensors by name; takes no memory for them. */
  Map<String, List<Integer>> shapes() {
    return Network.shapes(configuration.get());
  }

  /** Makes the network with random weights. */
  public Network random(Initialisation initialisation, long seed) {
    Network network = Network.of(configuration.get());
    network.initialise(initialisation, seed);
    return network;
  }

  /** Makes the network with weights by name. */
  public Network with(Map<String, Tensor> weights) {
    Network network = Network.of(configuration.get());
    weights.forEach(network::assign);
    return network;
  }
}
