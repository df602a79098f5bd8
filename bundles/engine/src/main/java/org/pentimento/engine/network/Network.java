package org.pentimento.engine.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.pentimento.api.BadInputException;
import org.pentimento.engine.Engine;
import org.pentimento.engine.blocked.BlockedNetwork;
import org.pentimento.engine.blocked.convolution.WeightOrder;
import org.pentimento.engine.layer.BackwardScope;
import org.pentimento.engine.layer.NamedShapes;
import org.pentimento.engine.layer.NamedTensors;
import org.pentimento.engine.layer.Releasable;
import org.pentimento.engine.layer.Selective;
import org.pentimento.engine.layer.convolution.ConvolutionLayer;
import org.pentimento.engine.layer.weightless.MaskedDropoutLayer;
import org.pentimento.engine.onednn.NoKernelException;
import org.pentimento.engine.onnx.OnnxForm;
import org.pentimento.engine.onnx.OnnxGraph;
import org.pentimento.engine.tensor.NativeArrays;
import org.pentimento.engine.tensor.Tensor;

/**
 * A DL4J graph of our own layers with one input and one output, driven by tensors [batch, height,
 * width, channels]. All native memory is kept from step to step and freed by {@link #close}. For
 * use from one thread at a time.
 */
public final class Network implements AutoCloseable {
  /** Name of every network's input. */
  public static final String INPUT = "input";

  private final Graph graph;
  private final FlatVector parameters;
  private @Nullable FlatVector gradient;
  private final String outputName;
  private @Nullable INDArray input;
  private @Nullable INDArray epsilon;
  private @Nullable INDArray earlier;
  private Map<String, INDArray> activations = Map.of();
  private @Nullable BlockedNetwork blocked;
  private boolean byBlocks;
  private boolean byNd4jAlone;
  private String fallback = "";
  private long version;
  private WeightOrder order = WeightOrder.PLAIN;
  private WeightOrder gradientOrder = WeightOrder.PLAIN;
  private WeightOrder keptOrder = WeightOrder.PLAIN;

  /** A graph that takes the memory for its gradient from us. */
  private static final class Graph extends ComputationGraph {
    private static final long serialVersionUID = 1L;

    Graph(ComputationGraphConfiguration configuration) {
      super(configuration);
    }

    void put(FlatVector gradient) {
      flattenedGradients = gradient.values();
      setBackpropGradientsViewArray(gradient.values());
    }
  }

  private Network(Graph graph, FlatVector parameters) {
    this.graph = graph;
    this.parameters = parameters;
    this.outputName = graph.getConfiguration().getNetworkOutputs().get(0);
  }

  /**
   * Begins the description of a network whose input is called {@value #INPUT}. Starts the engine.
   *
   * @param type of all numbers: {@code FLOAT}, or {@code DOUBLE} to check gradients
   */
  public static ComputationGraphConfiguration.GraphBuilder describe(DataType type) {
    Engine.start();
    return new NeuralNetConfiguration.Builder()
        .dataType(type)
        .trainingWorkspaceMode(WorkspaceMode.NONE)
        .inferenceWorkspaceMode(WorkspaceMode.NONE)
        .miniBatch(false)
        .graphBuilder()
        .addInputs(INPUT);
  }

  /** Makes the network; all weights are 0. */
  public static Network of(ComputationGraphConfiguration configuration) {
    Engine.start();
    Graph graph = new Graph(configuration);
    FlatVector parameters = FlatVector.of(graph);
    graph.init(parameters.values(), false);
    return new Network(graph, parameters);
  }

  /** Lets ND4J compute all passes from now on. */
  void computeByNd4j() {
    byNd4jAlone = true;
  }

  /**
   * A network of its own that only draws what this one draws now, with batch norms folded into
   * convolutions and no dropout. Its outputs are this network's {@link #forward} without training
   * but for rounding; later training of this network does not change it.
   *
   * @return empty if there is nothing to fold
   */
  public Optional<Network> folded() {
    ComputationGraphConfiguration configuration = graph.getConfiguration();
    Folding folding = new Folding(configuration);
    if (folding.isEmpty()) {
      return Optional.empty();
    }
    Network drawing = of(folding.describe(describe(configuration.getDataType())));
    folding.tensors(tensors()).forEach(drawing::assign);
    return Optional.of(drawing);
  }

  /** Draws all weights. The same seed gives the same ones to the bit, on any machine. */
  public void initialise(Initialisation initialisation, long seed) {
    NormalNumbers numbers = new NormalNumbers(seed);
    shapes()
        .forEach(
            (name, shape) -> {
              if (name.endsWith(".weight")) {
                assign(
                    name,
                    shape.size() == 1
                        ? initialisation.scale(shape, numbers)
                        : initialisation.weight(shape, numbers));
              }
            });
  }

  /**
   * Runs the network.
   *
   * @param batch [batch, height, width, channels]
   * @param training whether batch norms use the batch's own statistics and dropout drops
   * @return the output, [batch, height, width, channels]
   */
  public Tensor forward(Tensor batch, boolean training) {
    BlockedNetwork passes = blocked(batch.shape(), training);
    byBlocks = passes != null;
    putInto(passes == null ? WeightOrder.PLAIN : passes.order());
    if (passes != null) {
      return passes.forward(batch, version);
    }
    INDArray x = filled(input, batch);
    input = x;
    activations = graph.feedForward(new INDArray[] {x}, training, false);
    return activation(outputName);
  }

  /** Brings the parameters into an order. */
  private void putInto(WeightOrder wanted) {
    order.change(parameters.values(), wanted);
    order = wanted;
  }

  /**
   * The output of a layer in the last forward pass.
   *
   * @return [batch, height, width, channels]
   */
  public Tensor activation(String layer) {
    if (byBlocks && blocked != null) {
      Tensor activation = blocked.activation(layer);
      if (activation == null) {
        throw new IllegalArgumentException("no layer " + layer);
      }
      return activation;
    }
    INDArray activation = activations.get(layer);
    if (activation == null) {
      throw new IllegalArgumentException("no layer " + layer);
    }
    return NativeArrays.copyOf(activation);
  }

  /**
   * Computes the gradient of the last forward pass for all parameters.
   *
   * @param outputGradient the gradient for the output
   */
  public void backward(Tensor outputGradient) {
    pass(outputGradient, BackwardScope.PARAMETERS);
  }

  /** As {@link #backward}, but adds to the gradient that the backward pass before left. */
  public void backwardAdding(Tensor outputGradient) {
    keep();
    backward(outputGradient);
    addKept();
  }

  /**
   * As {@link #backward}, and gives the gradient for the input too, for the network that made the
   * input.
   *
   * @return [batch, height, width, channels] of the input
   */
  public Tensor backwardThrough(Tensor outputGradient) {
    pass(outputGradient, BackwardScope.ALL);
    return lastInputGradient();
  }

  /**
   * As {@link #backwardThrough}, but adds to the gradient for the parameters that the backward pass
   * before left.
   */
  public Tensor backwardThroughAdding(Tensor outputGradient) {
    keep();
    Tensor inputGradient = backwardThrough(outputGradient);
    addKept();
    return inputGradient;
  }

  private void keep() {
    keptOrder = gradientOrder;
    INDArray kept = earlier;
    if (kept == null) {
      kept = flatGradient().ulike();
      earlier = kept;
    }
    kept.assign(flatGradient());
  }

  private void addKept() {
    INDArray kept = Objects.requireNonNull(earlier);
    keptOrder.change(kept, gradientOrder);
    flatGradient().addi(kept);
  }

  /**
   * Computes the gradient of the last forward pass for the input. The gradient for the parameters
   * stays as it was.
   *
   * @param outputGradient the gradient for the output
   * @return [batch, height, width, channels] of the input
   */
  public Tensor inputGradient(Tensor outputGradient) {
    pass(outputGradient, BackwardScope.INPUT);
    return lastInputGradient();
  }

  private Tensor lastInputGradient() {
    return byBlocks && blocked != null
        ? blocked.inputGradient()
        : NativeArrays.copyOf(firstLayer().inputGradient());
  }

  private void scopeBackward(BackwardScope scope) {
    for (GraphVertex vertex : graph.getVertices()) {
      if (vertex.getLayer() instanceof Selective layer) {
        layer.scopeBackward(scope);
      }
    }
  }

  /**
   * @param scope {@code PARAMETERS} for all gradients but the one for the network's input
   */
  private void pass(Tensor outputGradient, BackwardScope scope) {
    gradient();
    WeightOrder inPass = byBlocks && blocked != null ? blocked.order() : WeightOrder.PLAIN;
    putInto(inPass);
    if (scope != BackwardScope.INPUT) {
      gradientOrder = inPass;
    }
    if (byBlocks && blocked != null) {
      blocked.backward(outputGradient, scope, version);
      return;
    }
    scopeBackward(scope == BackwardScope.INPUT ? scope : BackwardScope.ALL);
    firstLayer().scopeBackward(scope);
    INDArray e = filled(epsilon, outputGradient);
    epsilon = e;
    graph.backpropGradient(e);
  }

  private ConvolutionLayer firstLayer() {
    return (ConvolutionLayer) graph.getLayer(0);
  }

  private static INDArray filled(@Nullable INDArray array, Tensor tensor) {
    long[] shape = tensor.shape().stream().mapToLong(Integer::longValue).toArray();
    INDArray target = array;
    if (target == null || !Arrays.equals(target.shape(), shape)) {
      if (target != null) {
        target.close();
      }
      target = Nd4j.createUninitialized(DataType.FLOAT, shape, 'c');
    }
    NativeArrays.put(target, tensor.values());
    return target;
  }

  /** Sets the masks of all dropouts from now on. */
  public void reseed(long seed) {
    SplittableRandom seeds = new SplittableRandom(seed);
    for (GraphVertex vertex : graph.getVertices()) {
      if (vertex.getLayer() instanceof MaskedDropoutLayer dropout) {
        dropout.reseed(seeds.nextLong());
      }
    }
  }

  /** The passes by oneDNN for batches of a size, or null if ND4J computes them. */
  private @Nullable BlockedNetwork blocked(List<Integer> sizes, boolean training) {
    BlockedNetwork laidOut = blocked;
    if (laidOut != null && laidOut.fits(sizes, training)) {
      return laidOut;
    }
    if (laidOut != null) {
      laidOut.close();
      blocked = null;
    }
    if (byNd4jAlone
        || !Engine.start().isBlocked()
        || parameters.values().dataType() != DataType.FLOAT) {
      return null;
    }
    // A network that is being trained draws now and then, which need not bring weights into order.
    boolean keeping = training || !order.equals(WeightOrder.PLAIN);
    if (keeping) {
      gradient();
    }
    try {
      BlockedNetwork made = new BlockedNetwork(graph, INPUT, sizes, training, keeping);
      blocked = made;
      return made;
    } catch (NoKernelException e) {
      byNd4jAlone = true; // it would be in vain the next time too
      fallback = String.valueOf(e.getMessage());
      return null;
    }
  }

  /**
   * Why ND4J computed passes of this network that oneDNN itself computes for others; empty if it
   * did not, or computes those of all networks.
   */
  public String fallback() {
    return fallback;
  }

  /** To be called after parameters were changed other than by {@link #assign}. */
  void changed() {
    version++;
  }

  /** Number of trained parameters. */
  public long parameters() {
    return graph.numParams();
  }

  /** The order in which the last backward pass left the gradient of all parameters. */
  WeightOrder gradientOrder() {
    return gradientOrder;
  }

  private FlatVector gradient() {
    FlatVector made = gradient;
    if (made == null) {
      made = FlatVector.of(graph);
      graph.put(made);
      gradient = made;
    }
    return made;
  }

  /** All parameters as one vector, in the order of the gradient; a view. */
  INDArray flatParameters() {
    putInto(gradientOrder);
    return parameters.values().reshape(parameters.values().length());
  }

  /** The gradient of all parameters as one vector; a view. */
  INDArray flatGradient() {
    INDArray values = gradient().values();
    return values.reshape(values.length());
  }

  /** Shapes of all weights and statistics by name, in the order of the description. */
  public Map<String, List<Integer>> shapes() {
    return shapes(graph.getConfiguration());
  }

  /** Shapes of all weights and statistics of a network that is not made yet, by name. */
  public static Map<String, List<Integer>> shapes(ComputationGraphConfiguration configuration) {
    Map<String, List<Integer>> shapes = new LinkedHashMap<>();
    configuration
        .getVertices()
        .forEach(
            (vertex, description) -> {
              if (description instanceof LayerVertex layer
                  && layer.getLayerConf().getLayer() instanceof NamedShapes named) {
                named
                    .tensorShapes()
                    .forEach((name, shape) -> shapes.put(vertex + "." + name, shape));
              }
            });
    return shapes;
  }

  /** Copies of all weights and statistics by name. */
  public Map<String, Tensor> tensors() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    shapes().keySet().forEach(name -> tensors.put(name, tensor(name)));
    return tensors;
  }

  /** A copy of one tensor. */
  public Tensor tensor(String name) {
    putInto(WeightOrder.PLAIN);
    return layer(name).tensor(name.substring(name.lastIndexOf('.') + 1));
  }

  /** Sets one tensor. */
  public void assign(String name, Tensor tensor) {
    putInto(WeightOrder.PLAIN);
    changed();
    layer(name).assign(name.substring(name.lastIndexOf('.') + 1), tensor);
  }

  private NamedTensors layer(String tensorName) {
    String layer = tensorName.substring(0, Math.max(0, tensorName.lastIndexOf('.')));
    if (graph.getLayer(layer) instanceof NamedTensors tensors) {
      return tensors;
    }
    throw new IllegalArgumentException("no tensor " + tensorName);
  }

  /**
   * Adds what the trained network does to a graph.
   *
   * @param photo value of the graph that it works on
   * @return the value that it makes
   * @throws BadInputException if a part of it cannot be expressed in ONNX
   */
  public String addTo(OnnxGraph onnx, String photo) throws BadInputException {
    ComputationGraphConfiguration configuration = graph.getConfiguration();
    Map<String, String> values = new HashMap<>(Map.of(INPUT, photo));
    for (int index : graph.topologicalSortOrder()) {
      String name = graph.getVertices()[index].getVertexName();
      if (!name.equals(INPUT)) {
        List<String> inputs = new ArrayList<>();
        for (String input : Objects.requireNonNull(configuration.getVertexInputs().get(name))) {
          inputs.add(Objects.requireNonNull(values.get(input)));
        }
        values.put(name, form(configuration, name).addTo(onnx, name, inputs));
      }
    }
    return Objects.requireNonNull(values.get(outputName));
  }

  private static OnnxForm form(ComputationGraphConfiguration configuration, String name)
      throws BadInputException {
    org.deeplearning4j.nn.conf.graph.GraphVertex vertex =
        Objects.requireNonNull(configuration.getVertices().get(name));
    Object part = vertex instanceof LayerVertex layer ? layer.getLayerConf().getLayer() : vertex;
    if (part instanceof OnnxForm form) {
      return form;
    }
    throw new BadInputException(
        "The network cannot be written as ONNX: its part '"
            + name
            + "' ("
            + part.getClass().getSimpleName()
            + ") has no form there.",
        "Keep the model as it is.");
  }

  /** Frees the arrays of the last pass, which are made anew when needed. Weights stay. */
  public void release() {
    for (Releasable releasable : releasables()) {
      releasable.release();
    }
    graph.clear();
    if (blocked != null) {
      blocked.close();
      blocked = null;
    }
    activations = Map.of();
    closeIfSet(input);
    closeIfSet(epsilon);
    closeIfSet(earlier);
    input = null;
    epsilon = null;
    earlier = null;
  }

  private Collection<Releasable> releasables() {
    List<Releasable> found = new ArrayList<>();
    for (GraphVertex vertex : graph.getVertices()) {
      if (vertex instanceof Releasable releasable) {
        found.add(releasable);
      }
      if (vertex.getLayer() instanceof Releasable releasable) {
        found.add(releasable);
      }
    }
    return found;
  }

  @Override
  public void close() {
    release();
    // Not graph.close(): it calls System.gc().
    parameters.close();
    if (gradient != null) {
      gradient.close();
    }
  }

  private static void closeIfSet(@Nullable INDArray array) {
    if (array != null) {
      array.close();
    }
  }
}
