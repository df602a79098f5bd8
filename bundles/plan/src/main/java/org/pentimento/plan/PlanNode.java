package org.pentimento.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A place in a plan that knows its line and its key, so that errors can name both. */
final class PlanNode {
  private final String source;
  private final String key;
  private final Node node;

  PlanNode(String source, String key, Node node) {
    this.source = source;
    this.key = key;
    this.node = node;
  }

  PlanException error(String problem, String remedy) {
    String place = node.getStartMark().map(Mark::getName).filter(n -> !n.isEmpty()).orElse(source);
    return new PlanException(place, line(), key, problem, remedy);
  }

  private int line() {
    return node.getStartMark().map(m -> m.getLine() + 1).orElse(1);
  }

  boolean isMap() {
    return node instanceof MappingNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  /** The entries of a map; anything else and keys that stand twice are errors. */
  Map<String, PlanNode> entries() throws PlanException {
    if (!(node instanceof MappingNode map)) {
      throw error(
          "a map of keys and values is expected here",
          "Write {key: value, …} or indent lines of key: value.");
    }
    Map<String, PlanNode> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : map.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
        throw error("a key must be a plain word", "Write key: value.");
      }
      String child = key.isEmpty() ? name.getValue() : key + "." + name.getValue();
      PlanNode value = new PlanNode(source, child, tuple.getValueNode());
      if (entries.put(name.getValue(), value) != null) {
        throw value.error("the key stands twice", "Remove one of the two.");
      }
    }
    return entries;
  }

  /** The entries of a map that may have only the given keys. */
  Map<String, PlanNode> entries(Set<String> allowed) throws PlanException {
    Map<String, PlanNode> entries = entries();
    for (Map.Entry<String, PlanNode> entry : entries.entrySet()) {
      if (!allowed.contains(entry.getKey())) {
        throw entry
            .getValue()
            .error("unknown key '" + entry.getKey() + "'", "Allowed are: " + sorted(allowed) + ".");
      }
    }
    return entries;
  }

  private static String sorted(Set<String> words) {
    return String.join(", ", words.stream().sorted().toList());
  }

  PlanNode required(Map<String, PlanNode> entries, String name) throws PlanException {
    PlanNode child = entries.get(name);
    if (child == null) {
      throw error("the key '" + name + "' is missing", "Add " + name + ": …");
    }
    return child;
  }

  List<PlanNode> items() throws PlanException {
    if (!(node instanceof SequenceNode list)) {
      throw error("a list is expected here", "Write [a, b] or lines that begin with a hyphen.");
    }
    List<PlanNode> items = new ArrayList<>();
    for (Node item : list.getValue()) {
      items.add(new PlanNode(source, key + "[" + items.size() + "]", item));
    }
    return items;
  }

  String text() throws PlanException {
    return scalar().getValue();
  }

  long integer(long minimum, long maximum) throws PlanException {
    Object value = value();
    if (value instanceof Long number && number >= minimum && number <= maximum) {
      return number;
    }
    throw error(
        "is " + text(), "Allowed is a whole number from " + minimum + " to " + maximum + ".");
  }

  /** The value of a scalar: Long, Double, Boolean or String, or empty for null. */
  Optional<Object> optionalValue() throws PlanException {
    ScalarNode scalar = scalar();
    String text = scalar.getValue();
    Tag tag = scalar.getTag();
    try {
      if (tag.equals(Tag.NULL)) {
        return Optional.empty();
      } else if (tag.equals(Tag.INT)) {
        return Optional.of(Long.parseLong(text));
      } else if (tag.equals(Tag.FLOAT)) {
        return Optional.of(number(text));
      } else if (tag.equals(Tag.BOOL)) {
        return Optional.of(Boolean.parseBoolean(text));
      }
    } catch (NumberFormatException e) {
      throw error("'" + text + "' is not a number that can be used", "Write it in plain digits.");
    }
    return Optional.of(text);
  }

  Object value() throws PlanException {
    return optionalValue()
        .orElseThrow(() -> error("has no value", "Write a value behind the colon."));
  }

  private static double number(String text) {
    return switch (text) {
      case ".nan", ".NaN", ".NAN" -> Double.NaN;
      case ".inf", ".Inf", ".INF", "+.inf" -> Double.POSITIVE_INFINITY;
      case "-.inf", "-.Inf", "-.INF" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  private ScalarNode scalar() throws PlanException {
    if (!(node instanceof ScalarNode scalar)) {
      throw error("a single value is expected here", "Write key: value.");
    }
    return scalar;
  }
}
