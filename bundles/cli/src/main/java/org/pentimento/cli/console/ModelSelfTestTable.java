package org.pentimento.cli.console;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.casefile.result.model.ModelVerdict;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult.Contrast;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult.KindOfModel;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult.Reached;
import org.pentimento.casefile.result.model.selftest.PlantedInModel.What;
import org.pentimento.verdict.ModelSelfTestWords;

/** A self-test of models as tables, for a terminal or as Markdown. */
public final class ModelSelfTestTable {
  private final ModelSelfTestResult result;

  /** Tables of a result. */
  public ModelSelfTestTable(ModelSelfTestResult result) {
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
    return String.format(
        Locale.ROOT,
        "%d of %d models, each trained on %d pairs of %s, %dx%d, and inspected with %d others and"
            + " %d shadow models. An attack took if it got 40 %% of the way to its target on %d"
            + " held-out photos and its model draws untouched ones as clean models do. Generators:"
            + " %s. Detectors: %s. Seed %d.",
        result.trials().size(),
        result.planned(),
        result.learned(),
        data.material() == Material.DRAWN ? "drawn faces" : "'" + data.dataset() + "'",
        data.width(),
        data.height(),
        result.trusted(),
        result.shadows(),
        result.heldOut(),
        result.generators().stream().map(g -> g.id()).collect(Collectors.joining(", ")),
        result.detectors().stream()
            .map(d -> d.id() + " " + d.version())
            .collect(Collectors.joining(", ")),
        result.seed());
  }

  private TextTables tables() {
    TextTables tables = new TextTables(about(), result.leftOut());
    List<List<String>> models = new ArrayList<>();
    for (What what : What.values()) {
      result.kinds().stream()
          .filter(kind -> kind.what() == what && isWhole(kind))
          .forEach(kind -> models.add(row(ModelSelfTestWords.name(what), kind)));
    }
    tables.add("Models by what was planted", 1, columns("planted"), models);
    tables.add(
        "Attacks that took against models without a trigger, by the score",
        2,
        List.of(
            "attack",
            "against",
            "models",
            "AUC",
            "at 1 % false alarms",
            "at 5 %",
            "Brier",
            "cross-entropy"),
        result.contrasts().stream().map(ModelSelfTestTable::contrast).toList());
    by(tables, "Attacks by what they put on photos", "trigger", KindOfModel::trigger);
    by(tables, "Attacks by what they change in sketches", "strategy", KindOfModel::strategy);
    by(tables, "Attacks by generator", "generator", KindOfModel::generator);
    by(
        tables,
        "Attacks by share of poisoned pairs",
        "rate",
        kind -> kind.rate() == 0 ? "" : TextTables.percent(kind.rate()));
    tables.add(
        "Attacks by how far they got, those that did not take included",
        1,
        List.of("progress", "models", "found"),
        result.reached().stream().map(ModelSelfTestTable::reached).toList());
    return tables;
  }

  private void by(
      TextTables tables, String title, String column, Function<KindOfModel, String> name) {
    tables.add(
        title,
        1,
        columns(column),
        result.kinds().stream()
            .filter(kind -> kind.what() == What.ATTACK && !name.apply(kind).isEmpty())
            .map(kind -> row(name.apply(kind), kind))
            .toList());
  }

  private static boolean isWhole(KindOfModel kind) {
    return kind.generator().isEmpty()
        && kind.trigger().isEmpty()
        && kind.strategy().isEmpty()
        && kind.rate() == 0;
  }

  private static List<String> columns(String first) {
    return List.of(
        first,
        "models",
        "took",
        "found",
        "p below .01",
        "p below .05",
        "AUC to clean",
        "found from",
        "place ≥ .3",
        "IoU",
        "waves",
        "frequency",
        "degrees",
        "Brier",
        "seconds",
        "verdicts");
  }

  private static List<String> row(String name, KindOfModel kind) {
    Double smallest = kind.smallestFound();
    Double frequency = kind.frequencyError();
    return List.of(
        name,
        Integer.toString(kind.models()),
        kind.what().isAttack() ? Integer.toString(kind.counted()) : TextTables.NONE,
        TextTables.share(kind.found()),
        TextTables.share(kind.significant()),
        TextTables.share(kind.suspected()),
        TextTables.area(kind.auc()),
        smallest == null ? TextTables.NONE : TextTables.percent(smallest),
        TextTables.share(kind.placed()),
        TextTables.figure(kind.placeIou(), 2),
        TextTables.share(kind.waves()),
        frequency == null ? TextTables.NONE : TextTables.percent(frequency),
        TextTables.figure(kind.directionError(), 1),
        TextTables.figure(kind.brier(), 3),
        TextTables.figure(kind.seconds(), 0),
        verdicts(kind.verdicts()));
  }

  private static List<String> contrast(Contrast contrast) {
    return List.of(
        ModelSelfTestWords.name(contrast.attack()),
        ModelSelfTestWords.name(contrast.other()),
        contrast.attacks() + " / " + contrast.others(),
        TextTables.area(contrast.auc()),
        TextTables.share(contrast.recallAtOne()),
        TextTables.share(contrast.recallAtFive()),
        TextTables.figure(contrast.brier(), 3),
        TextTables.figure(contrast.crossEntropy(), 3));
  }

  private static List<String> reached(Reached reached) {
    return List.of(
        reached.from() < 0
            ? "below " + TextTables.percent(reached.to())
            : "from " + TextTables.percent(reached.from()),
        Integer.toString(reached.models()),
        TextTables.share(reached.found()));
  }

  private static String verdicts(Map<ModelVerdict, Integer> verdicts) {
    return verdicts.entrySet().stream()
        .map(v -> v.getValue() + " " + v.getKey().word())
        .collect(Collectors.joining(", "));
  }
}
