package org.pentimento.cli.console;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
  private final SelfTestResult result;

  /** Tables of a result. */
  public SelfTestTable(SelfTestResult result) {
    this.result = result;
  }

  /** Prints columns of even width; what is too wide for a terminal comes in parts. */
  public void print(PrintStream out) {
    tables().print(out);
  }

  /** All of it as Markdown. */
  public String markdown() {
    return tables().markdown();
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
        TextTables.percent(result.falseAlarms()),
        result.seed());
  }

  private TextTables tables() {
    TextTables tables = new TextTables(about(), result.leftOut());
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
    tables.add(
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
    tables.add(
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
    tables.add(
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

  private List<String> attack(KindSummary kind, String name) {
    return List.of(
        name,
        rate(kind.rate()),
        Integer.toString(kind.sets()),
        TextTables.area(kind.auc()),
        lowest(kind),
        TextTables.share(kind.recall()),
        TextTables.share(kind.shown()),
        TextTables.share(kind.recallAtOne()),
        TextTables.share(kind.recallAtFive()),
        TextTables.share(kind.falseAlarms()),
        TextTables.percent(kind.worstFalseAlarms()),
        verdicts(kind.verdicts()));
  }

  /** The trigger with which a strategy is found worst. */
  private String lowest(KindSummary kind) {
    if (kind.strategy().isEmpty()) {
      return TextTables.NONE;
    }
    Optional<KindSummary> lowest =
        result.kinds().stream()
            .filter(k -> k.planted() == Planted.ATTACK && !k.trigger().isEmpty())
            .filter(k -> k.strategy().equals(kind.strategy()) && k.rate() == kind.rate())
            .min(Comparator.comparingDouble(k -> value(k.auc())));
    return lowest
        .map(k -> String.format(Locale.ROOT, "%.3f %s", value(k.auc()), k.trigger()))
        .orElse(TextTables.NONE);
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
        TextTables.area(kind.auc()),
        TextTables.share(kind.shown()),
        smallest == null ? "not found" : rate(smallest),
        TextTables.share(kind.falseAlarms()),
        TextTables.figure(iou, 2),
        error == null ? TextTables.NONE : TextTables.percent(error));
  }

  private static List<String> honest(KindSummary kind) {
    return List.of(
        kind.planted() == Planted.NOTHING
            ? "nothing"
            : kind.oddity().isEmpty() ? "all oddities" : kind.oddity(),
        kind.planted() == Planted.NOTHING ? TextTables.NONE : rate(kind.rate()),
        Integer.toString(kind.sets()),
        TextTables.share(kind.recall()),
        TextTables.share(kind.falseAlarms()),
        TextTables.percent(kind.worstFalseAlarms()),
        verdicts(kind.verdicts()));
  }

  private static String rate(double rate) {
    return rate == 0 ? "all" : TextTables.percent(rate);
  }

  private static String verdicts(Map<DatasetVerdict, Integer> verdicts) {
    return verdicts.entrySet().stream()
        .map(v -> v.getValue() + " " + v.getKey().word())
        .collect(Collectors.joining(", "));
  }
}
