package org.pentimento.engine.network;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.jspecify.annotations.Nullable;
import org.pentimento.engine.layer.Nonlinearity;
import org.pentimento.engine.layer.convolution.Convolution;
import org.pentimento.engine.layer.norm.BatchNorm;
import org.pentimento.engine.layer.weightless.MaskedDropout;
import org.pentimento.engine.tensor.Tensor;

/**
 * How a trained network becomes one that only draws: without dropout, and with each batch norm
 * folded into the weights of the convolution before it. That is possible because only an affine map
 * lies between them: a trained batch norm scales and shifts each channel by fixed numbers.
 */
final class Folding {
  private final ComputationGraphConfiguration trained;

  /** Convolutions by the batch norm that is folded into each. */
  private final Map<String, String> convolutions = new HashMap<>();

  /** Batch norms by the convolution that each is folded into. */
  private final Map<String, String> norms = new HashMap<>();

  /** The folding of a network. */
  Folding(ComputationGraphConfiguration trained) {
    this.trained = trained;
    trained
        .getVertices()
        .forEach(
            (name, vertex) -> {
              if (layer(name) instanceof BatchNorm) {
                String below = inputs(name).get(0);
                if (layer(below) instanceof Convolution convolution
                    && convolution.nonlinearity() == Nonlinearity.IDENTITY
                    && isOnlyFor(below)) {
                  convolutions.put(name, below);
                  norms.put(below, name);
                }
              }
            });
  }

  private @Nullable Layer layer(String vertex) {
    return trained.getVertices().get(vertex) instanceof LayerVertex layer
        ? layer.getLayerConf().getLayer()
        : null;
  }

  private List<String> inputs(String vertex) {
    return Objects.requireNonNull(trained.getVertexInputs().get(vertex));
  }

  /** Whether exactly one vertex takes the output of a vertex. */
  private boolean isOnlyFor(String vertex) {
    long takers =
        trained.getVertexInputs().values().stream()
            .flatMap(List::stream)
            .filter(vertex::equals)
            .count();
    return takers == 1 && !trained.getNetworkOutputs().contains(vertex);
  }

  /** Whether there is nothing to gain. */
  boolean isEmpty() {
    return norms.isEmpty();
  }

  /** Describes the network that only draws; what is left of the vertices keeps its name. */
  ComputationGraphConfiguration describe(GraphBuilder description) {
    Map<String, String> sources = new HashMap<>();
    for (Map.Entry<String, GraphVertex> entry : trained.getVertices().entrySet()) {
      String name = entry.getKey();
      String[] inputs =
          inputs(name).stream()
              .map(input -> sources.getOrDefault(input, input))
              .toArray(String[]::new);
      String norm = norms.get(name);
      Layer layer = layer(name);
      if (convolutions.containsKey(name) || layer instanceof MaskedDropout) {
        sources.put(name, inputs[0]);
      } else if (norm != null) {
        BatchNorm folded = (BatchNorm) Objects.requireNonNull(layer(norm));
        Convolution convolution = (Convolution) Objects.requireNonNull(layer);
        description.addLayer(name, convolution.withBias(folded.nonlinearity()), inputs);
      } else if (layer != null) {
        description.addLayer(name, layer.clone(), inputs);
      } else {
        description.addVertex(name, entry.getValue().clone(), inputs);
      }
    }
    String[] outputs =
        trained.getNetworkOutputs().stream()
            .map(output -> sources.getOrDefault(output, output))
            .toArray(String[]::new);
    return description.setOutputs(outputs).build();
  }

  /** The tensors of the network that only draws, from those of the trained one, by name. */
  Map<String, Tensor> tensors(Map<String, Tensor> of) {
    Map<String, Tensor> folded = new LinkedHashMap<>(of);
    norms.forEach(
        (name, norm) -> {
          Convolution convolution = (Convolution) Objects.requireNonNull(layer(name));
          float[] mean = take(folded, norm, BatchNorm.RUNNING_MEAN).values();
          float[] variance = take(folded, norm, BatchNorm.RUNNING_VARIANCE).values();
          float[] gamma = take(folded, norm, BatchNorm.WEIGHT).values();
          float[] beta = take(folded, norm, BatchNorm.BIAS).values();
          float[] bias =
              convolution.hasBias()
                  ? take(folded, name, Convolution.BIAS).values()
                  : new float[gamma.length];
          double[] scale = new double[gamma.length];
          float[] shift = new float[gamma.length];
          for (int c = 0; c < scale.length; c++) {
            scale[c] = gamma[c] / Math.sqrt(variance[c] + BatchNorm.EPSILON);
            shift[c] = (float) (beta[c] + (bias[c] - mean[c]) * scale[c]);
          }
          Tensor weight = take(folded, name, Convolution.WEIGHT);
          folded.put(
              tensor(name, Convolution.WEIGHT), scaled(weight, convolution.isTransposed(), scale));
          folded.put(tensor(name, Convolution.BIAS), Tensor.vector(shift));
        });
    return folded;
  }

  private static Tensor take(Map<String, Tensor> tensors, String vertex, String name) {
    return Objects.requireNonNull(tensors.remove(tensor(vertex, name)));
  }

  private static String tensor(String vertex, String name) {
    return vertex + "." + name;
  }

  /** Multiplies what makes an output channel: the first dimension's, transposed the second's. */
  private static Tensor scaled(Tensor weight, boolean transposed, double[] scale) {
    int each = weight.size(2) * weight.size(3) * (transposed ? 1 : weight.size(1));
    float[] values = weight.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (values[i] * scale[i / each % scale.length]);
    }
    return Tensor.of(weight.shape(), values);
  }
}
