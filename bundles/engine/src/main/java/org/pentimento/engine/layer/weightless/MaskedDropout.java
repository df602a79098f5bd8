package org.pentimento.engine.layer.weightless;

import java.util.Collection;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.NoParamLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.pentimento.engine.onnx.OnnxForm;
import org.pentimento.engine.onnx.OnnxGraph;

/**
 * Configuration of dropout whose mask depends on a seed that is set before each step, so that a
 * training that continues from a checkpoint needs no state of a random generator. Training sets
 * values to 0 at the given rate and scales the others up; a trained network changes nothing.
 */
public final class MaskedDropout extends NoParamLayer implements OnnxForm {
  private static final long serialVersionUID = 1L;

  private final double rate;

  /**
   * Dropout at a rate.
   *
   * @param rate share of values that are dropped, in [0, 1)
   */
  public MaskedDropout(double rate) {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException("dropout rate " + rate);
    }
    this.rate = rate;
  }

  double rate() {
    return rate;
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration configuration,
      @Nullable Collection<TrainingListener> listeners,
      int index,
      @Nullable INDArray parameters,
      boolean initialise,
      DataType type) {
    MaskedDropoutLayer layer = new MaskedDropoutLayer(configuration, type);
    layer.setIndex(index);
    return layer;
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    return input;
  }

  @Override
  public String addTo(OnnxGraph graph, String name, List<String> inputs) {
    return inputs.get(0); // a trained network drops nothing
  }

  @Override
  public @Nullable InputPreProcessor getPreProcessorForInputType(InputType input) {
    return null;
  }

  @Override
  public LayerMemoryReport getMemoryReport(InputType input) {
    throw new UnsupportedOperationException("memory reports");
  }
}
