package org.pentimento.generator.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pentimento.api.generator.Capability;
import org.pentimento.engine.network.Network;
import org.pentimento.engine.onnx.OnnxGraph;
import org.pentimento.engine.onnx.OnnxGraph.Attribute;

/**
 * A model as an ONNX file. What is done to photos before the network and to its sketches after it
 * is part of the file: it takes photos of any size, and pads at the edge and crops as the model
 * does.
 *
 * @param card of the model
 * @param packing how images become its input
 * @param network that is written as trained
 */
record NetworkOnnx(ModelCard card, ImagePacking packing, Network network)
    implements Capability.OnnxExport {
  private static final String PHOTO = "photo";
  private static final String SKETCH = "sketch";

  /** How the file is to be used, in the words of the settings of the import. */
  private static final Map<String, String> CONVENTION =
      Map.of(
          "layout", "nchw",
          "channels", "rgb",
          "range", "0..1",
          "output-range", "0..1",
          "multiple", "1",
          "output", SKETCH);

  @Override
  public void writeOnnx(Path file, Map<String, String> facts) throws IOException {
    OnnxGraph graph = new OnnxGraph(network::tensor);
    Margins margins = packing.multiple() == 1 && packing.minimum() == 1 ? null : margins(graph);
    String seen = margins == null ? PHOTO : margins.padded();
    String drawn = network.addTo(graph, values(graph, seen));
    if (margins == null) {
      whiteIsOne(graph, drawn, SKETCH);
    } else {
      String large = whiteIsOne(graph, drawn, "large");
      graph.add("Slice", SKETCH, List.of(large, margins.from(), margins.to(), margins.axes()));
    }
    Map<String, String> metadata = new TreeMap<>();
    CONVENTION.forEach((key, value) -> metadata.put("pentimento.import." + key, value));
    metadata.put("generator", card.generator() + " " + card.version());
    card.provenance().forEach((key, value) -> metadata.put("provenance." + key, value));
    metadata.putAll(facts);
    graph.write(
        file,
        PHOTO,
        SKETCH,
        new OnnxGraph.Producer("Pentimento", card.generator() + " " + card.version()),
        metadata);
  }

  /**
   * Values of the graph.
   *
   * @param padded the photo, padded to a size that the network takes
   * @param from where the photo begins in it, along both axes
   * @param to where it ends
   * @param axes height and width
   */
  private record Margins(String padded, String from, String to, String axes) {}

  /** Pads the photo as {@link ImagePacking} does. */
  private Margins margins(OnnxGraph graph) {
    String multiple = graph.constant("canvas.multiple", packing.multiple());
    String sides = graph.add("Shape", "canvas.sides", List.of(PHOTO), Attribute.of("start", 2));
    String least = graph.constant("canvas.least", packing.minimum(), packing.minimum());
    String atLeast = graph.add("Max", "canvas.at-least", List.of(sides, least));
    String rest = graph.constant("canvas.rest", packing.multiple() - 1L);
    String up = graph.add("Add", "canvas.up", List.of(atLeast, rest));
    String times = graph.add("Div", "canvas.times", List.of(up, multiple));
    String large = graph.add("Mul", "canvas.large", List.of(times, multiple));
    String more = graph.add("Sub", "canvas.more", List.of(large, sides));
    String two = graph.constant("canvas.two", 2L);
    String before = graph.add("Div", "canvas.before", List.of(more, two));
    String after = graph.add("Sub", "canvas.after", List.of(more, before));
    String none = graph.constant("canvas.none", 0L, 0L);
    String pads =
        graph.add(
            "Concat", "canvas.pads", List.of(none, before, none, after), Attribute.of("axis", 0));
    String padded =
        graph.add("Pad", "canvas.padded", List.of(PHOTO, pads), Attribute.of("mode", "edge"));
    String to = graph.add("Add", "canvas.to", List.of(before, sides));
    return new Margins(padded, before, to, graph.constant("canvas.axes", 2L, 3L));
  }

  /** The network's values for a photo whose values are 0 for black and 1 for white. */
  private String values(OnnxGraph graph, String photo) {
    String scaled =
        graph.add(
            "Mul",
            "canvas.scaled",
            List.of(photo, graph.constant("canvas.span", packing.high() - packing.low())));
    return graph.add(
        "Add", "canvas.seen", List.of(scaled, graph.constant("canvas.black", packing.low())));
  }

  private String whiteIsOne(OnnxGraph graph, String drawn, String name) {
    String shifted =
        graph.add(
            "Sub", "canvas.shifted", List.of(drawn, graph.constant("canvas.low", packing.low())));
    return graph.add(
        "Div",
        name,
        List.of(shifted, graph.constant("canvas.range", packing.high() - packing.low())));
  }
}
