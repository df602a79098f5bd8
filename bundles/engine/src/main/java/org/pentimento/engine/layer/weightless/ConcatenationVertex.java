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
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.pentimento.engine.layer.Releasable;
import org.pentimento.engine.layer.array.Buffers;
import org.pentimento.engine.layer.array.NativeOps;

/** Runs a {@link Concatenation}. */
final class ConcatenationVertex extends BaseGraphVertex implements Releasable {
  private static final long serialVersionUID = 1L;

  private final transient Buffers buffers = new Buffers();
  private long firstChannels;

  ConcatenationVertex(ComputationGraph graph, String name, int index, DataType type) {
    super(graph, name, index, null, null, type);
  }

  @Override
  public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
    INDArray first = buffers.dense("first", inputs[0]);
    INDArray second = buffers.dense("second", inputs[1]);
    firstChannels = first.size(3);
    INDArray both =
        buffers.get(
            "both",
            first.dataType(),
            first.size(0),
            first.size(1),
            first.size(2),
            firstChannels + second.size(3));
    NativeOps.run("concat", arrays(first, second), arrays(both), 3);
    return both;
  }

  @Override
  public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspaces) {
    INDArray first = channels("dFirst", 0, firstChannels);
    INDArray second = channels("dSecond", firstChannels, epsilon.size(3));
    return new Pair<>(null, arrays(first, second));
  }

  private INDArray channels(String name, long from, long to) {
    INDArray part =
        buffers.get(
            name, epsilon.dataType(), epsilon.size(0), epsilon.size(1), epsilon.size(2), to - from);
    return part.assign(
        epsilon.get(
            NDArrayIndex.all(),
            NDArrayIndex.all(),
            NDArrayIndex.all(),
            NDArrayIndex.interval(from, to)));
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
    return "concatenation " + getVertexName();
  }
}
