package org.pentimento.model.child;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.pentimento.engine.Engine;

/**
 * A network as Deeplearning4j's ModelSerializer writes it: a zip file with the configuration and
 * the weights. These two are read here, by name and with checked lengths. No other entry is
 * touched, in particular none that holds serialised Java objects.
 */
final class Dl4jZip {
  private static final String CONFIGURATION = "configuration.json";
  private static final String WEIGHTS = "coefficients.bin";
  private static final int LONGEST_CONFIGURATION = 16 << 20;

  /** Longest description of a shape, for 32 dimensions. */
  private static final int LONGEST_SHAPE = 2 * 32 + 4;

  /** How an array could be allocated when its length was still written with 32 bits. */
  private static final Set<String> SHORT_LENGTHS = Set.of("DIRECT", "HEAP", "JAVACPP");

  /** Packages of the classes that a configuration may name: parts of networks. */
  private static final List<String> NETWORKS =
      List.of(
          "org.deeplearning4j.nn.conf.",
          "org.deeplearning4j.nn.weights.",
          "org.deeplearning4j.nn.modelimport.keras.preprocessors.",
          "org.nd4j.linalg.activations.impl.",
          "org.nd4j.linalg.learning.config.",
          "org.nd4j.linalg.lossfunctions.impl.",
          "org.nd4j.linalg.schedule.");

  private Dl4jZip() {}

  static OpenedNetwork open(Path file) throws IOException {
    Engine.start();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ComputationGraph graph = graph(configuration(zip));
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(zip.getInputStream(entry(zip, WEIGHTS))))) {
        float[] weights = weights(in, graph.numParams());
        graph.setParams(Nd4j.create(weights, new long[] {1, weights.length}, 'c'));
      }
      return new GraphNetwork(graph, "Deeplearning4j", input(graph.getConfiguration()));
    } catch (ZipException e) {
      throw new IOException("it is damaged or no zip file: " + e.getMessage(), e);
    }
  }

  private static ZipEntry entry(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("there is no " + name + " in it");
    }
    return entry;
  }

  private static String configuration(ZipFile zip) throws IOException {
    try (InputStream in = zip.getInputStream(entry(zip, CONFIGURATION))) {
      byte[] bytes = in.readNBytes(LONGEST_CONFIGURATION + 1);
      if (bytes.length > LONGEST_CONFIGURATION) {
        throw new IOException(
            "its " + CONFIGURATION + " unpacks to more than 16 MiB, which no network needs");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private static ComputationGraph graph(String json) throws IOException {
    JsonNode tree;
    try {
      tree = new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IOException("its " + CONFIGURATION + " is damaged", e);
    }
    for (JsonNode name : tree.findValues("@class")) {
      if (NETWORKS.stream().noneMatch(name.asText()::startsWith)) {
        throw new IOException(
            "its "
                + CONFIGURATION
                + " names the class "
                + name.asText()
                + ", which is no part of Deeplearning4j's networks");
      }
    }
    if (tree.has("vertices")) {
      ComputationGraph graph = new ComputationGraph(ComputationGraphConfiguration.fromJson(json));
      graph.init();
      return graph;
    }
    MultiLayerNetwork layers = new MultiLayerNetwork(MultiLayerConfiguration.fromJson(json));
    layers.init();
    return layers.toComputationGraph();
  }

  /** The weights, if they are as many as the network has; no further ones are read. */
  private static float[] weights(DataInputStream in, long wanted) throws IOException {
    try {
      Header shape = Header.read(in);
      if (shape.length() < 4 || shape.length() > LONGEST_SHAPE) {
        throw new IOException(
            "its " + WEIGHTS + " describes a shape with " + shape.length() + " numbers");
      }
      for (int i = 0; i < shape.length(); i++) {
        shape.next(in);
      }
      Header values = Header.read(in);
      if (values.length() != wanted || wanted > Integer.MAX_VALUE - 8) {
        throw new IOException(
            "its "
                + WEIGHTS
                + " claims to hold "
                + values.length()
                + " numbers, but its network has "
                + wanted);
      }
      float[] weights = new float[(int) wanted];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = (float) values.next(in);
      }
      return weights;
    } catch (EOFException e) {
      throw new IOException("its " + WEIGHTS + " is cut off", e);
    }
  }

  /** What comes before the values of an array: how many there are and of what type. */
  private record Header(long length, DataType type) {
    static Header read(DataInputStream in) throws IOException {
      String allocation = in.readUTF();
      long length = SHORT_LENGTHS.contains(allocation) ? in.readInt() : in.readLong();
      String type = in.readUTF();
      return switch (type) {
        case "FLOAT", "DOUBLE", "INT", "LONG" -> new Header(length, DataType.valueOf(type));
        default ->
            throw new IOException(
                "its "
                    + WEIGHTS
                    + " is damaged or of a type that is not read: "
                    + (type.length() > 20 ? "?" : type));
      };
    }

    double next(DataInputStream in) throws IOException {
      return switch (type) {
        case FLOAT -> in.readFloat();
        case DOUBLE -> in.readDouble();
        case INT -> in.readInt();
        default -> in.readLong();
      };
    }
  }

  /** Sizes of the input, as far as the layer that takes it tells them. */
  private static List<Integer> input(ComputationGraphConfiguration configuration) {
    String name = configuration.getNetworkInputs().get(0);
    for (Map.Entry<String, List<String>> to : configuration.getVertexInputs().entrySet()) {
      if (to.getValue().contains(name)
          && configuration.getVertices().get(to.getKey()) instanceof LayerVertex vertex
          && vertex.getLayerConf().getLayer() instanceof ConvolutionLayer layer) {
        int channels = Math.toIntExact(layer.getNIn());
        return layer.getCnn2dDataFormat() == CNN2DFormat.NHWC
            ? List.of(-1, -1, -1, channels)
            : List.of(-1, channels, -1, -1);
      }
    }
    return List.of(-1, -1, -1, -1);
  }
}
