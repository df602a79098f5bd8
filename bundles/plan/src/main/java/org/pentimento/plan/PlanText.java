package org.pentimento.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The text of a plan with the places of its values. One value can be changed, and everything else,
 * comments and order included, stays as it was written. Immutable; a change gives another text.
 *
 * <p>Paths are those of {@link PlanException#key}: {@code attacks[0].trigger.amplitude}. Values to
 * be written are {@code Map}, {@code List}, {@code Number}, {@code Boolean} and {@code String}.
 */
public final class PlanText {
  private static final String PLAIN = "[\\p{L}\\p{N}_./+][\\p{L}\\p{N}_./+()% -]*";
  private static final String NUMBER = "-?[0-9.][0-9.eE+-]*";

  private final String text;
  private final int codePoints;
  private final Map<String, Place> places = new LinkedHashMap<>();
  private final @Nullable PlanException problem;

  /**
   * Where a value stands.
   *
   * @param keyStart start of its key, or of the value itself in a list
   * @param keyEnd end of its key
   * @param end without the blanks and comments behind it
   */
  private record Place(Node node, int keyStart, int keyEnd, int start, int end) {}

  private PlanText(String text) {
    this.text = text;
    this.codePoints = text.codePointCount(0, text.length());
    PlanException found = null;
    try {
      collect("", PlanReader.compose("plan", text), -1, -1);
    } catch (PlanException e) {
      found = e;
    }
    problem = found;
  }

  /** Looks at a text, which need not be a plan, nor YAML. */
  public static PlanText of(String text) {
    return new PlanText(text);
  }

  /** The text itself. */
  public String text() {
    return text;
  }

  /** Why the text is no YAML, empty if it is. Nothing can be found in or changed about such one. */
  public Optional<PlanException> problem() {
    return Optional.ofNullable(problem);
  }

  private int collect(String path, Node node, int keyStart, int keyEnd) {
    int start = offset(node.getStartMark());
    int end = start;
    if (node instanceof MappingNode map) {
      for (NodeTuple tuple : map.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
          String child = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
          int from = offset(key.getStartMark());
          int to = offset(key.getEndMark());
          end = Math.max(end, collect(child, tuple.getValueNode(), from, to));
          end = Math.max(end, text.indexOf(':', to) + 1);
        }
      }
    } else if (node instanceof SequenceNode list) {
      for (int i = 0; i < list.getValue().size(); i++) {
        end = Math.max(end, collect(path + "[" + i + "]", list.getValue().get(i), -1, -1));
      }
    }
    if (!(node instanceof CollectionNode<?> c) || c.getFlowStyle() == FlowStyle.FLOW) {
      end = offset(node.getEndMark());
      while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
        end--;
      }
    }
    places.put(path, new Place(node, keyStart < 0 ? start : keyStart, keyEnd, start, end));
    return end;
  }

  /** Marks count code points. */
  private int offset(Optional<Mark> mark) {
    int index = Math.min(mark.map(Mark::getIndex).orElse(0), codePoints);
    return codePoints == text.length() ? index : text.offsetByCodePoints(0, index);
  }

  /** The name of the runs that carry it out. */
  public String runName() {
    return has("name") ? value("name") : PlanReader.UNNAMED;
  }

  /** Whether there is something at a path, even without a value. */
  public boolean has(String path) {
    return places.containsKey(path);
  }

  /** Whether there is a map at a path. */
  public boolean isMap(String path) {
    return node(path) instanceof MappingNode;
  }

  /** The single value at a path as it is meant, without quotes; empty if there is none. */
  public String value(String path) {
    return node(path) instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  /** The id of the extension at a path: of {@code {id: fcn, width: 32}} or plain {@code fcn}. */
  public String id(String path) {
    return isMap(path) ? value(path + ".id") : value(path);
  }

  /** How many items the list at a path has; 0 if there is no list. */
  public int size(String path) {
    return node(path) instanceof SequenceNode list ? list.getValue().size() : 0;
  }

  /** The keys of the map at a path in their order; empty if there is no map. */
  public List<String> keys(String path) {
    List<String> keys = new ArrayList<>();
    if (node(path) instanceof MappingNode map) {
      for (NodeTuple tuple : map.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
          keys.add(key.getValue());
        }
      }
    }
    return keys;
  }

  /** The line of a path, or of the nearest place above it, counted from 1. */
  public int line(String path) {
    int at = offset(path);
    return (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
  }

  /** Where the value of a path, or of the nearest place above it, begins. */
  public int offset(String path) {
    for (String p = path; !p.isEmpty(); p = parent(p)) {
      Place place = places.get(p);
      if (place != null) {
        return place.start();
      }
    }
    return 0;
  }

  /** The path of the innermost value around an offset; empty if there is none. */
  public String pathAt(int offset) {
    String best = "";
    int length = Integer.MAX_VALUE;
    for (Map.Entry<String, Place> e : places.entrySet()) {
      Place p = e.getValue();
      if (p.keyStart() <= offset && offset <= p.end() && p.end() - p.keyStart() < length) {
        best = e.getKey();
        length = p.end() - p.keyStart();
      }
    }
    return best;
  }

  private @Nullable Node node(String path) {
    Place place = places.get(path);
    return place == null ? null : place.node();
  }

  private Place place(String path) {
    Place place = places.get(path);
    if (place == null) {
      throw new IllegalArgumentException("nothing stands at " + path);
    }
    return place;
  }

  /** What contains a path: {@code a.b} of {@code a.b.c} and of {@code a.b[1]}. */
  private static String parent(String path) {
    int cut = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
    return cut < 0 ? "" : path.substring(0, cut);
  }

  private static String key(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static boolean isItem(String path) {
    return path.endsWith("]");
  }

  /**
   * The text with another value at a path. Keys that are missing are added.
   *
   * @throws PlanException if the text is no YAML, or the place is written in a way that only a
   *     person can change
   */
  public PlanText with(String path, Object value) throws PlanException {
    Place place = places.get(path);
    if (place != null) {
      String before = place.start() == place.end() && !isItem(path) ? " " : "";
      return replaced(path, place.start(), place.end(), before + yaml(value));
    }
    if (isItem(path)) {
      throw new IllegalArgumentException("no item " + path);
    }
    String parent = parent(path);
    Node container = node(parent);
    if (container instanceof MappingNode map) {
      return added(path, parent, map, value);
    }
    Map<String, Object> whole = new LinkedHashMap<>();
    if (container instanceof ScalarNode && !value(parent).isEmpty()) {
      whole.put("id", value(parent));
    }
    whole.put(key(path), value);
    if (parent.isEmpty()) {
      return checked(path, text); // throws: without a map at its top the text is no plan
    }
    return with(parent, whole);
  }

  private PlanText added(String path, String parent, MappingNode map, Object value)
      throws PlanException {
    Place place = place(parent);
    String entry = key(path) + ": " + yaml(value);
    if (map.getFlowStyle() == FlowStyle.FLOW) {
      if (map.getValue().isEmpty()) {
        return replaced(path, place.start(), place.end(), "{" + entry + "}");
      }
      int end = lastEnd(parent, map);
      return replaced(path, end, end, ", " + entry);
    }
    int end = endOfLine(place.end());
    String indent = " ".repeat(column(place.start()));
    if (value instanceof List<?> list && parent.isEmpty() && !list.isEmpty()) {
      entry =
          key(path)
              + ":"
              + list.stream().map(v -> newline() + "  - " + yaml(v)).collect(Collectors.joining());
    }
    return replaced(path, end, end, newline() + indent + entry);
  }

  private int lastEnd(String parent, MappingNode map) {
    NodeTuple last = map.getValue().get(map.getValue().size() - 1);
    String key = last.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
    return place(parent.isEmpty() ? key : parent + "." + key).end();
  }

  /**
   * The text with one more item in a list, which is made if it is missing.
   *
   * @param index where, up to the size of the list
   */
  public PlanText inserted(String path, int index, Object value) throws PlanException {
    if (!(node(path) instanceof SequenceNode list) || list.getValue().isEmpty()) {
      return has(path) && parent(path).isEmpty() && !isItem(path)
          ? blockList(path, value)
          : with(path, List.of(value));
    }
    boolean last = index >= list.getValue().size();
    Place beside = place(path + "[" + (last ? list.getValue().size() - 1 : index) + "]");
    if (list.getFlowStyle() == FlowStyle.FLOW) {
      return last
          ? replaced(path, beside.end(), beside.end(), ", " + yaml(value))
          : replaced(path, beside.start(), beside.start(), yaml(value) + ", ");
    }
    String item = " ".repeat(column(place(path).start())) + "- " + yaml(value);
    if (last) {
      int end = endOfLine(beside.end());
      return replaced(path, end, end, newline() + item);
    }
    int start = startOfLine(beside.start());
    return replaced(path, start, start, item + newline());
  }

  /** Extensions with their parameters are easier to read one a line; plain words are not. */
  private PlanText blockList(String path, Object value) throws PlanException {
    Place place = place(path);
    if (value instanceof Map<?, ?>) {
      int colon = text.indexOf(':', place.keyEnd());
      String indent = " ".repeat(column(place.keyStart()) + 2);
      return replaced(
          path,
          colon + 1,
          Math.max(colon + 1, place.end()),
          newline() + indent + "- " + yaml(value));
    }
    return with(path, List.of(value));
  }

  /** The text without what is at a path, or this text if nothing is. */
  public PlanText without(String path) throws PlanException {
    if (!has(path)) {
      return this;
    }
    String parent = parent(path);
    Place place = place(path);
    if (!(node(parent) instanceof CollectionNode<?> container)) {
      throw new IllegalArgumentException(path);
    }
    List<Place> siblings = siblings(parent, container);
    int index = siblings.indexOf(place);
    if (siblings.size() == 1) {
      return emptied(parent, container);
    }
    if (container.getFlowStyle() == FlowStyle.FLOW) {
      return index + 1 < siblings.size()
          ? replaced(path, place.keyStart(), siblings.get(index + 1).keyStart(), "")
          : replaced(path, siblings.get(index - 1).end(), place.end(), "");
    }
    int start = startOfLine(place.keyStart());
    boolean sharesLine =
        !isItem(path) && !text.substring(start, place.keyStart()).isBlank() && index == 0;
    if (sharesLine) {
      return replaced(path, place.keyStart(), siblings.get(1).keyStart(), "");
    }
    int end = endOfLine(place.end());
    return end < text.length()
        ? replaced(path, start, text.indexOf('\n', end) + 1, "")
        : replaced(path, Math.max(0, start - newline().length()), end, "");
  }

  private PlanText emptied(String path, CollectionNode<?> container) throws PlanException {
    Place place = place(path);
    String empty = container instanceof SequenceNode ? "[]" : "{}";
    if (place.keyEnd() >= 0 && container.getFlowStyle() != FlowStyle.FLOW) {
      return replaced(path, text.indexOf(':', place.keyEnd()) + 1, place.end(), " " + empty);
    }
    return replaced(path, place.start(), place.end(), empty);
  }

  private List<Place> siblings(String parent, CollectionNode<?> container) {
    List<Place> siblings = new ArrayList<>();
    if (container instanceof SequenceNode list) {
      for (int i = 0; i < list.getValue().size(); i++) {
        siblings.add(place(parent + "[" + i + "]"));
      }
    } else {
      keys(parent).stream()
          .map(k -> place(parent.isEmpty() ? k : parent + "." + k))
          .forEach(siblings::add);
    }
    return siblings;
  }

  /** The text with two items of a list in each other's place. */
  public PlanText swapped(String path, int one, int other) throws PlanException {
    Place first = place(path + "[" + Math.min(one, other) + "]");
    Place second = place(path + "[" + Math.max(one, other) + "]");
    String between = text.substring(first.end(), second.start());
    return replaced(
        path,
        first.start(),
        second.end(),
        text.substring(second.start(), second.end())
            + between
            + text.substring(first.start(), first.end()));
  }

  private PlanText replaced(String path, int start, int end, String by) throws PlanException {
    return checked(path, text.substring(0, start) + by + text.substring(end));
  }

  private PlanText checked(String path, String changed) throws PlanException {
    if (problem != null) {
      throw problem;
    }
    PlanText result = new PlanText(changed);
    if (result.problem != null) {
      throw new PlanException(
          "plan",
          line(path),
          path,
          "it is written in a way that cannot be changed here",
          "Change it in the source.");
    }
    return result;
  }

  private int startOfLine(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  private int endOfLine(int offset) {
    int end = text.indexOf('\n', offset);
    if (end < 0) {
      return text.length();
    }
    return end > offset && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  private int column(int offset) {
    return offset - startOfLine(offset);
  }

  private String newline() {
    return text.contains("\r\n") ? "\r\n" : "\n";
  }

  /** A value as YAML in one line. */
  public static String yaml(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(e -> e.getKey() + ": " + yaml(e.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    } else if (value instanceof List<?> list) {
      return list.stream().map(PlanText::yaml).collect(Collectors.joining(", ", "[", "]"));
    }
    String word = value.toString();
    boolean plain = (word.matches(PLAIN) && !word.endsWith(" ")) || word.matches(NUMBER);
    return plain ? word : quoted(word);
  }

  private static String quoted(String word) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : word.toCharArray()) {
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        default -> out.append(Character.isISOControl(c) ? String.format("\\x%02x", (int) c) : c);
      }
    }
    return out.append('"').toString();
  }
}
