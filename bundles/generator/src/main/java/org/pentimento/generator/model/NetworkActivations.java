package org.pentimento.generator.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pentimento.api.generator.Capability;
import org.pentimento.api.image.Image;
import org.pentimento.engine.tensor.Tensor;
import org.pentimento.generator.model.Blueprint.HiddenLayer;

/**
 * What a trained network's hidden layers give for a photo, padded to the size that the network
 * takes.
 *
 * @param drawing the network
 * @param hidden its hidden layers
 */
record NetworkActivations(Drawing drawing, List<HiddenLayer> hidden)
    implements Capability.Activations {
  @Override
  public List<String> layers() {
    return hidden.stream().map(HiddenLayer::name).toList();
  }

  @Override
  public Map<String, float[]> activations(Image photo, List<String> layers) {
    for (String layer : layers) {
      if (!layers().contains(layer)) {
        throw new IllegalArgumentException("no layer " + layer + ", but " + layers());
      }
    }
    drawing.forward(List.of(photo));
    Map<String, float[]> activations = new LinkedHashMap<>();
    for (HiddenLayer layer : hidden) {
      if (layers.contains(layer.name())) {
        activations.put(layer.name(), planeByPlane(drawing.network().activation(layer.vertex())));
      }
    }
    return activations;
  }

  private static float[] planeByPlane(Tensor activation) {
    int area = activation.size(1) * activation.size(2);
    int channels = activation.size(3);
    float[] from = activation.values();
    float[] to = new float[from.length];
    for (int i = 0; i < area; i++) {
      for (int c = 0; c < channels; c++) {
        to[c * area + i] = from[i * channels + c];
      }
    }
    return to;
  }
}
