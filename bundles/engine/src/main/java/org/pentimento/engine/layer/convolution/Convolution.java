package org.pentimento.engine.layer.convolution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.pentimento.engine.layer.NamedShapes;
import org.pentimento.engine.layer.Nonlinearity;
import org.pentimento.engine.onnx.OnnxForm;
import org.pentimento.engine.onnx.OnnxGraph;
import org.pentimento.engine.onnx.OnnxGraph.Attribute;

/**
 * Configuration of a two-dimensional convolution, plain or transposed, over activations [batch,
 * height, width, channels], with a nonlinearity. Unlike DL4J's own, it calls the native
 * convolution, which is some ten times faster.
 */
public final class Convolution extends FeedForwardLayer implements NamedShapes, OnnxForm {
  /** Name of the tensor with the weights. */
  public static final String WEIGHT = "weight";

  /** Name of the tensor with the bias. */
  public static final String BIAS = "bias";

  private static final long serialVersionUID = 1L;

  private final transient Window window;
  private final transient Nonlinearity nonlinearity;
  private final transient Kind kind;
  private final boolean bias;

  private enum Kind {
    PLAIN,
    REFLECTING,
    TRANSPOSED
  }

  private Convolution(
      int inputs, int outputs, Window window, Nonlinearity nonlinearity, Kind kind, boolean bias) {
    setNIn(inputs);
    setNOut(outputs);
    this.window = window;
    this.nonlinearity = nonlinearity;
    this.kind = kind;
    this.bias = bias;
  }

  /** A convolution with bias. */
  public static Convolution of(int inputs, int outputs, Window window, Nonlinearity nonlinearity) {
    return new Convolution(inputs, outputs, window, nonlinearity, Kind.PLAIN, true);
  }

  /**
   * This convolution transposed: it makes images as many times larger as the plain one makes them
   * smaller.
   *
   * @throws IllegalArgumentException if the window does not make them so by a whole number
   */
  public Convolution asTransposed() {
    window.enlarged(1);
    return new Convolution((int) nIn, (int) nOut, window, nonlinearity, Kind.TRANSPOSED, bias);
  }

  /**
   * This convolution with the image mirrored at its edge, instead of zeros, where the window leaves
   * it.
   */
  public Convolution reflecting() {
    return new Convolution((int) nIn, (int) nOut, window, nonlinearity, Kind.REFLECTING, bias);
  }

  /** This convolution without bias, as is usual before a batch norm, which would undo a bias. */
  public Convolution withoutBias() {
    return new Convolution((int) nIn, (int) nOut, window, nonlinearity, kind, false);
  }

  /** This convolution with bias and another nonlinearity. */
  public Convolution withBias(Nonlinearity other) {
    return new Convolution((int) nIn, (int) nOut, window, other, kind, true);
  }

  /** The window, with its padding. */
  public Window window() {
    return window;
  }

  /** The window of the native operation: without padding if that is done before or after. */
  Window nativeWindow() {
    return margin() > 0 || crop() > 0 ? window.unpadded() : window;
  }

  /** Rows and columns of zeros at the top and on the left. */
  public int paddingBefore() {
    return margin() > 0 ? 0 : window.padding();
  }

  /**
   * Rows and columns of zeros at the bottom and on the right: of a transposed convolution as many
   * fewer as its output is larger than the smallest one.
   */
  public int paddingAfter() {
    return isTransposed()
        ? Math.toIntExact(window.padding() - (window.enlarged(1) - window.transposed(1)))
        : paddingBefore();
  }

  /** Rows and columns by which the image is mirrored on each side before. */
  public int margin() {
    return kind == Kind.REFLECTING ? window.padding() : 0;
  }

  /**
   * Rows and columns that are cut off at the top and on the left afterwards. The native transposed
   * convolution knows no output padding.
   */
  int crop() {
    return isTransposed() && window.transposed(1) < window.stride() ? window.padding() : 0;
  }

  /** What is done to the sums. */
  public Nonlinearity nonlinearity() {
    return nonlinearity;
  }

  /** Whether it makes images larger instead of smaller. */
  public boolean isTransposed() {
    return kind == Kind.TRANSPOSED;
  }

  /** Whether it has a bias. */
  public boolean hasBias() {
    return bias;
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration configuration,
      @Nullable Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialise,
      DataType type) {
    ConvolutionLayer layer = new ConvolutionLayer(configuration, type);
    layer.setIndex(index);
    layer.setParamsViewArray(parameters);
    layer.setParamTable(initializer().init(configuration, parameters, initialise));
    layer.setConf(configuration);
    return layer;
  }

  @Override
  public ParamInitializer initializer() {
    return ConvolutionParameters.INSTANCE;
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    InputType.InputTypeConvolutional image = (InputType.InputTypeConvolutional) input;
    return InputType.convolutional(
        outputSide(image.getHeight()), outputSide(image.getWidth()), nOut, CNN2DFormat.NHWC);
  }

  /** Side of the output, from the side of the image without margin. */
  public long outputSide(long side) {
    return isTransposed() ? window.enlarged(side) : window.convolved(side);
  }

  @Override
  public Map<String, List<Integer>> tensorShapes() {
    int k = window.size();
    int in = (int) nIn;
    int out = (int) nOut;
    Map<String, List<Integer>> shapes = new LinkedHashMap<>();
    shapes.put(WEIGHT, isTransposed() ? List.of(in, out, k, k) : List.of(out, in, k, k));
    if (bias) {
      shapes.put(BIAS, List.of(out));
    }
    return shapes;
  }

  @Override
  public String addTo(OnnxGraph graph, String name, List<String> inputs) {
    List<String> all = new ArrayList<>(inputs);
    tensorShapes().forEach((tensor, shape) -> all.add(graph.weight(name + "." + tensor, shape)));
    int padding = window.padding();
    if (margin() > 0) {
      String margins =
          graph.constant(name + ".margins", 0, 0, padding, padding, 0, 0, padding, padding);
      List<String> unpadded = List.of(inputs.get(0), margins);
      all.set(0, graph.add("Pad", name + ".wide", unpadded, Attribute.of("mode", "reflect")));
      padding = 0;
    }
    List<Attribute> attributes = new ArrayList<>();
    attributes.add(Attribute.of("kernel_shape", window.size(), window.size()));
    attributes.add(Attribute.of("strides", window.stride(), window.stride()));
    attributes.add(Attribute.of("pads", padding, padding, padding, padding));
    if (isTransposed()) {
      long missing = window.enlarged(1) - window.transposed(1);
      attributes.add(Attribute.of("output_padding", missing, missing));
    }
    String sums =
        graph.add(
            isTransposed() ? "ConvTranspose" : "Conv",
            name,
            all,
            attributes.toArray(Attribute[]::new));
    return nonlinearity.addTo(graph, sums);
  }

  @Override
  public void setNIn(InputType input, boolean override) {
    // Given to the factory method already.
  }

  @Override
  public @Nullable InputPreProcessor getPreProcessorForInputType(InputType input) {
    return null;
  }

  @Override
  public LayerMemoryReport getMemoryReport(InputType input) {
    throw new UnsupportedOperationException("memory reports");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Convolution that
            && super.equals(that)
            && window.equals(that.window)
            && nonlinearity == that.nonlinearity
            && kind == that.kind
            && bias == that.bias);
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + window.hashCode();
  }
}
