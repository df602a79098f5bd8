package org.pentimento.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One {@code KEY=VALUE} that replaces a value of a plan.
 *
 * @param text as it was given
 * @param path keys and list positions from the top, such as {@code generators}, {@code 0}, {@code
 *     epochs}
 * @param value YAML
 */
record PlanOverride(String text, List<String> path, String value) {
  private static final String OPTION = "--set ";

  /** How a value is read. */
  interface Composer {
    Node compose(String yaml) throws PlanException;
  }

  static PlanOverride parse(String text) throws PlanException {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw error(text, "is no KEY=VALUE", "Write for example --set generators[0].epochs=5.");
    }
    List<String> path = new ArrayList<>();
    for (String part : text.substring(0, equals).replace('[', '.').replace("]", "").split("\\.")) {
      path.add(part.strip());
    }
    String value = text.substring(equals + 1);
    if (value.isBlank()) {
      throw error(text, "has no value", "Write for example --set generators[0].epochs=5.");
    }
    return new PlanOverride(text, List.copyOf(path), value);
  }

  private static PlanException error(String text, String problem, String remedy) {
    return new PlanException(OPTION + text, 1, "", problem, remedy);
  }

  /** What errors in the value name instead of a file and a line. */
  String source() {
    return OPTION + text;
  }

  /** Whether an error is in an override and not in the plan's text. */
  static boolean isSource(String source) {
    return source.startsWith(OPTION);
  }

  /**
   * A plan in which the value stands at its place. Keys that are missing are added, list positions
   * are not.
   */
  Node apply(Node root, Composer composer) throws PlanException {
    return replace(root, 0, composer.compose(value));
  }

  private Node replace(Node node, int depth, Node replacement) throws PlanException {
    if (depth == path.size()) {
      return replacement;
    }
    String step = path.get(depth);
    if (node instanceof SequenceNode list) {
      int index = step.matches("\\d{1,6}") ? Integer.parseInt(step) : -1;
      if (index < 0 || index >= list.getValue().size()) {
        throw error(
            text,
            "there is no item '" + step + "' in this list",
            "The list has "
                + list.getValue().size()
                + (list.getValue().size() == 1 ? " item" : " items")
                + ", counted from 0.");
      }
      List<Node> items = new ArrayList<>(list.getValue());
      items.set(index, replace(items.get(index), depth + 1, replacement));
      return new SequenceNode(
          Tag.SEQ, true, items, FlowStyle.AUTO, list.getStartMark(), list.getEndMark());
    }
    if (!(node instanceof MappingNode map)) {
      throw error(
          text,
          "'" + step + "' is looked for in a single value",
          "Check the path against the plan.");
    }
    List<NodeTuple> tuples = new ArrayList<>();
    boolean found = false;
    for (NodeTuple tuple : map.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(step)) {
        tuples.add(new NodeTuple(key, replace(tuple.getValueNode(), depth + 1, replacement)));
        found = true;
      } else {
        tuples.add(tuple);
      }
    }
    if (!found) {
      ScalarNode key =
          new ScalarNode(
              Tag.STR, true, step, ScalarStyle.PLAIN, Optional.empty(), Optional.empty());
      Node empty =
          new MappingNode(
              Tag.MAP,
              true,
              new ArrayList<>(),
              FlowStyle.AUTO,
              map.getStartMark(),
              map.getEndMark());
      tuples.add(new NodeTuple(key, replace(empty, depth + 1, replacement)));
    }
    return new MappingNode(
        Tag.MAP, true, tuples, FlowStyle.AUTO, map.getStartMark(), map.getEndMark());
  }
}
