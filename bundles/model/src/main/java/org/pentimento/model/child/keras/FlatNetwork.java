package org.pentimento.model.child.keras;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.node.ArrayNode;
import org.nd4j.shade.jackson.databind.node.ObjectNode;

/**
 * A network of Keras without networks inside: those of its layers that are networks themselves, as
 * the tutorials of TensorFlow build them, are replaced by their layers.
 *
 * @param model the network as Keras describes it, changed
 * @param layers its layers, with where their weights lie in the file
 */
public record FlatNetwork(ObjectNode model, List<Layer> layers) {
  private static final Set<String> NETWORKS = Set.of("Sequential", "Functional", "Model");
  private static final String SEQUENTIAL = "Sequential";
  private static final String INPUT = "InputLayer";
  private static final String INBOUND = "inbound_nodes";

  /**
   * A layer.
   *
   * @param kind class of Keras
   * @param name unique in the network
   * @param config settings; what is changed here is changed in the network
   * @param group name of the outermost layer, which is the group of its weights
   * @param ownName name in the network that it was in
   */
  public record Layer(String kind, String name, ObjectNode config, String group, String ownName) {
    /** Whether it came out of a network inside. */
    boolean wasInside() {
      return !group.equals(name);
    }

    /** How it is called in a message. */
    String words() {
      return "its layer " + name + " (" + kind + ")";
    }
  }

  /**
   * Takes a network apart.
   *
   * @param model as in the file; it is changed
   * @throws IOException if it is built in a way that cannot be taken apart, naming the layer
   */
  public static FlatNetwork of(ObjectNode model) throws IOException {
    if (!(model.path("config").get("layers") instanceof ArrayNode layers)) {
      throw new IOException("its model_config names no layers");
    }
    List<Layer> all = new ArrayList<>();
    List<ObjectNode> flat = new ArrayList<>();
    if (model.path("class_name").asText().equals(SEQUENTIAL)) {
      for (JsonNode layer : layers) {
        inRow(object(layer), name(layer), "", true, flat, all);
      }
    } else {
      Map<String, String> ends = new HashMap<>();
      graph(layers, "", Map.of(), ends, flat, all);
      for (String ports : List.of("input_layers", "output_layers")) {
        for (JsonNode port : model.path("config").path(ports)) {
          if (port instanceof ArrayNode array && ends.containsKey(array.path(0).asText())) {
            array.set(0, text(Objects.requireNonNull(ends.get(array.path(0).asText())), model));
          }
        }
      }
    }
    layers.removeAll();
    flat.forEach(layers::add);
    return new FlatNetwork(model, all);
  }

  private static JsonNode text(String text, ObjectNode maker) {
    return maker.textNode(text);
  }

  private static ObjectNode object(JsonNode layer) throws IOException {
    if (layer instanceof ObjectNode object && object.get("config") instanceof ObjectNode) {
      return object;
    }
    throw new IOException("its model_config has a layer without settings");
  }

  private static String kind(JsonNode layer) {
    return layer.path("class_name").asText();
  }

  private static String name(JsonNode layer) {
    return layer.path("config").path("name").asText(layer.path("name").asText());
  }

  private static void add(
      ObjectNode layer, String group, String prefix, List<ObjectNode> flat, List<Layer> all)
      throws IOException {
    String own = name(layer);
    String name = prefix + own;
    ObjectNode config = (ObjectNode) object(layer).get("config");
    config.put("name", name);
    if (layer.has("name")) {
      layer.put("name", name);
    }
    flat.add(layer);
    all.add(new Layer(kind(layer), name, config, group, own));
  }

  /**
   * Layers of a row, one after the other; rows within rows are rows.
   *
   * @param whole whether the row is the whole network, whose first layer may be its input
   */
  private static void inRow(
      ObjectNode layer,
      String group,
      String prefix,
      boolean whole,
      List<ObjectNode> flat,
      List<Layer> all)
      throws IOException {
    if (!NETWORKS.contains(kind(layer))) {
      add(layer, group, prefix, flat, all);
    } else if (kind(layer).equals(SEQUENTIAL)) {
      for (JsonNode inside : layer.path("config").path("layers")) {
        if (!kind(inside).equals(INPUT) || whole && flat.isEmpty()) {
          inRow(object(inside), group, prefix + name(layer) + "_", whole, flat, all);
        }
      }
    } else {
      throw new IOException(
          "its layer "
              + name(layer)
              + " is a network with branches inside a row of layers, which"
              + " is not translated");
    }
  }

  /**
   * Layers of a graph, with networks inside replaced by their layers.
   *
   * @param inputs by which layer of the surrounding network each input of this one is replaced
   * @param ends gets, for each network inside and for each input, the layer that stands for it
   */
  private static void graph(
      JsonNode layers,
      String prefix,
      Map<String, String> inputs,
      Map<String, String> ends,
      List<ObjectNode> flat,
      List<Layer> all)
      throws IOException {
    ends.putAll(inputs);
    for (JsonNode one : layers) {
      ObjectNode layer = object(one);
      String name = name(layer);
      if (inputs.containsKey(name)) {
        continue;
      }
      List<String> from = sources(layer, prefix, ends);
      if (NETWORKS.contains(kind(layer))) {
        if (from.size() != 1) {
          throw new IOException(
              "its layer "
                  + name
                  + " is a network of "
                  + from.size()
                  + " inputs, which is not"
                  + " translated");
        }
        ends.put(name, inside(layer, prefix, from.get(0), flat, all));
      } else {
        String group = prefix.isEmpty() ? name : prefix.substring(0, prefix.indexOf('\n'));
        add(layer, group, prefix.isEmpty() ? "" : plain(prefix), flat, all);
        connect(layer, from);
        ends.put(name, plain(prefix) + name);
      }
    }
  }

  /** The prefix of names; the part before the line break is the group of the weights. */
  private static String plain(String prefix) {
    return prefix.isEmpty() ? "" : prefix.substring(prefix.indexOf('\n') + 1);
  }

  /** Puts the layers of a network inside into the row; returns the name of its last one. */
  private static String inside(
      ObjectNode network, String prefix, String from, List<ObjectNode> flat, List<Layer> all)
      throws IOException {
    String name = name(network);
    String group = prefix.isEmpty() ? name : prefix.substring(0, prefix.indexOf('\n'));
    String within = group + "\n" + plain(prefix) + name + "_";
    JsonNode config = network.path("config");
    if (kind(network).equals(SEQUENTIAL)) {
      List<ObjectNode> row = new ArrayList<>();
      int first = all.size();
      for (JsonNode layer : config.path("layers")) {
        if (!kind(layer).equals(INPUT)) {
          inRow(object(layer), group, plain(within), false, row, all);
        }
      }
      String last = from;
      for (int i = 0; i < row.size(); i++) {
        connect(row.get(i), List.of(last));
        last = all.get(first + i).name();
      }
      flat.addAll(row);
      return last;
    }
    JsonNode in = config.path("input_layers");
    JsonNode out = config.path("output_layers");
    if (in.size() != 1 || out.size() != 1) {
      throw new IOException(
          "its layer "
              + name
              + " is a network of several inputs or outputs, which is not"
              + " translated");
    }
    Map<String, String> ends = new HashMap<>();
    graph(
        config.path("layers"), within, Map.of(in.path(0).path(0).asText(), from), ends, flat, all);
    String end = ends.get(out.path(0).path(0).asText());
    if (end == null) {
      throw new IOException("its layer " + name + " is a network without an output");
    }
    return end;
  }

  /** Names of the layers whose output a layer takes. */
  private static List<String> sources(ObjectNode layer, String prefix, Map<String, String> ends)
      throws IOException {
    JsonNode nodes = layer.path(INBOUND);
    if (nodes.size() > 1) {
      throw new IOException(
          "its layer "
              + name(layer)
              + " ("
              + kind(layer)
              + ") is used "
              + nodes.size()
              + " times, which is not translated");
    }
    List<String> from = new ArrayList<>();
    for (JsonNode source : nodes.path(0)) {
      String name = source.path(0).asText();
      if (!source.isArray() || name.isEmpty()) {
        throw new IOException(
            "its layer "
                + name(layer)
                + " ("
                + kind(layer)
                + ") says in an unknown way what it"
                + " takes");
      }
      from.add(ends.getOrDefault(name, plain(prefix) + name));
    }
    return from;
  }

  private static void connect(ObjectNode layer, List<String> from) {
    String name = name(layer);
    layer.put("name", name);
    ArrayNode nodes = layer.putArray(INBOUND);
    if (!from.isEmpty()) {
      ArrayNode node = nodes.addArray();
      for (String source : from) {
        node.addArray().add(source).add(0).add(0).addObject();
      }
    }
  }
}
