package org.pentimento.model.child.keras;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.modelimport.keras.Hdf5Archive;
import org.deeplearning4j.nn.modelimport.keras.exceptions.UnsupportedKerasConfigurationException;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The weights in a file of Keras, each found by the layer that it belongs to. */
public final class FileWeights {
  private static final String ROOT = "model_weights";

  private final Hdf5Archive archive;
  private final List<String> root;

  /** Weights of an open file. */
  public FileWeights(Hdf5Archive archive) {
    this.archive = archive;
    this.root = archive.getGroups().contains(ROOT) ? List.of(ROOT) : List.of();
  }

  private record Found(List<String> groups, String name) {
    String parameter() {
      return name.replaceFirst(":\\d+$", "");
    }
  }

  /**
   * The weights of a layer by the names of Keras, such as {@code kernel}; empty if it has none.
   *
   * @throws IOException if the file has two of a name for it
   */
  public Map<String, INDArray> of(FlatNetwork.Layer layer) throws IOException {
    List<Found> found = new ArrayList<>();
    if (archive.getGroups(root.toArray(String[]::new)).contains(layer.group())) {
      List<String> groups = new ArrayList<>(root);
      groups.add(layer.group());
      look(groups, found);
    }
    Map<String, INDArray> weights = new HashMap<>();
    for (Found one : found) {
      boolean own =
          !layer.wasInside() || one.groups().get(one.groups().size() - 1).equals(layer.ownName());
      if (own && weights.put(one.parameter(), read(one)) != null) {
        throw new IOException(layer.words() + " has two weights " + one.parameter());
      }
    }
    if (layer.kind().equals("BatchNormalization")) {
      complete(layer, weights);
    }
    return weights;
  }

  /** Deeplearning4j needs a scale and a shift where Keras may have none. */
  private static void complete(FlatNetwork.Layer layer, Map<String, INDArray> weights)
      throws IOException {
    INDArray mean =
        Optional.ofNullable(weights.get("moving_mean"))
            .orElseThrow(() -> new IOException(layer.words() + " has no moving_mean"));
    weights.putIfAbsent("beta", Nd4j.zerosLike(mean));
    weights.putIfAbsent("gamma", Nd4j.onesLike(mean));
    layer.config().put("center", true).put("scale", true);
  }

  private void look(List<String> groups, List<Found> found) {
    String[] path = groups.toArray(String[]::new);
    archive.getDataSets(path).forEach(name -> found.add(new Found(groups, name)));
    for (String inside : archive.getGroups(path)) {
      List<String> deeper = new ArrayList<>(groups);
      deeper.add(inside);
      look(deeper, found);
    }
  }

  private INDArray read(Found one) throws IOException {
    try {
      return archive.readDataSet(one.name(), one.groups().toArray(String[]::new));
    } catch (UnsupportedKerasConfigurationException e) {
      throw new IOException(
          "its weights " + Arrays.asList(one.groups()) + " " + one.name() + " cannot be read", e);
    }
  }
}
