package org.pentimento.engine.layer.weightless;

import static org.pentimento.engine.layer.array.NativeOps.arrays;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.BaseGraphVertex;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.pentimento.engine.layer.Releasable;
import org.pentimento.engine.layer.array.Buffers;

/** Runs a {@link ResidualAddition}. */
final class ResidualAdditionVertex extends BaseGraphVertex implements Releasable {
  private static final long serialVersionUID = 1L;

  private final transient Buffers buffers = new Buffers();

  ResidualAdditionVertex(ComputationGraph graph, String name, int index, DataType type) {
    super(graph, name, index, null, null, type);
  }

  @Override
  public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
    return inputs[0].add(inputs[1], buffers.like("sum", inputs[0]));
  }

  /**
   * The gradient for a sum is the gradient for each of its parts. Both parts get an array of their
   * own, because DL4J adds to one of them in place.
   */
  @Override
  public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspaces) {
    return new Pair<>(null, arrays(buffers.like("around", epsilon).assign(epsilon), epsilon));
  }

  @Override
  public void release() {
    buffers.close();
  }

  @Override
  public boolean hasLayer() {
    return false;
  }

  @Override
  public @Nullable Layer getLayer() {
    return null;
  }

  @Override
  public void setBackpropGradientsViewArray(INDArray gradient) {
    // No parameters.
  }

  @Override
  public @Nullable Pair<INDArray, MaskState> feedForwardMaskArrays(
      INDArray[] masks, MaskState state, int batch) {
    return null;
  }

  @Override
  public String toString() {
    return "residual addition " + getVertexName();
  }
}
