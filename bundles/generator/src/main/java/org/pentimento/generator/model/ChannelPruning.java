package org.pentimento.generator.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pentimento.api.generator.Capability;
import org.pentimento.api.generator.Model;
import org.pentimento.engine.network.Network;
import org.pentimento.engine.tensor.Tensor;
import org.pentimento.generator.model.Blueprint.HiddenLayer;

/**
 * Switches channels of hidden layers off by setting the weights and the bias that make them to 0.
 *
 * @param card of the model
 * @param blueprint of the network
 * @param network the trained network; not changed
 */
record ChannelPruning(ModelCard card, Blueprint blueprint, Network network)
    implements Capability.Pruning {
  @Override
  public Map<String, Integer> channels() {
    Map<String, Integer> channels = new LinkedHashMap<>();
    blueprint.hidden().forEach(layer -> channels.put(layer.name(), layer.channels()));
    return channels;
  }

  @Override
  public Model without(String layer, List<Integer> channels) {
    HiddenLayer pruned =
        blueprint.hidden().stream()
            .filter(candidate -> candidate.name().equals(layer))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no layer " + layer));
    channels.forEach(channel -> Objects.checkIndex(channel, pruned.channels()));
    Map<String, Tensor> weights = network.tensors();
    for (String part : List.of(".weight", ".bias")) {
      weights.computeIfPresent(pruned.vertex() + part, (name, tensor) -> zeroed(tensor, channels));
    }
    return new NetworkModel(card, blueprint, blueprint.with(weights));
  }

  /** Sets parts of the first dimension to 0. */
  private static Tensor zeroed(Tensor tensor, List<Integer> channels) {
    float[] values = tensor.values().clone();
    int each = values.length / tensor.size(0);
    for (int channel : channels) {
      Arrays.fill(values, channel * each, (channel + 1) * each, 0f);
    }
    return Tensor.of(tensor.shape(), values);
  }
}
