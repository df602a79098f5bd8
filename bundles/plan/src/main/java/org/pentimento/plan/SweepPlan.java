package org.pentimento.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pentimento.api.BadInputException;

/**
 * A plan in which values stand for several: {@code {each: [0.05, 0.1]}} or {@code {from: 0.01, to:
 * 0.2, steps: 6, scale: log}}. All of them combined make a grid, whose cells are ordinary plans. A
 * key {@code sweep: {exclude: [{rate: 0.2}], cap: 500}} leaves out cells and says how many there
 * may be. Plain lists stay one value. Immutable.
 */
public final class SweepPlan {
  /** How many cells a grid may have if the plan does not say. */
  static final int DEFAULT_CAP = 1000;

  private static final int LARGEST_CAP = 10_000;
  private static final String SWEEP = "sweep";
  private static final String SEEDS = "seeds";
  private static final Set<String> RANGE = Set.of("from", "to", "steps", "scale");

  private final String source;
  private final String name;
  private final PlanText text;
  private final Map<String, List<Object>> axes = new LinkedHashMap<>();
  private final List<Map<String, Object>> cells = new ArrayList<>();

  private SweepPlan(String source, String name, PlanText text) {
    this.source = source;
    this.name = name;
    this.text = text;
  }

  /**
   * Finds the axes and lists the cells; does not check whether a cell is a plan that can be used.
   *
   * @param source name of the plan for error messages, such as its file
   * @throws PlanException if an axis, an exclusion or the cap is wrong, the grid is larger than the
   *     cap (said before a cell is made), or everything is excluded
   */
  public static SweepPlan read(String source, String yaml) throws PlanException {
    PlanNode root = new PlanNode(source, "", PlanReader.compose(source, yaml));
    Map<String, PlanNode> top = root.entries();
    PlanText whole = PlanText.of(yaml);
    PlanNode name = top.get("name");
    SweepPlan plan =
        new SweepPlan(
            source,
            name == null ? SWEEP : name.text(),
            top.containsKey(SWEEP) ? whole.without(SWEEP) : whole);
    for (Map.Entry<String, PlanNode> entry : top.entrySet()) {
      if (!entry.getKey().equals(SWEEP)) {
        plan.find(entry.getKey(), entry.getValue());
      }
    }
    PlanNode sweep = top.get(SWEEP);
    Map<String, PlanNode> rules =
        sweep == null ? Map.of() : sweep.entries(Set.of("exclude", "cap"));
    PlanNode capNode = rules.get("cap");
    long cap = capNode == null ? DEFAULT_CAP : capNode.integer(1, LARGEST_CAP);
    plan.refuseMoreThan(cap, capNode == null ? root : capNode);
    List<Map<String, Object>> excluded = new ArrayList<>();
    PlanNode exclude = rules.get("exclude");
    if (exclude != null) {
      for (PlanNode item : exclude.items()) {
        excluded.add(plan.exclusion(item));
      }
    }
    plan.combine(new ArrayList<>(plan.axes.keySet()), 0, new LinkedHashMap<>(), excluded);
    if (plan.cells.isEmpty()) {
      throw (exclude == null ? root : exclude)
          .error("every cell of the grid is excluded", "Remove one of the exclusions.");
    }
    return plan;
  }

  private void find(String path, PlanNode node) throws PlanException {
    if (node.isList()) {
      List<PlanNode> items = node.items();
      for (int i = 0; i < items.size(); i++) {
        find(path + "[" + i + "]", items.get(i));
      }
    } else if (node.isMap()) {
      Map<String, PlanNode> entries = node.entries();
      if (entries.containsKey("each")) {
        axes.put(path, each(node.entries(Set.of("each"))));
      } else if (!entries.isEmpty() && RANGE.containsAll(entries.keySet())) {
        axes.put(path, range(node, entries));
      } else {
        for (Map.Entry<String, PlanNode> entry : entries.entrySet()) {
          find(path + "." + entry.getKey(), entry.getValue());
        }
      }
    }
  }

  private static List<Object> each(Map<String, PlanNode> entries) throws PlanException {
    PlanNode list = entries.values().iterator().next();
    List<Object> values = new ArrayList<>();
    for (PlanNode item : list.items()) {
      Object value = value(item);
      if (values.contains(value)) {
        throw item.error(value + " stands twice", "Remove one of the two.");
      }
      values.add(value);
    }
    if (values.isEmpty()) {
      throw list.error("the list of values is empty", "Write {each: [a, b]}.");
    }
    return values;
  }

  private static Object value(PlanNode node) throws PlanException {
    if (node.isList()) {
      List<Object> values = new ArrayList<>();
      for (PlanNode item : node.items()) {
        values.add(value(item));
      }
      return values;
    } else if (node.isMap()) {
      Map<String, Object> values = new LinkedHashMap<>();
      for (Map.Entry<String, PlanNode> entry : node.entries().entrySet()) {
        values.put(entry.getKey(), value(entry.getValue()));
      }
      return values;
    }
    return node.value();
  }

  private static List<Object> range(PlanNode node, Map<String, PlanNode> entries)
      throws PlanException {
    double from = number(node.required(entries, "from"));
    double to = number(node.required(entries, "to"));
    int steps = (int) node.required(entries, "steps").integer(2, LARGEST_CAP);
    PlanNode scaleNode = entries.get("scale");
    String scale = scaleNode == null ? "linear" : scaleNode.text();
    if (scaleNode != null && !Set.of("linear", "log").contains(scale)) {
      throw scaleNode.error("is " + scale, "Allowed are: linear, log.");
    }
    boolean log = scale.equals("log");
    if (from >= to || (log && from <= 0)) {
      throw node.error(
          "from " + from + " to " + to + " is no range" + (log ? " of a log scale" : ""),
          "Let from be smaller than to" + (log ? " and larger than 0." : "."));
    }
    boolean whole =
        node.required(entries, "from").value() instanceof Long
            && node.required(entries, "to").value() instanceof Long;
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      double part = i / (double) (steps - 1);
      double exact = log ? from * Math.pow(to / from, part) : from + (to - from) * part;
      double shown = i == 0 ? from : i == steps - 1 ? to : rounded(exact);
      values.add(whole ? (Object) Math.round(shown) : (Object) shown);
    }
    if (values.stream().distinct().count() < values.size()) {
      throw node.error(
          steps + " steps from " + from + " to " + to + " give a value twice",
          whole ? "Use fewer steps, or write 1.0 instead of 1 for fractions." : "Use fewer steps.");
    }
    return values;
  }

  private static double number(PlanNode node) throws PlanException {
    if (node.value() instanceof Number number && Double.isFinite(number.doubleValue())) {
      return number.doubleValue();
    }
    throw node.error("is " + node.text(), "Write a number.");
  }

  /** Six digits are more than any parameter needs, and people can write them in an exclusion. */
  private static double rounded(double value) {
    return new BigDecimal(value).round(new MathContext(6)).doubleValue();
  }

  private void refuseMoreThan(long cap, PlanNode place) throws PlanException {
    double count = 1;
    StringBuilder product = new StringBuilder();
    for (Map.Entry<String, List<Object>> axis : axes.entrySet()) {
      int size = axis.getValue().size();
      count *= size;
      product
          .append(product.isEmpty() ? "" : " × ")
          .append(axis.getKey())
          .append(": ")
          .append(size);
    }
    if (count > cap) {
      throw place.error(
          String.format("the grid has %.0f cells (%s), more than %d", count, product, cap),
          "Use fewer values, or set sweep.cap up to " + LARGEST_CAP + ".");
    }
  }

  private Map<String, Object> exclusion(PlanNode item) throws PlanException {
    Map<String, Object> coordinate = new LinkedHashMap<>();
    for (Map.Entry<String, PlanNode> entry : item.entries().entrySet()) {
      String name = entry.getKey();
      List<String> meant =
          axes.keySet().stream().filter(a -> a.equals(name) || a.endsWith("." + name)).toList();
      if (meant.size() != 1) {
        throw entry
            .getValue()
            .error(
                "'" + name + "' names " + (meant.isEmpty() ? "no axis" : "several axes"),
                "Axes are: " + String.join(", ", axes.keySet()) + ".");
      }
      String axis = meant.get(0);
      Object value = value(entry.getValue());
      List<Object> values = axes.getOrDefault(axis, List.of());
      if (!values.contains(value)) {
        throw entry
            .getValue()
            .error(value + " is no value of " + axis, "Values are: " + values + ".");
      }
      coordinate.put(axis, value);
    }
    if (coordinate.isEmpty()) {
      throw item.error("an exclusion without a value excludes everything", "Name an axis.");
    }
    return coordinate;
  }

  private void combine(
      List<String> names, int next, Map<String, Object> so, List<Map<String, Object>> excluded) {
    if (next == names.size()) {
      if (excluded.stream().noneMatch(e -> so.entrySet().containsAll(e.entrySet()))) {
        cells.add(Collections.unmodifiableMap(new LinkedHashMap<>(so)));
      }
      return;
    }
    for (Object value : axes.getOrDefault(names.get(next), List.of())) {
      so.put(names.get(next), value);
      combine(names, next + 1, so, excluded);
    }
    so.remove(names.get(next));
  }

  /** The name of the whole. */
  public String name() {
    return name;
  }

  /** Values of each axis by its path, such as {@code attacks[0].rate}; empty for a plain plan. */
  public Map<String, List<Object>> axes() {
    return Collections.unmodifiableMap(axes);
  }

  /** Coordinates of the cells that are not excluded, the last axis changing fastest. */
  public List<Map<String, Object>> cells() {
    return List.copyOf(cells);
  }

  /** An axis' path in a plan as short as it can be told from the others: {@code rate}. */
  public String shortName(String axis) {
    String last = axis.substring(axis.lastIndexOf('.') + 1);
    return axes.keySet().stream().filter(a -> a.equals(last) || a.endsWith("." + last)).count() == 1
        ? last
        : axis;
  }

  /** A cell in words: {@code rate 0.1, width 32}. */
  public String words(Map<String, Object> cell) {
    return cell.entrySet().stream()
        .map(value -> shortName(value.getKey()) + " " + value.getValue())
        .collect(Collectors.joining(", "));
  }

  /** The text of the ordinary plan at a coordinate, which its name ends with. */
  public String yaml(Map<String, Object> cell) throws PlanException {
    PlanText plan = cell.isEmpty() ? text : text.with("name", name + ": " + words(cell));
    for (Map.Entry<String, Object> value : cell.entrySet()) {
      boolean seeds = value.getKey().equals(SEEDS);
      plan = plan.with(value.getKey(), seeds ? List.of(value.getValue()) : value.getValue());
    }
    return plan.text();
  }

  /**
   * The checked plan at a coordinate.
   *
   * @throws BadInputException naming the cell with its values, if it cannot be used
   */
  public Plan plan(PlanReader reader, Map<String, Object> cell) throws BadInputException {
    try {
      return reader.read(source, yaml(cell), List.of());
    } catch (PlanException e) {
      throw new BadInputException(
          "The cell with " + words(cell) + " is invalid: " + e.getMessage(), e.remedy(), e);
    }
  }
}
