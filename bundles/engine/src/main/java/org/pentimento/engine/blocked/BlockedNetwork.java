package org.pentimento.engine.blocked;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.jspecify.annotations.Nullable;
import org.pentimento.engine.blocked.convolution.ConvolutionPart;
import org.pentimento.engine.blocked.convolution.FewOutputsPart;
import org.pentimento.engine.blocked.convolution.WeightOrder;
import org.pentimento.engine.blocked.tape.Memory;
import org.pentimento.engine.blocked.tape.Tape;
import org.pentimento.engine.blocked.tape.Value;
import org.pentimento.engine.blocked.tape.VertexPasses;
import org.pentimento.engine.layer.BackwardScope;
import org.pentimento.engine.layer.convolution.ConvolutionLayer;
import org.pentimento.engine.layer.norm.BatchNormLayer;
import org.pentimento.engine.layer.weightless.Concatenation;
import org.pentimento.engine.layer.weightless.MaskedDropoutLayer;
import org.pentimento.engine.layer.weightless.ResidualAddition;
import org.pentimento.engine.layer.weightless.Upsampling;
import org.pentimento.engine.onednn.Block;
import org.pentimento.engine.onednn.BlockLayout;
import org.pentimento.engine.onednn.NativeKernel;
import org.pentimento.engine.onednn.NoKernelException;
import org.pentimento.engine.onednn.WeightlessKernels;
import org.pentimento.engine.tensor.Tensor;

/**
 * The passes of a network, laid out for batches of one size. Weights, statistics and gradients for
 * weights stay where the layers keep them, those of convolutions in an order of their own while
 * training. For use from one thread at a time.
 */
public final class BlockedNetwork implements AutoCloseable {
  private final ComputationGraph graph;
  private final boolean training;
  private final boolean keeping;
  private final List<Integer> sizes;
  private final Memory memory = new Memory();
  private final Tape forward = new Tape();
  private final Map<String, Value> values = new HashMap<>();
  private final List<VertexPasses> parts = new ArrayList<>();
  private final Block input;
  private final Value output;
  private final Block drawn;
  private final WeightOrder order;
  private @Nullable Backward backward;
  private long forwardVersion = -1;

  /** The backward pass, laid out when the first one is wanted. */
  private static final class Backward {
    private final Tape tape = new Tape();
    private final Block epsilon;
    private @Nullable Block inputGradient;
    private long version = -1;

    Backward(Block epsilon) {
      this.epsilon = epsilon;
    }
  }

  /**
   * Lays out the forward pass.
   *
   * @param sizes of batches: batch, height, width, channels
   * @param training whether batch norms use the batch's own statistics and dropout drops
   * @param keeping whether weights of convolutions are to lie as their kernels want them; the graph
   *     has memory for their gradient then
   * @throws NoKernelException if oneDNN has no fast kernel for a part of it
   */
  public BlockedNetwork(
      ComputationGraph graph,
      String inputName,
      List<Integer> sizes,
      boolean training,
      boolean keeping) {
    this.graph = graph;
    this.sizes = List.copyOf(sizes);
    this.training = training;
    this.keeping = keeping;
    boolean made = false;
    try {
      input =
          memory.keep(BlockLayout.pixels(sizes.get(0), sizes.get(3), sizes.get(1), sizes.get(2)));
      values.put(inputName, new Value(input, true));
      ComputationGraphConfiguration configuration = graph.getConfiguration();
      for (int index : graph.topologicalSortOrder()) {
        String name = graph.getVertices()[index].getVertexName();
        if (!name.equals(inputName)) {
          values.put(name, add(configuration, name));
        }
      }
      output = value(configuration.getNetworkOutputs().get(0));
      drawn = output.as(BlockLayout.pixels(output.block().layout().sizes()), forward, memory);
      order = new WeightOrder(places());
      made = true;
    } finally {
      if (!made) {
        close();
      }
    }
  }

  private List<WeightOrder.Place> places() {
    List<WeightOrder.Place> places = new ArrayList<>();
    for (VertexPasses part : parts) {
      if (part instanceof ConvolutionPart convolution) {
        convolution.place(graph.params()).ifPresent(places::add);
      }
    }
    return places;
  }

  /** The order that the parameters must have in its passes, and that their gradient then has. */
  public WeightOrder order() {
    return order;
  }

  private Value value(String name) {
    return Objects.requireNonNull(values.get(name));
  }

  private Value add(ComputationGraphConfiguration configuration, String name) {
    List<Value> inputs =
        Objects.requireNonNull(configuration.getVertexInputs().get(name)).stream()
            .map(this::value)
            .toList();
    if (graph.getLayer(name) instanceof MaskedDropoutLayer && !training) {
      return inputs.get(0);
    }
    Object vertex = Objects.requireNonNull(configuration.getVertices().get(name));
    VertexPasses passes = passes(name, vertex, inputs);
    parts.add(passes);
    return passes.output();
  }

  private VertexPasses passes(String name, Object vertex, List<Value> inputs) {
    Value first = inputs.get(0);
    if (vertex instanceof Concatenation) {
      return new ConcatenationPart(first, inputs.get(1), forward, memory);
    }
    if (vertex instanceof ResidualAddition) {
      return new AdditionPart(first, inputs.get(1), forward, memory);
    }
    Layer layer = graph.getLayer(name);
    if (layer instanceof ConvolutionLayer convolution) {
      return FewOutputsPart.suits(convolution.layerConf())
          ? new FewOutputsPart(convolution, first, forward, memory)
          : new ConvolutionPart(convolution, keeping, first, forward, memory);
    }
    if (layer instanceof BatchNormLayer norm) {
      return new NormPart(norm, training, first, forward, memory);
    }
    if (layer instanceof MaskedDropoutLayer dropout) {
      return new DropoutPart(dropout, first, forward, memory);
    }
    if (layer != null && layer.conf().getLayer() instanceof Upsampling) {
      return new UpsamplingPart(first, forward, memory);
    }
    throw new NoKernelException("no way to compute " + name + " by oneDNN");
  }

  /** Whether it is laid out for such passes. */
  public boolean fits(List<Integer> wanted, boolean wantedTraining) {
    return training == wantedTraining && sizes.equals(wanted);
  }

  /**
   * Runs the network.
   *
   * @param version of the weights; another than the last time if they have changed
   */
  public Tensor forward(Tensor batch, long version) {
    input.floats().put(0, batch.values());
    forward.run(BackwardScope.ALL, version != forwardVersion);
    forwardVersion = version;
    return tensor(drawn);
  }

  /** What a vertex gave in the last forward pass, or null if there is none of this name. */
  public @Nullable Tensor activation(String vertex) {
    Value value = values.get(vertex);
    return value == null ? null : tensor(value.block());
  }

  private static Tensor tensor(Block block) {
    BlockLayout layout = BlockLayout.pixels(block.layout().sizes());
    if (block.layout().equals(layout)) {
      long[] s = layout.sizes();
      float[] copy = new float[block.count()];
      block.floats().get(0, copy);
      return Tensor.of(new int[] {(int) s[0], (int) s[2], (int) s[3], (int) s[1]}, copy);
    }
    try (Block copy = Block.of(layout);
        NativeKernel kernel = WeightlessKernels.copy(block, copy)) {
      kernel.run();
      return tensor(copy);
    }
  }

  /**
   * Computes gradients of the last forward pass, those for parameters where the layers keep them.
   */
  public void backward(Tensor outputGradient, BackwardScope scope, long version) {
    Backward pass = backward;
    if (pass == null) {
      pass = layOutBackward();
      backward = pass;
    }
    pass.epsilon.floats().put(0, outputGradient.values());
    pass.tape.run(scope, version != pass.version);
    pass.version = version;
  }

  private Backward layOutBackward() {
    Backward pass = new Backward(memory.keep(drawn.layout()));
    output.addGradient(pass.epsilon);
    for (int i = parts.size() - 1; i >= 0; i--) {
      parts.get(i).addBackward(pass.tape, memory);
    }
    Value first = values.values().stream().filter(Value::isInput).findFirst().orElseThrow();
    pass.inputGradient = first.gradient(input.layout(), pass.tape, memory);
    return pass;
  }

  /** The gradient for the input that the last backward pass gave, if its scope had it. */
  public Tensor inputGradient() {
    return tensor(Objects.requireNonNull(Objects.requireNonNull(backward).inputGradient));
  }

  @Override
  public void close() {
    forward.close();
    if (backward != null) {
      backward.tape.close();
    }
    memory.close();
  }
}
