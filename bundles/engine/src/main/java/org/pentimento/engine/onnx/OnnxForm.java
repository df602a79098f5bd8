package org.pentimento.engine.onnx;

import java.util.List;

/** A part of a network that can say in ONNX what it does once it is trained. */
public interface OnnxForm {
  /**
   * Adds what it does to a graph whose activations are [batch, channels, height, width].
   *
   * @param name of the part, which its tensors' names begin with
   * @param inputs values of the graph that it works on
   * @return the value that it makes
   */
  String addTo(OnnxGraph graph, String name, List<String> inputs);
}
