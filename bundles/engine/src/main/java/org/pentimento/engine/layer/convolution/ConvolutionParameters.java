package org.pentimento.engine.layer.convolution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Where the weights and biases of a {@link Convolution} lie in DL4J's flat vector: bias first, then
 * weights as [kH, kW, iC, oC], transposed [kH, kW, oC, iC]. Values are left as they are; a network
 * fills them from its seed.
 */
final class ConvolutionParameters implements ParamInitializer {
  static final ConvolutionParameters INSTANCE = new ConvolutionParameters();
  static final String WEIGHT = "W";
  static final String BIAS = "b";

  private ConvolutionParameters() {}

  static long[] weightShape(Convolution layer) {
    int k = layer.nativeWindow().size();
    return layer.isTransposed()
        ? new long[] {k, k, layer.getNOut(), layer.getNIn()}
        : new long[] {k, k, layer.getNIn(), layer.getNOut()};
  }

  private static long weights(Convolution layer) {
    int k = layer.nativeWindow().size();
    return (long) k * k * layer.getNIn() * layer.getNOut();
  }

  private static long biases(Convolution layer) {
    return layer.hasBias() ? layer.getNOut() : 0;
  }

  @Override
  public long numParams(NeuralNetConfiguration configuration) {
    return numParams(configuration.getLayer());
  }

  @Override
  public long numParams(Layer layer) {
    Convolution convolution = (Convolution) layer;
    return weights(convolution) + biases(convolution);
  }

  @Override
  public List<String> paramKeys(Layer layer) {
    return ((Convolution) layer).hasBias() ? List.of(BIAS, WEIGHT) : List.of(WEIGHT);
  }

  @Override
  public List<String> weightKeys(Layer layer) {
    return List.of(WEIGHT);
  }

  @Override
  public List<String> biasKeys(Layer layer) {
    return ((Convolution) layer).hasBias() ? List.of(BIAS) : List.of();
  }

  @Override
  public boolean isWeightParam(Layer layer, String key) {
    return WEIGHT.equals(key);
  }

  @Override
  public boolean isBiasParam(Layer layer, String key) {
    return BIAS.equals(key);
  }

  @Override
  public Map<String, INDArray> init(
      NeuralNetConfiguration configuration, INDArray parameters, boolean initialise) {
    Map<String, INDArray> views = views((Convolution) configuration.getLayer(), parameters);
    views.keySet().forEach(configuration::addVariable);
    return views;
  }

  @Override
  public Map<String, INDArray> getGradientsFromFlattened(
      NeuralNetConfiguration configuration, INDArray gradient) {
    return views((Convolution) configuration.getLayer(), gradient);
  }

  private static Map<String, INDArray> views(Convolution layer, INDArray flat) {
    long biases = biases(layer);
    INDArray vector = flat.reshape(flat.length());
    Map<String, INDArray> views = new LinkedHashMap<>();
    if (biases > 0) {
      views.put(BIAS, vector.get(NDArrayIndex.interval(0, biases)));
    }
    INDArray weights = vector.get(NDArrayIndex.interval(biases, biases + weights(layer)));
    views.put(WEIGHT, weights.reshape('c', weightShape(layer)));
    return views;
  }
}
