package org.pentimento.cli.console;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.DatasetVerdict;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.casefile.result.QuotedPower.Share;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.casefile.result.SelfTestResult.KindSummary;
import org.pentimento.casefile.result.SelfTestResult.Planted;
import org.pentimento.casefile.result.SelfTestResult.Trial;

/** A self-test as tables, for a terminal or as Markdown. */
public final class SelfTestTable {
  private static final String NONE = "–";

  /** What a terminal shows in one line. */
  private static final int WIDEST = 100;

  private static final String SPACE = "  ";

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

  private final SelfTestResult result;

  /** Tables of a result. */
  public SelfTestTable(SelfTestResult result) {
    this.result = result;
  }

  /** Prints columns of even width; what is too wide for a terminal comes in parts. */
  public void print(PrintStream out) {
    wrapped(about(), "").forEach(out::println);
    for (Table table : tables()) {
      out.printf("%n%s%n", table.title());
      for (List<Integer> part : table.parts()) {
        out.println();
        out.println(line(table, part, table.columns()));
        table.rows().forEach(row -> out.println(line(table, part, row)));
      }
    }
    if (!result.leftOut().isEmpty()) {
      out.printf("%nLeft out:%n");
      result
          .leftOut()
          .forEach((what, why) -> wrapped(what + ": " + why, SPACE).forEach(out::println));
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
  public String markdown() {
    StringBuilder text = new StringBuilder(about()).append('\n');
    for (Table table : tables()) {
      text.append("\n**").append(table.title()).append("**\n\n");
      text.append(line(table.columns()));
      text.append("| --- |").append(" ---: |".repeat(table.columns().size() - 1)).append('\n');
      table.rows().forEach(row -> text.append(line(row)));
    }
    if (!result.leftOut().isEmpty()) {
      text.append("\nLeft out:\n\n");
      result.leftOut().forEach((what, why) -> text.append("- " + what + ": " + why + "\n"));
    }
    return text.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private String about() {
    InspectedData data = result.data();
    int[] pairs = result.trials().stream().mapToInt(Trial::pairs).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "%d of %d sets, each of %d pairs of %s, %dx%d. Detectors: %s. %s false alarms asked for."
            + " Seed %d.",
        result.trials().size(),
        result.planned(),
        pairs.length == 0 ? 0 : pairs[pairs.length / 2],
        data.material() == Material.DRAWN ? "drawn faces" : "'" + data.dataset() + "'",
        data.width(),
        data.height(),
        result.detectors().stream()
            .map(d -> d.id() + " " + d.version())
            .collect(Collectors.joining(", ")),
        percent(result.falseAlarms()),
        result.seed());
  }

  private List<Table> tables() {
    List<Table> tables = new ArrayList<>();
    List<List<String>> strategies = new ArrayList<>();
    List<List<String>> triggers = new ArrayList<>();
    for (KindSummary kind : result.kinds()) {
      if (kind.planted() == Planted.ATTACK) {
        boolean all = kind.trigger().isEmpty() && kind.strategy().isEmpty();
        if (kind.trigger().isEmpty() && (all || kind.rate() > 0)) {
          strategies.add(attack(kind, all ? "all" : kind.strategy()));
        } else if (kind.strategy().isEmpty() && kind.rate() == 0) {
          triggers.add(trigger(kind));
        }
      }
    }
    add(
        tables,
        "Attacks by what they change in sketches",
        2,
        List.of(
            "strategy",
            "rate",
            "sets",
            "AUC",
            "lowest AUC",
            "flagged",
            "or in a group",
            "at 1 %",
            "at 5 %",
            "false alarms",
            "worst set",
            "verdicts"),
        strategies);
    add(
        tables,
        "Attacks by what they put on photos",
        1,
        List.of(
            "trigger",
            "sets",
            "AUC",
            "flagged or in a group",
            "found from",
            "false alarms",
            "place IoU",
            "setting error"),
        triggers);
    List<List<String>> honest = new ArrayList<>();
    for (KindSummary kind : result.kinds()) {
      if (kind.planted() != Planted.ATTACK) {
        honest.add(honest(kind));
      }
    }
    add(
        tables,
        "Sets in which nothing is hidden",
        2,
        List.of(
            "what is odd",
            "rate",
            "sets",
            "odd pairs flagged",
            "false alarms",
            "worst set",
            "verdicts"),
        honest);
    return tables;
  }

  private static void add(
      List<Table> tables, String title, int keys, List<String> columns, List<List<String>> rows) {
    if (!rows.isEmpty()) {
      tables.add(new Table(title, keys, columns, rows));
    }
  }

  private List<String> attack(KindSummary kind, String name) {
    return List.of(
        name,
        rate(kind.rate()),
        Integer.toString(kind.sets()),
        area(kind.auc()),
        lowest(kind),
        share(kind.recall()),
        share(kind.shown()),
        share(kind.recallAtOne()),
        share(kind.recallAtFive()),
        share(kind.falseAlarms()),
        percent(kind.worstFalseAlarms()),
        verdicts(kind.verdicts()));
  }

  /** The trigger with which a strategy is found worst. */
  private String lowest(KindSummary kind) {
    if (kind.strategy().isEmpty()) {
      return NONE;
    }
    Optional<KindSummary> lowest =
        result.kinds().stream()
            .filter(k -> k.planted() == Planted.ATTACK && !k.trigger().isEmpty())
            .filter(k -> k.strategy().equals(kind.strategy()) && k.rate() == kind.rate())
            .min(Comparator.comparingDouble(k -> value(k.auc())));
    return lowest
        .map(k -> String.format(Locale.ROOT, "%.3f %s", value(k.auc()), k.trigger()))
        .orElse(NONE);
  }

  private static double value(@Nullable Share share) {
    return share == null ? 1 : share.value();
  }

  private static List<String> trigger(KindSummary kind) {
    Double smallest = kind.smallestFound();
    Double iou = kind.placeIou();
    Double error = kind.settingError();
    return List.of(
        kind.trigger(),
        Integer.toString(kind.sets()),
        area(kind.auc()),
        share(kind.shown()),
        smallest == null ? "not found" : rate(smallest),
        share(kind.falseAlarms()),
        iou == null ? NONE : String.format(Locale.ROOT, "%.2f", iou),
        error == null ? NONE : percent(error));
  }

  private static List<String> honest(KindSummary kind) {
    return List.of(
        kind.planted() == Planted.NOTHING
            ? "nothing"
            : kind.oddity().isEmpty() ? "all oddities" : kind.oddity(),
        kind.planted() == Planted.NOTHING ? NONE : rate(kind.rate()),
        Integer.toString(kind.sets()),
        share(kind.recall()),
        share(kind.falseAlarms()),
        percent(kind.worstFalseAlarms()),
        verdicts(kind.verdicts()));
  }

  private static String rate(double rate) {
    return rate == 0 ? "all" : percent(rate);
  }

  private static String percent(double share) {
    double percent = 100 * share;
    return percent == Math.rint(percent)
        ? String.format(Locale.ROOT, "%.0f %%", percent)
        : String.format(Locale.ROOT, "%.1f %%", percent);
  }

  private static String share(@Nullable Share share) {
    return share == null
        ? NONE
        : String.format(
            Locale.ROOT,
            "%.1f %% (%.1f–%.1f)",
            100 * share.value(),
            100 * share.low(),
            100 * share.high());
  }

  private static String area(@Nullable Share share) {
    return share == null
        ? NONE
        : String.format(Locale.ROOT, "%.3f (%.3f–%.3f)", share.value(), share.low(), share.high());
  }

  private static String verdicts(Map<DatasetVerdict, Integer> verdicts) {
    return verdicts.entrySet().stream()
        .map(v -> v.getValue() + " " + v.getKey().word())
        .collect(Collectors.joining(", "));
  }
}
