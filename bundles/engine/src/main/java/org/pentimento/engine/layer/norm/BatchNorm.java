package org.pentimento.engine.layer.norm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
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
 * Configuration of batch normalisation over activations [batch, height, width, channels], with a
 * nonlinearity. Training normalises by the batch's own mean and biased variance and keeps running
 * ones, by which a trained network normalises.
 *
 * <p>S. Ioffe, C. Szegedy: Batch Normalization: Accelerating Deep Network Training by Reducing
 * Internal Covariate Shift. ICML 2015, algorithms 1 and 2. Running statistics decay by 0.9.
 */
public final class BatchNorm extends FeedForwardLayer implements NamedShapes, OnnxForm {
  /** Name of the tensor with the scale of each channel. */
  public static final String WEIGHT = "weight";

  /** Name of the tensor with the shift of each channel. */
  public static final String BIAS = "bias";

  /** Name of the tensor with the mean by which a trained network normalises. */
  public static final String RUNNING_MEAN = "running_mean";

  /** Name of the tensor with the variance by which a trained network normalises. */
  public static final String RUNNING_VARIANCE = "running_var";

  /** Added to variances, so that none is 0. */
  public static final double EPSILON = 1e-5;

  private static final long serialVersionUID = 1L;

  private final transient Nonlinearity nonlinearity;

  /**
   * A batch norm of so many channels.
   *
   * @throws IllegalArgumentException if the nonlinearity is not a straight line on each side of 0
   */
  public BatchNorm(int channels, Nonlinearity nonlinearity) {
    nonlinearity.slopeBelow();
    setNIn(channels);
    setNOut(channels);
    this.nonlinearity = nonlinearity;
  }

  /** What is done to the normalised values. */
  public Nonlinearity nonlinearity() {
    return nonlinearity;
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration configuration,
      @Nullable Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialise,
      DataType type) {
    BatchNormLayer layer = new BatchNormLayer(configuration, type);
    layer.setIndex(index);
    layer.setParamsViewArray(parameters);
    layer.setParamTable(initializer().init(configuration, parameters, initialise));
    layer.setConf(configuration);
    return layer;
  }

  @Override
  public ParamInitializer initializer() {
    return BatchNormParameters.INSTANCE;
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    return input;
  }

  @Override
  public Map<String, List<Integer>> tensorShapes() {
    Map<String, List<Integer>> shapes = new LinkedHashMap<>();
    for (String name : List.of(WEIGHT, BIAS, RUNNING_MEAN, RUNNING_VARIANCE)) {
      shapes.put(name, List.of((int) nOut));
    }
    return shapes;
  }

  @Override
  public String addTo(OnnxGraph graph, String name, List<String> inputs) {
    List<String> all = new ArrayList<>(inputs);
    tensorShapes().forEach((tensor, shape) -> all.add(graph.weight(name + "." + tensor, shape)));
    String normalised =
        graph.add("BatchNormalization", name, all, Attribute.of("epsilon", (float) EPSILON));
    return nonlinearity.addTo(graph, normalised);
  }

  @Override
  public void setNIn(InputType input, boolean override) {
    // Given to the constructor already.
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
        || (other instanceof BatchNorm that
            && super.equals(that)
            && nonlinearity == that.nonlinearity);
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + nonlinearity.hashCode();
  }
}
