package org.pentimento.model.child;

import java.io.IOException;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.pentimento.engine.tensor.Tensor;

/** A network that Deeplearning4j runs. */
final class GraphNetwork implements OpenedNetwork {
  private final ComputationGraph graph;
  private final Ports ports;

  /**
   * Takes a graph that has its weights.
   *
   * @param maker what made its file
   * @param input sizes of the dimensions of its only input, -1 for any
   */
  GraphNetwork(ComputationGraph graph, String maker, List<Integer> input) {
    this.graph = graph;
    List<String> names = graph.getConfiguration().getNetworkInputs();
    this.ports =
        new Ports(
            names.stream().map(n -> new Ports.Port(n, input)).toList(),
            graph.getConfiguration().getNetworkOutputs().stream()
                .map(n -> new Ports.Port(n, List.of(-1, -1, -1, -1)))
                .toList(),
            graph.numParams(),
            maker);
  }

  @Override
  public Ports ports() {
    return ports;
  }

  @Override
  public Tensor run(Tensor photo, String output) throws IOException {
    int wanted = graph.getConfiguration().getNetworkOutputs().indexOf(output);
    if (wanted < 0) {
      throw new IOException("it has no output '" + output + "'");
    }
    long[] shape = photo.shape().stream().mapToLong(Integer::longValue).toArray();
    INDArray given = Nd4j.create(photo.values(), shape, 'c');
    INDArray[] all = graph.output(false, given);
    try {
      INDArray drawn = all[wanted].castTo(DataType.FLOAT).dup('c');
      List<Integer> sides =
          java.util.Arrays.stream(drawn.shape()).mapToObj(Math::toIntExact).toList();
      return Tensor.of(sides, drawn.data().asFloat());
    } finally {
      given.close();
    }
  }

  @Override
  public void close() {
    graph.close();
  }
}
