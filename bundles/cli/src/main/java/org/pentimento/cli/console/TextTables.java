package org.pentimento.cli.console;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.QuotedPower.Share;

/** Tables of figures below a few words, for a terminal or as Markdown. */
final class TextTables {
  /** Stands where there is no figure. */
  static final String NONE = "–";

  /** What a terminal shows in one line. */
  private static final int WIDEST = 97;

  private static final String SPACE = "  ";

  private final String about;
  private final Map<String, String> leftOut;
  private final List<Table> tables = new ArrayList<>();

  /**
   * No tables yet.
   *
   * @param about what they are of
   * @param leftOut what they leave out, with the reason
   */
  TextTables(String about, Map<String, String> leftOut) {
    this.about = about;
    this.leftOut = new TreeMap<>(leftOut);
  }

  /**
   * A table.
   *
   * @param keys so many columns at its beginning say what a row is about
   */
  private record Table(String title, int keys, List<String> columns, List<List<String>> rows) {
    /** The places of columns that fit into a line together, those of the keys in each part. */
    List<List<Integer>> parts() {
      List<List<Integer>> parts = new ArrayList<>();
      List<Integer> part = new ArrayList<>();
      int used = 0;
      for (int column = 0; column < columns.size(); column++) {
        int width = SPACE.length() + width(column);
        if (column >= keys && part.size() > keys && used + width > WIDEST) {
          parts.add(part);
          part = new ArrayList<>(part.subList(0, keys));
          used = part.stream().mapToInt(key -> SPACE.length() + width(key)).sum();
        }
        part.add(column);
        used += width;
      }
      parts.add(part);
      return parts;
    }

    int width(int column) {
      return Stream.concat(Stream.of(columns), rows.stream())
          .mapToInt(line -> line.get(column).length())
          .max()
          .orElse(0);
    }
  }

  /**
   * Adds a table unless it is empty; columns without any figure are left out.
   *
   * @param keys so many columns at its beginning say what a row is about
   */
  void add(String title, int keys, List<String> columns, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    List<Integer> told = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      int at = column;
      if (column < keys || rows.stream().anyMatch(row -> !row.get(at).equals(NONE))) {
        told.add(column);
      }
    }
    tables.add(
        new Table(
            title, keys, at(columns, told), rows.stream().map(row -> at(row, told)).toList()));
  }

  private static List<String> at(List<String> cells, List<Integer> columns) {
    return columns.stream().map(cells::get).toList();
  }

  /** Prints columns of even width; what is too wide for a terminal comes in parts. */
  void print(PrintStream out) {
    wrapped(about, "").forEach(out::println);
    for (Table table : tables) {
      out.printf("%n%s%n", table.title());
      for (List<Integer> part : table.parts()) {
        out.println();
        out.println(line(table, part, table.columns()));
        table.rows().forEach(row -> out.println(line(table, part, row)));
      }
    }
    if (!leftOut.isEmpty()) {
      out.printf("%nLeft out:%n");
      leftOut.forEach((what, why) -> wrapped(what + ": " + why, SPACE).forEach(out::println));
    }
  }

  private static String line(Table table, List<Integer> part, List<String> cells) {
    StringBuilder text = new StringBuilder();
    for (int column : part) {
      String cell = cells.get(column);
      String space = " ".repeat(table.width(column) - cell.length());
      text.append(SPACE).append(column == 0 ? cell + space : space + cell);
    }
    return text.toString().stripTrailing();
  }

  private static List<String> wrapped(String words, String indent) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words.split(" ")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > WIDEST - indent.length()) {
        lines.add(indent + line);
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(indent + line);
    return lines;
  }

  /** All of it as Markdown. */
  String markdown() {
    StringBuilder text = new StringBuilder(about).append('\n');
    for (Table table : tables) {
      text.append("\n**").append(table.title()).append("**\n\n");
      text.append(line(table.columns()));
      text.append("| --- |").append(" ---: |".repeat(table.columns().size() - 1)).append('\n');
      table.rows().forEach(row -> text.append(line(row)));
    }
    if (!leftOut.isEmpty()) {
      text.append("\nLeft out:\n\n");
      leftOut.forEach((what, why) -> text.append("- " + what + ": " + why + "\n"));
    }
    return text.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /** A share of 1 in per cent. */
  static String percent(double share) {
    double percent = 100 * share;
    return percent == Math.rint(percent)
        ? String.format(Locale.ROOT, "%.0f %%", percent)
        : String.format(Locale.ROOT, "%.1f %%", percent);
  }

  /** A share in per cent with its interval. */
  static String share(@Nullable Share share) {
    return share == null
        ? NONE
        : String.format(
            Locale.ROOT,
            "%.1f %% (%.1f–%.1f)",
            100 * share.value(),
            100 * share.low(),
            100 * share.high());
  }

  /** An area under a ROC curve with its interval. */
  static String area(@Nullable Share share) {
    return share == null
        ? NONE
        : String.format(Locale.ROOT, "%.3f (%.3f–%.3f)", share.value(), share.low(), share.high());
  }

  /** A figure with some decimals. */
  static String figure(@Nullable Double value, int decimals) {
    return value == null ? NONE : String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
