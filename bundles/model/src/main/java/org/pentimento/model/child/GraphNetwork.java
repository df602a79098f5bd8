package org.pentimento.model.child;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.pentimento.engine.tensor.Tensor;

/** A network that Deeplearning4j runs. */
final class GraphNetwork implements OpenedNetwork {
  private final ComputationGraph graph;
  private final Ports ports;
  private @Nullable GraphGradient gradient;

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
    INDArray given = array(photo);
    INDArray[] all = graph.output(false, given);
    try {
      return tensor(all[wanted]);
    } finally {
      given.close();
    }
  }

  @Override
  public Trace trace(Tensor photo, String output) throws IOException {
    GraphGradient backwards = gradient;
    if (backwards == null) {
      backwards = new GraphGradient(graph);
      gradient = backwards;
    }
    return new GraphTrace(backwards, photo, output, run(photo, output));
  }

  /** A photo that was drawn; it is drawn once more when a gradient goes back. */
  private record GraphTrace(GraphGradient gradient, Tensor photo, String output, Tensor drawn)
      implements Trace {
    @Override
    public Tensor back(Tensor outputGradient) throws IOException {
      return gradient.back(photo, output, outputGradient);
    }

    @Override
    public void close() {}
  }

  static INDArray array(Tensor tensor) {
    long[] shape = tensor.shape().stream().mapToLong(Integer::longValue).toArray();
    return Nd4j.create(tensor.values(), shape, 'c');
  }

  static Tensor tensor(INDArray array) {
    INDArray copy = array.castTo(DataType.FLOAT).dup('c');
    List<Integer> sides = Arrays.stream(copy.shape()).mapToObj(Math::toIntExact).toList();
    return Tensor.of(sides, copy.data().asFloat());
  }

  @Override
  public void close() {
    graph.close();
  }
}
