package org.pentimento.engine.layer;

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

/**
 * Configuration of a two-dimensional convolution, plain or transposed, over activations [batch,
 * height, width, channels], with a nonlinearity. Unlike DL4J's own, it calls the native
 * convolution, which is some ten times faster.
 */
public final class Convolution extends FeedForwardLayer implements NamedShapes {
  static final String WEIGHT = "weight";
  static final String BIAS = "bias";

  private static final long serialVersionUID = 1L;

  private final transient Window window;
  private final transient Nonlinearity nonlinearity;
  private final boolean transposed;
  private final boolean bias;

  private Convolution(
      int inputs,
      int outputs,
      Window window,
      Nonlinearity nonlinearity,
      boolean transposed,
      boolean bias) {
    setNIn(inputs);
    setNOut(outputs);
    this.window = window;
    this.nonlinearity = nonlinearity;
    this.transposed = transposed;
    this.bias = bias;
  }

  /** A convolution with bias. */
  public static Convolution of(int inputs, int outputs, Window window, Nonlinearity nonlinearity) {
    return new Convolution(inputs, outputs, window, nonlinearity, false, true);
  }

  /** The same transposed: it makes images larger where the plain one makes them smaller. */
  public Convolution asTransposed() {
    return new Convolution((int) nIn, (int) nOut, window, nonlinearity, true, bias);
  }

  /** The same without bias, as is usual before a batch norm, which would take it away again. */
  public Convolution withoutBias() {
    return new Convolution((int) nIn, (int) nOut, window, nonlinearity, transposed, false);
  }

  /** The same with bias and another nonlinearity. */
  Convolution withBias(Nonlinearity other) {
    return new Convolution((int) nIn, (int) nOut, window, other, transposed, true);
  }

  Window window() {
    return window;
  }

  Nonlinearity nonlinearity() {
    return nonlinearity;
  }

  boolean isTransposed() {
    return transposed;
  }

  boolean hasBias() {
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

  long outputSide(long side) {
    return transposed ? window.transposed(side) : window.convolved(side);
  }

  @Override
  public Map<String, List<Integer>> tensorShapes() {
    int k = window.size();
    int in = (int) nIn;
    int out = (int) nOut;
    Map<String, List<Integer>> shapes = new LinkedHashMap<>();
    shapes.put(WEIGHT, transposed ? List.of(in, out, k, k) : List.of(out, in, k, k));
    if (bias) {
      shapes.put(BIAS, List.of(out));
    }
    return shapes;
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
            && transposed == that.transposed
            && bias == that.bias);
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + window.hashCode();
  }
}
