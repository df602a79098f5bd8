package org.pentimento.engine.layer.weightless;

import java.util.List;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.pentimento.engine.onnx.OnnxForm;
import org.pentimento.engine.onnx.OnnxGraph;

/**
 * Configuration of a vertex that adds two activations of one shape: the input of some layers, and
 * the residual that they compute of it.
 *
 * <p>K. He et al.: Deep Residual Learning for Image Recognition. CVPR 2016, equation 1.
 */
public final class ResidualAddition extends GraphVertex implements OnnxForm {
  private static final long serialVersionUID = 1L;

  @Override
  public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
      ComputationGraph graph,
      String name,
      int index,
      INDArray parameters,
      boolean initialise,
      DataType type) {
    return new ResidualAdditionVertex(graph, name, index, type);
  }

  @Override
  public InputType getOutputType(int index, InputType... inputs) {
    return inputs[0];
  }

  @Override
  public String addTo(OnnxGraph graph, String name, List<String> inputs) {
    return graph.add("Add", name, inputs);
  }

  @Override
  public long numParams(boolean backprop) {
    return 0;
  }

  @Override
  public int minVertexInputs() {
    return 2;
  }

  @Override
  public int maxVertexInputs() {
    return 2;
  }

  @Override
  public MemoryReport getMemoryReport(InputType... inputs) {
    throw new UnsupportedOperationException("memory reports");
  }

  @Override
  @SuppressWarnings("MissingSuperCall")
  public GraphVertex clone() {
    return new ResidualAddition();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ResidualAddition;
  }

  @Override
  public int hashCode() {
    return 37;
  }
}
