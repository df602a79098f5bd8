package org.pentimento.generator.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.generator.Capability;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;
import org.pentimento.engine.network.Network;
import org.pentimento.engine.tensor.Tensor;
import org.pentimento.engine.tensor.TensorFile;
import org.pentimento.engine.tensor.TensorWriter;

/** A trained network as a model. It owns the network. */
public final class NetworkModel implements Model {
  /** Name of the file with the weights in a model's folder. */
  public static final String WEIGHTS = "model.safetensors";

  private final ModelCard card;
  private final Blueprint blueprint;
  private final Network network;
  private final Drawing drawing;

  /**
   * A faster network that only draws, made for the first sketch; the network itself if there is
   * nothing to make faster.
   */
  private @Nullable Network folded;

  /** Takes over a network. */
  public NetworkModel(ModelCard card, Blueprint blueprint, Network network) {
    this.card = card;
    this.blueprint = blueprint;
    this.network = network;
    this.drawing = new Drawing(network, blueprint.packing());
  }

  /**
   * Reads the weights of a model whose card is read already.
   *
   * @throws BadInputException if tensors are missing, too many or of another shape
   */
  public static NetworkModel read(Path folder, ModelCard card, Blueprint blueprint)
      throws IOException {
    Path file = folder.resolve(WEIGHTS);
    try (TensorFile tensors = TensorFile.open(file)) {
      // Before any memory is taken by what the card only claims.
      Map<String, List<Integer>> shapes = blueprint.shapes();
      if (!tensors.entries().keySet().equals(shapes.keySet())) {
        throw new BadInputException(
            file + " has not the tensors that " + ModelCard.FILE + " describes.",
            "Keep both files of a model together.");
      }
      Map<String, Tensor> weights = new LinkedHashMap<>();
      for (Map.Entry<String, List<Integer>> entry : shapes.entrySet()) {
        weights.put(entry.getKey(), tensors.read(entry.getKey(), entry.getValue()));
      }
      return new NetworkModel(card, blueprint, blueprint.with(weights));
    }
  }

  @Override
  public List<Image> sketch(List<Image> photos) {
    Network faster = folded;
    if (faster == null) {
      faster = network.folded().orElse(network);
      folded = faster;
      network.release(); // what its last pass left
    }
    return new Drawing(faster, blueprint.packing()).sketch(photos);
  }

  @Override
  public void write(Path folder) throws IOException {
    TensorWriter.write(
        folder.resolve(WEIGHTS),
        Map.of("format", "pt", "generator", card.generator() + " " + card.version()),
        network.tensors());
    card.write(folder, network.shapes(), network.parameters(), blueprint.packing());
  }

  @Override
  public long parameters() {
    return network.parameters();
  }

  @Override
  public Map<String, String> provenance() {
    return card.provenance();
  }

  @Override
  public <C extends Capability> Optional<C> capability(Class<C> type) {
    return List.of(
            new NetworkGradient(drawing),
            new NetworkActivations(drawing, blueprint.hidden()),
            new NetworkLoss(drawing),
            new ChannelPruning(card, blueprint, network),
            new NetworkFineTuning(card, blueprint, network),
            new NetworkOnnx(card, blueprint.packing(), network))
        .stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }

  @Override
  public void close() {
    if (folded != null && folded != network) {
      folded.close();
    }
    network.close();
  }
}
