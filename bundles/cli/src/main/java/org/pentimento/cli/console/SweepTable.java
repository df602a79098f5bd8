package org.pentimento.cli.console;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.CsvWriter.CsvWriterRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Summary;
import org.pentimento.casefile.result.Comparison.Turned;
import org.pentimento.casefile.result.Condition;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.result.ReferenceSketch;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.chart.SpreadsheetText;
import org.pentimento.verdict.ComparisonNames;

/** What a sweep came to: a row for each model of each cell, and the spread over seeds. */
public final class SweepTable {
  private static final String RATE = "rate";
  private static final String SEEDS = "seeds";

  private final List<String> axes;
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, String> leftOut = new TreeMap<>();

  /**
   * A model of a cell.
   *
   * @param cell values of the axes by their short names
   * @param run id of the run
   * @param stem of the comparison: its generator and attack, without the seed
   * @param name of what was audited and done to it, without the seed
   * @param model the same with what tells it from others of its run
   * @param seed of its training, empty if it was not trained here
   * @param attack what was tried, null if nothing
   * @param means of the suspect model against the truth
   */
  private record Row(
      Map<String, Object> cell,
      String run,
      String stem,
      String name,
      String model,
      OptionalLong seed,
      @Nullable Tried attack,
      List<Mean> means) {
    static Row of(Map<String, Object> cell, String run, String model, Comparison one) {
      Comparison.Attack attack = one.attack();
      String audited = one.audited().name();
      return new Row(
          cell,
          run,
          one.id().replaceFirst("/s\\d+$", ""),
          attack == null
              ? audited
              : audited + ", " + attack.trigger().name() + " + " + attack.strategy().name(),
          model,
          one.audited().seed(),
          attack == null ? null : Tried.of(one),
          means(one));
    }

    private static List<Mean> means(Comparison one) {
      List<Mean> means = new ArrayList<>();
      for (Summary honest : one.summaries()) {
        if (honest.condition().equals(condition(one, PhotoKind.CLEAN))) {
          Optional<Summary> harmed =
              one.summary(honest.metric(), condition(one, PhotoKind.TRIGGERED));
          means.add(
              new Mean(honest.metric(), honest.mean(), harmed.map(Summary::mean).orElse(null)));
        }
      }
      return means;
    }

    private static Condition condition(Comparison one, PhotoKind photo) {
      return new Condition(one.suspect(), photo, ReferenceSketch.TRUTH);
    }

    /** What it has in common with the rows of other seeds, or of other values of an axis. */
    List<Object> without(Set<String> varying) {
      List<Object> common = new ArrayList<>(List.of(stem, name));
      cell.forEach(
          (axis, value) -> {
            if (!varying.contains(axis)) {
              common.add(value);
            }
          });
      return common;
    }
  }

  /**
   * What became of an attack.
   *
   * @param pairs number of test pairs that it could turn, 0 if that was not counted
   * @param turned of these, sketches that it turned
   * @param works whether it works
   * @param useless whether a model drew nothing useful, so that there is nothing to tell
   */
  private record Tried(int pairs, int turned, boolean works, boolean useless) {
    static Tried of(Comparison one) {
      Turned turned = one.turned();
      return new Tried(
          turned == null ? 0 : turned.pairs(),
          turned == null ? 0 : turned.triggered(),
          one.attackWorks(),
          one.models().values().stream().anyMatch(model -> model.collapse() != null));
    }

    String words() {
      return useless ? "model useless" : pairs == 0 ? TextTables.NONE : turned + " of " + pairs;
    }

    double share() {
      return turned / (double) pairs;
    }
  }

  /**
   * Means of a metric.
   *
   * @param honest on clean photos
   * @param harmed on photos with the trigger, null if there are none
   */
  private record Mean(String metric, @Nullable Double honest, @Nullable Double harmed) {}

  /**
   * No rows yet.
   *
   * @param axes their short names, in the order of the columns
   */
  public SweepTable(List<String> axes) {
    this.axes = List.copyOf(axes);
  }

  /**
   * Adds what a cell came to.
   *
   * @param cell values of the axes by their short names
   */
  public void add(Map<String, Object> cell, String run, RunResult result) {
    ComparisonNames names = ComparisonNames.of(result.comparisons());
    for (Comparison one : result.comparisons()) {
      rows.add(Row.of(cell, run, names.of(one), one));
    }
  }

  /** Says why a cell has no row. */
  public void leaveOut(String cell, String why) {
    leftOut.put(cell, why);
  }

  /** Prints it for people. */
  public void print(PrintStream out) {
    out.println();
    TextTables tables =
        new TextTables(
            "Attack: photos with the trigger whose sketches lie nearer to the attacker's target"
                + " than to the truth. Metrics: mean against the true sketches, from clean to"
                + " triggered photos.",
            leftOut);
    Set<String> metrics = metrics();
    List<String> columns = new ArrayList<>(axes);
    columns.addAll(List.of("model", "run", "attack"));
    columns.addAll(metrics);
    tables.add(
        "Cells", axes.size() + 1, columns, rows.stream().map(row -> cells(row, metrics)).toList());
    overSeeds(tables);
    tables.print(out);
    smallestRates().forEach(out::println);
  }

  private static String number(@Nullable Double value) {
    return value == null ? TextTables.NONE : String.format(Locale.ROOT, "%.4f", value);
  }

  private Set<String> metrics() {
    Set<String> metrics = new TreeSet<>();
    rows.forEach(row -> row.means().forEach(one -> metrics.add(one.metric())));
    return metrics;
  }

  private List<String> cells(Row row, Set<String> metrics) {
    List<String> cells = new ArrayList<>(values(row, axes));
    cells.add(row.model());
    cells.add(row.run());
    cells.add(row.attack() == null ? TextTables.NONE : row.attack().words());
    for (String metric : metrics) {
      cells.add(
          row.means().stream()
              .filter(one -> one.metric().equals(metric))
              .map(one -> number(one.honest()) + " → " + number(one.harmed()))
              .findFirst()
              .orElse(TextTables.NONE));
    }
    return cells;
  }

  private static List<String> values(Row row, List<String> axes) {
    return axes.stream().map(axis -> String.valueOf(row.cell().get(axis))).toList();
  }

  /** Shares over seeds where there are several; photos vary for reasons of their own. */
  private void overSeeds(TextTables tables) {
    List<String> others = axes.stream().filter(axis -> !axis.equals(SEEDS)).toList();
    List<List<String>> lines = new ArrayList<>();
    for (List<Row> group : groups(Set.of(SEEDS))) {
      double[] shares = group.stream().flatMapToDouble(SweepTable::share).sorted().toArray();
      if (shares.length > 1) {
        List<String> line = new ArrayList<>(values(group.get(0), others));
        line.add(group.get(0).name());
        line.add(Integer.toString(shares.length));
        line.add(TextTables.percent(Arrays.stream(shares).average().orElseThrow()));
        line.add(TextTables.percent(shares[0]));
        line.add(TextTables.percent(shares[shares.length - 1]));
        lines.add(line);
      }
    }
    List<String> columns = new ArrayList<>(others);
    columns.addAll(List.of("model", "seeds", "attack", "least", "most"));
    tables.add("Over seeds", others.size() + 1, columns, lines);
  }

  private static DoubleStream share(Row row) {
    Tried attack = row.attack();
    return attack == null || attack.useless() || attack.pairs() == 0
        ? DoubleStream.empty()
        : DoubleStream.of(attack.share());
  }

  /** Rows with an attack that differ in these axes alone. */
  private Collection<List<Row>> groups(Set<String> varying) {
    Map<List<Object>, List<Row>> groups = new LinkedHashMap<>();
    for (Row row : rows) {
      if (row.attack() != null) {
        groups.computeIfAbsent(row.without(varying), key -> new ArrayList<>()).add(row);
      }
    }
    return groups.values();
  }

  /** For each setting of the other axes the rate from which on the attack works in most seeds. */
  private List<String> smallestRates() {
    if (!axes.contains(RATE)) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(List.of(""));
    for (List<Row> group : groups(Set.of(SEEDS, RATE))) {
      TreeMap<Double, List<Row>> rates = new TreeMap<>();
      for (Row row : group) {
        if (row.cell().get(RATE) instanceof Number rate) {
          rates.computeIfAbsent(rate.doubleValue(), key -> new ArrayList<>()).add(row);
        }
      }
      if (!rates.isEmpty()) {
        lines.add(about(group.get(0)) + ": the attack works in most seeds " + reach(rates));
      }
    }
    return lines;
  }

  private static String about(Row row) {
    return Stream.concat(
            Stream.of(row.name()),
            row.cell().entrySet().stream()
                .filter(value -> !Set.of(SEEDS, RATE).contains(value.getKey()))
                .map(value -> value.getKey() + " " + value.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String reach(TreeMap<Double, List<Row>> rates) {
    Double smallest = null;
    for (Map.Entry<Double, List<Row>> rate : rates.descendingMap().entrySet()) {
      long works =
          rate.getValue().stream().filter(r -> r.attack() != null && r.attack().works()).count();
      if (2 * works <= rate.getValue().size()) {
        break;
      }
      smallest = rate.getKey();
    }
    return smallest == null
        ? "at no rate up to " + rates.lastKey() + "."
        : "from a rate of " + smallest + " on.";
  }

  /** Writes a row for each model of each cell and each metric; the stream stays open. */
  public void csv(OutputStream out) throws IOException {
    CsvWriter csv = SpreadsheetText.writers().build(out);
    List<String> head = new ArrayList<>(axes);
    head.addAll(List.of("run", "model", "seed", "pairs", "turned", "metric", "honest", "harmed"));
    csv.writeRecord(head);
    for (Row row : rows) {
      for (Mean one : row.means()) {
        write(csv.writeRecord(), row, one);
      }
    }
    csv.flush();
  }

  private void write(CsvWriterRecord line, Row row, Mean one) {
    for (String axis : axes) {
      Object value = row.cell().get(axis);
      line.writeField(
          value instanceof Number ? value.toString() : SpreadsheetText.text(String.valueOf(value)));
    }
    line.writeField(row.run()).writeField(SpreadsheetText.text(row.model()));
    line.writeField(row.seed().isPresent() ? Long.toString(row.seed().getAsLong()) : "");
    Tried attack = row.attack();
    if (attack == null || attack.pairs() == 0) {
      line.writeField("").writeField("");
    } else {
      line.writeField(Integer.toString(attack.pairs()));
      line.writeField(Integer.toString(attack.turned()));
    }
    line.writeField(SpreadsheetText.text(one.metric()));
    line.writeField(SpreadsheetText.number(one.honest()));
    line.writeField(SpreadsheetText.number(one.harmed())).endRecord();
  }
}
