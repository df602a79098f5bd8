package org.pentimento.workbench.plan.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.pentimento.plan.PlanText;

/**
 * Plans side by side, value by value.
 *
 * @param names of the plans
 * @param rows all values, in the order of the first plan that has them
 */
record PlanDifferences(List<String> names, List<Row> rows) {
  private static final String BELOW = " › ";

  /** What stands in a list of extensions: each is known by its id, wherever it stands. */
  private static final Set<String> EXTENSIONS =
      Set.of("generators", "metrics", "detectors", "models");

  private static final String USED = "used";

  /**
   * A value.
   *
   * @param path what it is, such as {@code generators › fcn › width}
   * @param values of each plan, as written; empty where a plan does not say
   */
  record Row(String path, List<String> values) {
    /** Whether the plans do not say the same. A number is equal to itself in another spelling. */
    boolean differs() {
      return values.stream().map(Row::plain).distinct().count() > 1;
    }

    private static Object plain(String value) {
      try {
        return Double.valueOf(value);
      } catch (NumberFormatException e) {
        return value;
      }
    }
  }

  /**
   * Compares plans.
   *
   * @param plans YAML, by the names of the plans
   */
  static PlanDifferences of(List<String> names, List<String> plans) {
    List<Map<String, String>> values = new ArrayList<>();
    Set<String> paths = new LinkedHashSet<>();
    for (String plan : plans) {
      Map<String, String> of = new LinkedHashMap<>();
      PlanText text = PlanText.of(plan);
      collect(text, "", "", of);
      values.add(of);
      paths.addAll(of.keySet());
    }
    List<Row> rows = new ArrayList<>();
    for (String path : paths) {
      rows.add(new Row(path, values.stream().map(of -> of.getOrDefault(path, "")).toList()));
    }
    return new PlanDifferences(List.copyOf(names), ordered(rows));
  }

  /** Values of one thing stand together, also where only a later plan has them. */
  private static List<Row> ordered(List<Row> rows) {
    Map<String, List<Row>> groups = new LinkedHashMap<>();
    for (Row row : rows) {
      String group = row.path().split(BELOW, 2)[0];
      groups.computeIfAbsent(group, g -> new ArrayList<>()).add(row);
    }
    return groups.values().stream().flatMap(List::stream).toList();
  }

  private static void collect(
      PlanText text, String path, String label, Map<String, String> values) {
    if (text.isMap(path)) {
      for (String key : text.keys(path)) {
        String below = path.isEmpty() ? key : path + "." + key;
        if (key.equals("id") && !path.isEmpty()) {
          values.putIfAbsent(label, text.value(below));
        } else {
          collect(text, below, label.isEmpty() ? key : label + BELOW + key, values);
        }
      }
    } else if (EXTENSIONS.contains(path)) {
      extensions(text, path, values);
    } else if (text.size(path) > 0 && text.isMap(path + "[0]")) {
      for (int i = 0; i < text.size(path); i++) {
        collect(text, path + "[" + i + "]", label + BELOW + (i + 1), values);
      }
    } else if (text.size(path) > 0) {
      StringJoiner items = new StringJoiner(", ");
      for (int i = 0; i < text.size(path); i++) {
        items.add(text.value(path + "[" + i + "]"));
      }
      values.put(label, items.toString());
    } else if (!text.value(path).isEmpty()) {
      values.put(label, text.value(path));
    }
  }

  private static void extensions(PlanText text, String path, Map<String, String> values) {
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < text.size(path); i++) {
      String item = path + "[" + i + "]";
      String id = text.has(item + ".model") ? text.value(item + ".model") : text.id(item);
      int nth = seen.merge(id, 1, Integer::sum);
      String label = path + BELOW + id + (nth == 1 ? "" : " (" + nth + ")");
      values.put(label, USED);
      for (String key : text.isMap(item) ? text.keys(item) : List.<String>of()) {
        if (!key.equals("id")) {
          collect(text, item + "." + key, label + BELOW + key, values);
        }
      }
    }
  }
}
