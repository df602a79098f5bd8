package org.pentimento.model.child;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.layers.IOutputLayer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.VertexIndices;
import org.deeplearning4j.nn.graph.vertex.impl.LayerVertex;
import org.deeplearning4j.nn.graph.vertex.impl.MergeVertex;
import org.deeplearning4j.nn.layers.FrozenLayer;
import org.deeplearning4j.nn.layers.LossLayer;
import org.deeplearning4j.nn.layers.convolution.CnnLossLayer;
import org.deeplearning4j.nn.layers.normalization.BatchNormalization;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.pentimento.engine.tensor.Tensor;

/**
 * Gradients of a Deeplearning4j graph for its input while it draws. Its own backward pass is one of
 * training, in which batch norms use the batch's statistics and dropout drops; here batch norms are
 * the multiplications that they are when they draw, and nothing is dropped.
 */
final class GraphGradient {
  private static final LayerWorkspaceMgr MEMORY = LayerWorkspaceMgr.noWorkspaces();

  private final ComputationGraph graph;

  /**
   * Readies a graph, which goes on drawing as before.
   *
   * @throws IOException if a part of it has no way back, naming it
   */
  GraphGradient(ComputationGraph graph) throws IOException {
    this.graph = graph;
    for (GraphVertex vertex : graph.getVertices()) {
      if (vertex instanceof LayerVertex layerVertex) {
        if (vertex.getLayer() instanceof FrozenLayer frozen) {
          layerVertex.setLayer(frozen.getInsideLayer());
        }
        Layer layer = vertex.getLayer();
        layer.conf().getLayer().setIDropout(null);
        if (layer instanceof IOutputLayer && lossFree(layer) == null) {
          throw new IOException(
              "no gradient is known for its part '"
                  + vertex.getVertexName()
                  + "' ("
                  + layer.getClass().getSimpleName()
                  + ")");
        }
      }
    }
    // A pass forward and back keeps what is between them.
    graph.getConfiguration().setInferenceWorkspaceMode(WorkspaceMode.NONE);
    graph.initGradientsView();
  }

  /** What a layer with a loss does to its input when it only draws; null for others. */
  private static @Nullable IActivation lossFree(Layer layer) {
    return (layer instanceof LossLayer || layer instanceof CnnLossLayer)
            && layer.conf().getLayer() instanceof BaseLayer conf
            && !(conf.getActivationFn() instanceof ActivationSoftmax)
        ? conf.getActivationFn()
        : null;
  }

  /**
   * Draws a photo and carries a gradient back.
   *
   * @param gradient for the output
   * @return the gradient for the photo
   */
  Tensor back(Tensor photo, String output, Tensor gradient) throws IOException {
    INDArray given = GraphNetwork.array(photo);
    Map<String, INDArray> activations = graph.feedForward(new INDArray[] {given}, false, false);
    try {
      return GraphNetwork.tensor(back(output, GraphNetwork.array(gradient)));
    } finally {
      graph.clear();
      activations.values().forEach(INDArray::close);
    }
  }

  private INDArray back(String output, INDArray outputGradient) throws IOException {
    GraphVertex[] vertices = graph.getVertices();
    Map<Integer, INDArray> gradients = new HashMap<>();
    int[] order = graph.topologicalSortOrder();
    for (int i = order.length - 1; i >= 0; i--) {
      GraphVertex vertex = vertices[order[i]];
      INDArray gradient = gradients.remove(order[i]);
      if (vertex.getVertexName().equals(output)) {
        gradient = gradient == null ? outputGradient : gradient.add(outputGradient);
      }
      if (gradient == null) {
        continue;
      }
      if (vertex.isInputVertex()) {
        return gradient;
      }
      INDArray[] told = through(vertex, gradient);
      VertexIndices[] inputs = vertex.getInputVertices();
      for (int j = 0; j < inputs.length; j++) {
        INDArray own = told.length == 1 ? told[j] : told[j].dup();
        gradients.merge(inputs[j].getVertexIndex(), own, INDArray::add);
      }
    }
    throw new IOException("its output does not depend on the photo");
  }

  private INDArray[] through(GraphVertex vertex, INDArray gradient) {
    if (vertex instanceof LayerVertex layerVertex) {
      Layer layer = vertex.getLayer();
      IActivation activation = layer instanceof IOutputLayer ? lossFree(layer) : null;
      if (activation != null) {
        INDArray input = Objects.requireNonNull(layer.input()).dup();
        return new INDArray[] {
          before(layerVertex, activation.backprop(input, gradient).getFirst())
        };
      } else if (layer instanceof BatchNormalization norm) {
        return new INDArray[] {before(layerVertex, gradient.mul(slope(norm, gradient)))};
      }
    }
    if (vertex instanceof MergeVertex) {
      return parts(gradient, vertex.getInputs());
    }
    vertex.setEpsilon(gradient);
    return vertex.doBackward(false, MEMORY).getSecond();
  }

  /**
   * What belongs to each of the arrays that were put one after the other; Deeplearning4j's own way
   * back does not know an axis that counts from the end.
   */
  private static INDArray[] parts(INDArray gradient, INDArray[] inputs) {
    INDArray[] parts = new INDArray[inputs.length];
    int axis = 0;
    while (axis < gradient.rank() - 1 && gradient.size(axis) == inputs[0].size(axis)) {
      axis++;
    }
    INDArrayIndex[] place = new INDArrayIndex[gradient.rank()];
    Arrays.fill(place, NDArrayIndex.all());
    long from = 0;
    for (int i = 0; i < inputs.length; i++) {
      long to = from + inputs[i].size(axis);
      place[axis] = NDArrayIndex.interval(from, to);
      parts[i] = gradient.get(place);
      from = to;
    }
    return parts;
  }

  /** What a batch norm multiplies each number with; the norm itself tells. */
  private static INDArray slope(BatchNormalization norm, INDArray gradient) {
    long[] shape = gradient.shape();
    long[] one = new long[shape.length];
    Arrays.fill(one, 1);
    boolean last = shape.length == 4 && norm.layerConf().getCnn2DFormat() == CNN2DFormat.NHWC;
    int channels = last ? shape.length - 1 : 1;
    one[channels] = shape[channels];
    INDArray atOne = norm.activate(Nd4j.ones(gradient.dataType(), one), false, MEMORY).dup();
    return atOne.subi(norm.activate(Nd4j.zeros(gradient.dataType(), one), false, MEMORY));
  }

  private static INDArray before(LayerVertex vertex, INDArray gradient) {
    InputPreProcessor preProcessor = vertex.getLayerPreProcessor();
    return preProcessor == null
        ? gradient
        : preProcessor.backprop(gradient, (int) gradient.size(0), MEMORY);
  }
}
