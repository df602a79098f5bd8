package org.pentimento.engine.network;

import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.util.GraphIndices;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.pentimento.engine.layer.convolution.Convolution;
import org.pentimento.engine.onednn.Block;

/**
 * A vector of a value for each parameter of a network, so placed in memory that the weights of its
 * largest convolution, and with them those of most others, begin where kernels can work on them.
 */
final class FlatVector implements AutoCloseable {
  private final INDArray memory;
  private final INDArray values;

  private FlatVector(INDArray memory, INDArray values) {
    this.memory = memory;
    this.values = values;
  }

  /** A vector of zeros for a network, which need not be initialised. */
  static FlatVector of(ComputationGraph graph) {
    DataType type = graph.getConfiguration().getDataType();
    GraphIndices indices = graph.calculateIndices();
    long count = 0;
    long largest = 0;
    long place = 0;
    for (int index : indices.getTopologicalSortOrder()) {
      var vertex = graph.getConfiguration().getVertices().get(indices.getIdxToName().get(index));
      if (vertex == null) {
        continue; // the input
      }
      long parameters = vertex.numParams(true);
      if (parameters > largest
          && vertex instanceof LayerVertex layer
          && layer.getLayerConf().getLayer() instanceof Convolution convolution) {
        largest = parameters;
        place = count + (convolution.hasBias() ? convolution.getNOut() : 0);
      }
      count += parameters;
    }
    int line = Block.ALIGNMENT / type.width();
    INDArray memory = Nd4j.zeros(type, count + line);
    long address = memory.data().pointer().address() / type.width() + place;
    long shift = (line - address % line) % line;
    INDArray values =
        memory.get(NDArrayIndex.interval(shift, shift + count)).reshape('c', 1, count);
    return new FlatVector(memory, values);
  }

  /** The values, of shape [1, parameters]; a view. */
  INDArray values() {
    return values;
  }

  @Override
  public void close() {
    memory.close();
  }
}
