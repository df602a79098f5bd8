package org.pentimento.generator.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pentimento.engine.network.Adam;
import org.pentimento.engine.network.Network;
import org.pentimento.engine.tensor.Tensor;
import org.pentimento.engine.training.Batch;

/**
 * A network with its optimiser, and the state of both under names that begin with the learner's.
 *
 * @param name such as {@code discriminator}
 */
public record Learner(String name, Network network, Adam adam) implements AutoCloseable {

  /**
   * Changes the weights by the gradient of the last backward pass, once in a step.
   *
   * @return norm of that gradient
   */
  public double update(Batch batch) {
    return update(batch.step(), batch.rate());
  }

  /**
   * Changes the weights by the gradient of the last backward pass, several times in a step.
   *
   * @param number of the update over all steps, counted from 1
   * @param rate share of the learning rate
   */
  public double update(long number, double rate) {
    return adam.update(number, rate);
  }

  /** Shapes of weights, statistics and moments, by name. */
  public Map<String, List<Integer>> shapes() {
    Map<String, List<Integer>> shapes = new LinkedHashMap<>();
    network.shapes().forEach((key, shape) -> shapes.put(weights() + key, shape));
    List<Integer> vector = List.of(Math.toIntExact(network.parameters()));
    Adam.MOMENTS.forEach(key -> shapes.put(moments() + key, vector));
    return shapes;
  }

  /** Copies of weights, statistics and moments, by name. */
  public Map<String, Tensor> state() {
    Map<String, Tensor> state = new LinkedHashMap<>();
    network.tensors().forEach((key, tensor) -> state.put(weights() + key, tensor));
    adam.state().forEach((key, tensor) -> state.put(moments() + key, tensor));
    return state;
  }

  /** Takes this learner's part out of a state. */
  public void restore(Map<String, Tensor> state) {
    state.forEach(
        (key, tensor) -> {
          if (key.startsWith(weights())) {
            network.assign(key.substring(weights().length()), tensor);
          } else if (key.startsWith(moments())) {
            adam.restore(key.substring(moments().length()), tensor);
          }
        });
  }

  private String weights() {
    return name + ".";
  }

  private String moments() {
    return "adam." + name + ".";
  }

  @Override
  public void close() {
    adam.close();
    network.close();
  }
}
