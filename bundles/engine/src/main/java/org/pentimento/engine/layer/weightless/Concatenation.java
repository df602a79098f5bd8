package org.pentimento.engine.layer.weightless;

import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.pentimento.engine.onnx.OnnxForm;
import org.pentimento.engine.onnx.OnnxGraph;
import org.pentimento.engine.onnx.OnnxGraph.Attribute;

/**
 * Configuration of a vertex that puts the channels of two activations [batch, height, width,
 * channels] behind each other, as the skip connections of a U-Net do.
 */
public final class Concatenation extends GraphVertex implements OnnxForm {
  private static final long serialVersionUID = 1L;

  @Override
  public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
      ComputationGraph graph,
      String name,
      int index,
      INDArray parameters,
      boolean initialise,
      DataType type) {
    return new ConcatenationVertex(graph, name, index, type);
  }

  @Override
  public InputType getOutputType(int index, InputType... inputs) {
    InputType.InputTypeConvolutional first = (InputType.InputTypeConvolutional) inputs[0];
    InputType.InputTypeConvolutional second = (InputType.InputTypeConvolutional) inputs[1];
    return InputType.convolutional(
        first.getHeight(),
        first.getWidth(),
        first.getChannels() + second.getChannels(),
        CNN2DFormat.NHWC);
  }

  @Override
  public String addTo(OnnxGraph graph, String name, List<String> inputs) {
    return graph.add("Concat", name, inputs, Attribute.of("axis", 1));
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
    return new Concatenation();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Concatenation;
  }

  @Override
  public int hashCode() {
    return 31;
  }
}
