package org.pentimento.engine.layer.norm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Where scale and shift of a {@link BatchNorm} lie in DL4J's flat vector. The running statistics
 * are no parameters, since no gradient changes them; the layer keeps them.
 */
final class BatchNormParameters implements ParamInitializer {
  static final BatchNormParameters INSTANCE = new BatchNormParameters();
  static final String GAMMA = "gamma";
  static final String BETA = "beta";

  private BatchNormParameters() {}

  @Override
  public long numParams(NeuralNetConfiguration configuration) {
    return numParams(configuration.getLayer());
  }

  @Override
  public long numParams(Layer layer) {
    return 2 * ((BatchNorm) layer).getNOut();
  }

  @Override
  public List<String> paramKeys(Layer layer) {
    return List.of(GAMMA, BETA);
  }

  @Override
  public List<String> weightKeys(Layer layer) {
    return List.of();
  }

  @Override
  public List<String> biasKeys(Layer layer) {
    return List.of();
  }

  @Override
  public boolean isWeightParam(Layer layer, String key) {
    return false;
  }

  @Override
  public boolean isBiasParam(Layer layer, String key) {
    return false;
  }

  @Override
  public Map<String, INDArray> init(
      NeuralNetConfiguration configuration, INDArray parameters, boolean initialise) {
    Map<String, INDArray> views = views(parameters);
    views.keySet().forEach(configuration::addVariable);
    return views;
  }

  @Override
  public Map<String, INDArray> getGradientsFromFlattened(
      NeuralNetConfiguration configuration, INDArray gradient) {
    return views(gradient);
  }

  private static Map<String, INDArray> views(INDArray flat) {
    long channels = flat.length() / 2;
    INDArray vector = flat.reshape(flat.length());
    Map<String, INDArray> views = new LinkedHashMap<>();
    views.put(GAMMA, vector.get(NDArrayIndex.interval(0, channels)));
    views.put(BETA, vector.get(NDArrayIndex.interval(channels, 2 * channels)));
    return views;
  }
}
