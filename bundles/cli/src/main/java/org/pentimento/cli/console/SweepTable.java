package org.pentimento.cli.console;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.CsvWriter.CsvWriterRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

  private final List<String> axes;
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, String> leftOut = new TreeMap<>();

  /**
   * A model of a cell.
   *
   * @param cell values of the axes by their short names
   * @param run id of the run
   * @param model what was audited, in words
   * @param seed of its training, empty if it was not trained here
   * @param result what was measured
   */
  private record Row(
      Map<String, Object> cell, String run, String model, OptionalLong seed, Comparison result) {
    /** What a row is about but for the seed. */
    List<String> about() {
      Map<String, Object> without = new LinkedHashMap<>(cell);
      without.remove("seeds");
      List<String> words = new ArrayList<>(without.values().stream().map(String::valueOf).toList());
      words.add(result.audited().name());
      return words;
    }

    /** What the attack came to, in a word or two. */
    String attack() {
      Turned turned = result.turned();
      if (result.models().values().stream().anyMatch(model -> model.collapse() != null)) {
        return "model useless";
      }
      return turned == null ? TextTables.NONE : turned.triggered() + " of " + turned.pairs();
    }

    /** Means of the suspect model against the truth. */
    List<Mean> means() {
      List<Mean> means = new ArrayList<>();
      for (Summary one : result.summaries()) {
        if (one.condition().equals(condition(PhotoKind.CLEAN))) {
          means.add(
              new Mean(
                  one.metric(),
                  one.mean(),
                  result
                      .summary(one.metric(), condition(PhotoKind.TRIGGERED))
                      .map(Summary::mean)
                      .orElse(null)));
        }
      }
      return means;
    }

    private Condition condition(PhotoKind photo) {
      return new Condition(result.suspect(), photo, ReferenceSketch.TRUTH);
    }

    /** Share of the triggered photos whose sketches the attack turned; NaN without an attack. */
    double reached() {
      Turned turned = result.turned();
      return turned == null || turned.pairs() == 0
          ? Double.NaN
          : turned.triggered() / (double) turned.pairs();
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
      rows.add(new Row(cell, run, names.of(one), one.audited().seed(), one));
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
    List<String> cells = new ArrayList<>();
    axes.forEach(axis -> cells.add(String.valueOf(row.cell().get(axis))));
    cells.add(row.model());
    cells.add(row.run());
    cells.add(row.attack());
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

  /**
   * Means over seeds, where there are several: photos and trainings vary for reasons of their own.
   */
  private void overSeeds(TextTables tables) {
    List<String> columns = new ArrayList<>(axes);
    columns.remove("seeds");
    columns.addAll(List.of("model", "seeds", "attack", "least", "most"));
    List<List<String>> lines = new ArrayList<>();
    groups()
        .forEach(
            (about, group) -> {
              double[] shares = group.stream().mapToDouble(Row::reached).sorted().toArray();
              if (shares.length > 1 && !Double.isNaN(shares[shares.length - 1])) {
                double mean = 0;
                for (double share : shares) {
                  mean += share / shares.length;
                }
                List<String> line = new ArrayList<>(about);
                line.add(Integer.toString(shares.length));
                line.add(TextTables.percent(mean));
                line.add(TextTables.percent(shares[0]));
                line.add(TextTables.percent(shares[shares.length - 1]));
                lines.add(line);
              }
            });
    tables.add("Over seeds", columns.size() - 4, columns, lines);
  }

  private Map<List<String>, List<Row>> groups() {
    Map<List<String>, List<Row>> groups = new LinkedHashMap<>();
    for (Row row : rows) {
      if (row.result().attack() != null) {
        groups.computeIfAbsent(row.about(), about -> new ArrayList<>()).add(row);
      }
    }
    return groups;
  }

  /** For each setting of the other axes the rate from which on the attack works in most seeds. */
  private List<String> smallestRates() {
    if (!axes.contains(RATE)) {
      return List.of();
    }
    Map<List<String>, TreeMap<Double, List<Row>>> byRate = new LinkedHashMap<>();
    for (Row row : rows) {
      if (row.result().attack() != null && row.cell().get(RATE) instanceof Number rate) {
        Map<String, Object> others = new LinkedHashMap<>(row.cell());
        others.remove(RATE);
        others.remove("seeds");
        List<String> about = new ArrayList<>();
        others.forEach((axis, value) -> about.add(axis + " " + value));
        about.add(row.result().audited().name());
        byRate
            .computeIfAbsent(about, key -> new TreeMap<>())
            .computeIfAbsent(rate.doubleValue(), key -> new ArrayList<>())
            .add(row);
      }
    }
    List<String> lines = new ArrayList<>(List.of(""));
    byRate.forEach(
        (about, rates) -> {
          Double smallest = null;
          for (Map.Entry<Double, List<Row>> rate : rates.descendingMap().entrySet()) {
            long works = rate.getValue().stream().filter(r -> r.result().attackWorks()).count();
            if (2 * works <= rate.getValue().size()) {
              break;
            }
            smallest = rate.getKey();
          }
          lines.add(
              String.join(", ", about)
                  + ": "
                  + (smallest == null
                      ? "the attack works in most seeds at no rate up to " + rates.lastKey() + "."
                      : "the attack works in most seeds from a rate of " + smallest + " on."));
        });
    return lines;
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
    Turned turned = row.result().turned();
    line.writeField(turned == null ? "" : Integer.toString(turned.pairs()));
    line.writeField(turned == null ? "" : Integer.toString(turned.triggered()));
    line.writeField(SpreadsheetText.text(one.metric()));
    line.writeField(SpreadsheetText.number(one.honest()));
    line.writeField(SpreadsheetText.number(one.harmed())).endRecord();
  }
}
