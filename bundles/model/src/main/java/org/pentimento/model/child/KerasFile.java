package org.pentimento.model.child;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.modelimport.keras.Hdf5Archive;
import org.deeplearning4j.nn.modelimport.keras.KerasLayer;
import org.deeplearning4j.nn.modelimport.keras.KerasModel;
import org.deeplearning4j.nn.modelimport.keras.KerasSequentialModel;
import org.deeplearning4j.nn.modelimport.keras.config.KerasModelConfiguration;
import org.deeplearning4j.nn.modelimport.keras.exceptions.InvalidKerasConfigurationException;
import org.deeplearning4j.nn.modelimport.keras.exceptions.UnsupportedKerasConfigurationException;
import org.deeplearning4j.nn.modelimport.keras.utils.KerasModelBuilder;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.nd4j.shade.jackson.databind.node.ArrayNode;
import org.nd4j.shade.jackson.databind.node.ObjectNode;
import org.pentimento.engine.Engine;
import org.pentimento.model.child.keras.Faithful;
import org.pentimento.model.child.keras.FileWeights;
import org.pentimento.model.child.keras.FlatNetwork;

/** A network as Keras saves it with its weights to one HDF5 file; Deeplearning4j translates it. */
final class KerasFile {
  private static final String CONFIGURATION = "model_config";
  private static final String VERSION = "keras_version";
  private static final String BACKEND = "backend";

  /** Side instead of one that is left open; layers are only checked against it. */
  private static final int ANY_SIDE = 256;

  private KerasFile() {}

  static OpenedNetwork open(Path file) throws IOException {
    Engine.start();
    ObjectNode model;
    String version = "2";
    String backend = "tensorflow";
    try (Hdf5Archive archive = new Hdf5Archive(file.toString())) {
      if (!archive.hasAttribute(CONFIGURATION)) {
        throw new IOException(
            "there is no network in it, at most weights: it has no " + CONFIGURATION);
      }
      if (!(new ObjectMapper().readTree(archive.readAttributeAsJson(CONFIGURATION))
          instanceof ObjectNode read)) {
        throw new IOException("its " + CONFIGURATION + " is not a JSON object");
      }
      model = read;
      if (archive.hasAttribute(VERSION)) {
        version = archive.readAttributeAsString(VERSION);
      }
      if (archive.hasAttribute(BACKEND)) {
        backend = archive.readAttributeAsString(BACKEND);
      }
    } catch (UnsupportedKerasConfigurationException e) {
      throw new IOException("its " + CONFIGURATION + " cannot be read: " + e.getMessage(), e);
    }
    if (!version.startsWith("2.") && !version.equals("2")) {
      throw new IOException(
          "it was saved by Keras " + version + ", and only files of Keras 2 can be translated");
    }
    // Where the translation looks for them.
    model.put(VERSION, version).put(BACKEND, backend);
    FlatNetwork network = FlatNetwork.of(model);
    for (FlatNetwork.Layer layer : network.layers()) {
      Faithful.check(layer);
    }
    List<Integer> stated = fixSize(model);
    Map<String, Map<String, INDArray>> weights = weights(file, network);
    try (KerasModelBuilder builder = new KerasModelBuilder(new KerasModelConfiguration())) {
      builder.modelJson(model.toString());
      return new GraphNetwork(
          graph(builder, model.path("class_name").asText(), weights), "Keras " + version, stated);
    } catch (InvalidKerasConfigurationException | UnsupportedKerasConfigurationException e) {
      throw new IOException("Deeplearning4j cannot translate it: " + e.getMessage(), e);
    }
  }

  private static Map<String, Map<String, INDArray>> weights(Path file, FlatNetwork network)
      throws IOException {
    Map<String, Map<String, INDArray>> weights = new HashMap<>();
    try (Hdf5Archive archive = new Hdf5Archive(file.toString())) {
      FileWeights stored = new FileWeights(archive);
      for (FlatNetwork.Layer layer : network.layers()) {
        Map<String, INDArray> own = stored.of(layer);
        if (!own.isEmpty()) {
          weights.put(layer.name(), own);
        }
      }
    }
    return weights;
  }

  private static ComputationGraph graph(
      KerasModelBuilder builder, String kind, Map<String, Map<String, INDArray>> weights)
      throws IOException,
          InvalidKerasConfigurationException,
          UnsupportedKerasConfigurationException {
    boolean row = kind.equals("Sequential");
    KerasModel model = row ? builder.buildSequential() : builder.buildModel();
    for (Map.Entry<String, KerasLayer> layer : model.getLayers().entrySet()) {
      Map<String, INDArray> own = weights.get(layer.getKey());
      if (own != null) {
        layer.getValue().setWeights(own);
      } else if (layer.getValue().getNumParams() > 0) {
        throw new IOException("its layer " + layer.getKey() + " has no weights in the file");
      }
    }
    return model instanceof KerasSequentialModel sequential
        ? sequential.getMultiLayerNetwork(true).toComputationGraph()
        : model.getComputationGraph(true);
  }

  /** The stated sizes of the input, with -1 for open ones; in the model open ones get a size. */
  private static List<Integer> fixSize(JsonNode model) throws IOException {
    List<Integer> stated = new ArrayList<>();
    for (JsonNode layer : model.path("config").path("layers")) {
      if (layer.path("config").get("batch_input_shape") instanceof ArrayNode shape
          && stated.isEmpty()) {
        for (int i = 0; i < shape.size(); i++) {
          stated.add(shape.get(i).isInt() ? shape.get(i).asInt() : -1);
          if (i > 0 && !shape.get(i).isInt()) {
            shape.set(i, new ObjectMapper().getNodeFactory().numberNode(ANY_SIDE));
          }
        }
      }
    }
    if (stated.isEmpty()) {
      throw new IOException("its network does not say what sizes its input has");
    }
    return stated;
  }
}
