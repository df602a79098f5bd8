package org.pentimento.report.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Summary;
import org.pentimento.casefile.result.Condition;
import org.pentimento.casefile.result.ReferenceSketch;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.report.part.Table;
import org.pentimento.report.part.Table.Cell;
import org.pentimento.report.part.Table.Column;
import org.pentimento.report.part.ValueText;
import org.pentimento.verdict.ConditionNames;

/** Means of all metrics as tables and small charts. */
final class MetricTables {
  private final Comparison comparison;
  private final Map<String, String> names;

  MetricTables(Comparison comparison, Map<String, String> names) {
    this.comparison = comparison;
    this.names = names;
  }

  /** How a person calls the metrics of a run, by id. */
  static Map<String, String> names(RunResult result) {
    Map<String, String> names = new LinkedHashMap<>();
    result.metrics().forEach(m -> names.put(m.id(), m.name()));
    return names;
  }

  String name(String metric, String measured) {
    String name = names.get(metric);
    if (name == null) {
      return measured;
    }
    return measured.equals(metric) ? name : name + " (" + measured + ")";
  }

  List<Table> tables() {
    List<Table> tables = new ArrayList<>();
    for (ReferenceSketch against : comparison.references()) {
      Map<String, Map<Condition, Summary>> rows = rows(against);
      if (rows.isEmpty()) {
        continue;
      }
      List<Condition> used =
          conditions(against).stream()
              .filter(c -> rows.values().stream().anyMatch(r -> r.containsKey(c)))
              .toList();
      List<Column> columns = new ArrayList<>();
      columns.add(Table.text("metric", 1.25));
      for (Condition c : used) {
        columns.add(
            Table.number(ConditionNames.of(c.subject()) + ",\n" + ConditionNames.of(c.photo()), 1));
      }
      List<List<Cell>> cells = new ArrayList<>();
      rows.forEach(
          (name, row) -> {
            List<Cell> line = new ArrayList<>();
            line.add(new Cell(name, ""));
            used.forEach(c -> line.add(cell(row.get(c))));
            cells.add(line);
          });
      tables.add(
          new Table(
              "Means against the "
                  + ConditionNames.of(against)
                  + ", with 95 % interval and number of values",
              columns,
              cells));
    }
    return tables;
  }

  private List<Condition> conditions(ReferenceSketch against) {
    return comparison.conditions().stream().filter(c -> c.reference() == against).toList();
  }

  private Map<String, Map<Condition, Summary>> rows(ReferenceSketch against) {
    Map<String, Map<Condition, Summary>> rows = new LinkedHashMap<>();
    for (Summary s : comparison.summaries()) {
      if (s.against() == against) {
        rows.computeIfAbsent(name(s.metric(), s.name()), n -> new LinkedHashMap<>())
            .put(s.condition(), s);
      }
    }
    return rows;
  }

  private static Cell cell(@Nullable Summary s) {
    if (s == null) {
      return new Cell("–", "");
    }
    String n = "n = " + s.n() + (s.undefined() == 0 ? "" : ", " + s.undefined() + " undefined");
    String interval = ValueText.interval(s.low(), s.high());
    return new Cell(ValueText.value(s.mean()), interval.isEmpty() ? n : interval + ", " + n);
  }
}
