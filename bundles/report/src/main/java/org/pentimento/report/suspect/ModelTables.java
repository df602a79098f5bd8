package org.pentimento.report.suspect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.mitigation.ComparedLook;
import org.pentimento.casefile.result.model.AxisFound;
import org.pentimento.casefile.result.model.MeasuredLook;
import org.pentimento.casefile.result.model.ModelDetectorUse;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.ShadowUsed;
import org.pentimento.report.detection.DetectorTables;
import org.pentimento.report.part.SettingsTable.Method;
import org.pentimento.report.part.Table;
import org.pentimento.report.part.Table.Cell;
import org.pentimento.report.part.ValueText;
import org.pentimento.verdict.ModelInspectionWords;
import org.pentimento.verdict.NumberWords;

/** The tables of an inspection of a model. */
final class ModelTables {
  private ModelTables() {}

  /** What was measured of the model, beside what was measured of the clean models. */
  static Table looks(ModelInspectionResult result) {
    List<List<Cell>> rows = new ArrayList<>();
    for (MeasuredLook look : result.looks()) {
      rows.add(
          List.of(
              new Cell(look.look().name(), ModelInspectionWords.detector(result, look.detector())),
              new Cell(ModelInspectionWords.question(look.look().axis()), ""),
              new Cell(look.suspect() == null ? "–" : number(look.suspect()), look.problem()),
              new Cell(
                  look.shadows().isEmpty()
                      ? "–"
                      : look.shadows().stream()
                          .map(ModelTables::number)
                          .collect(Collectors.joining(", ")),
                  ""),
              new Cell(chance(look.p()), ""),
              new Cell(
                  chance(look.leastP()),
                  look.counts() || look.p() == null ? "" : "too large to count")));
    }
    return new Table(
        "What was measured of the model and, in the same way, of the clean models",
        List.of(
            Table.text("measurement", 1.2),
            Table.text("helps to answer", 1.1),
            Table.number("this model", .7),
            Table.number("clean models", 1),
            Table.number("p", .6),
            Table.number("least p", .7)),
        rows);
  }

  /** What was measured of two models, one beside the other. */
  static Table beforeAndAfter(ModelInspectionResult before, ModelInspectionResult after) {
    List<List<Cell>> rows = new ArrayList<>();
    for (ComparedLook look : ComparedLook.of(before, after)) {
      MeasuredLook either = look.either();
      rows.add(
          List.of(
              new Cell(
                  either.look().name(), ModelInspectionWords.detector(before, either.detector())),
              new Cell(ModelInspectionWords.question(either.look().axis()), ""),
              value(look.before()),
              value(look.after()),
              new Cell(
                  either.shadows().isEmpty()
                      ? "–"
                      : either.shadows().stream()
                          .map(ModelTables::number)
                          .collect(Collectors.joining(", ")),
                  "")));
    }
    return new Table(
        "What was measured of the old model, of the new one and of the clean models",
        List.of(
            Table.text("measurement", 1.2),
            Table.text("helps to answer", 1.1),
            Table.number("before", .7),
            Table.number("after", .7),
            Table.number("clean models", 1)),
        rows);
  }

  private static Cell value(@Nullable MeasuredLook look) {
    return look == null || look.suspect() == null
        ? new Cell("–", look == null ? "not asked for" : look.problem())
        : new Cell(number(look.suspect()), look.p() == null ? "" : "p " + chance(look.p()));
  }

  /** The answers to the three questions for two models, one beside the other. */
  static Table answers(ModelInspectionResult before, ModelInspectionResult after) {
    List<List<Cell>> rows = new ArrayList<>();
    for (AxisFound old : before.axes()) {
      rows.add(
          List.of(
              new Cell(ModelInspectionWords.question(old.axis()), ""),
              answer(Optional.of(old)),
              answer(after.axes().stream().filter(a -> a.axis() == old.axis()).findFirst())));
    }
    return new Table(
        "The three questions, before and afterwards",
        List.of(Table.text("question", 1), Table.text("before", 1.2), Table.text("after", 1.2)),
        rows);
  }

  private static Cell answer(Optional<AxisFound> axis) {
    return axis.map(
            a ->
                new Cell(
                    ModelInspectionWords.answer(a.evidence()),
                    a.p() == null ? "" : "p " + chance(a.p())))
        .orElse(new Cell("–", ""));
  }

  private static String number(@Nullable Double value) {
    return ValueText.value(value);
  }

  private static String chance(@Nullable Double p) {
    return p == null ? "–" : NumberWords.fine(p);
  }

  /**
   * The clean models.
   *
   * @param trusted how many trusted pairs there were
   */
  static Table shadows(List<ShadowUsed> shadows, int trusted) {
    List<List<Cell>> rows = new ArrayList<>();
    int number = 0;
    for (ShadowUsed shadow : shadows) {
      number++;
      rows.add(
          List.of(
              new Cell(Integer.toString(number), ""),
              new Cell(shadow.generator().name() + " " + shadow.generator().version(), ""),
              new Cell(Long.toString(shadow.seed()), ""),
              new Cell(Integer.toString(shadow.known().size()), "of " + trusted),
              new Cell(number(shadow.error()), "")));
    }
    return new Table(
        "Shadow models: clean ones, trained on trusted pairs to compare the model with; their"
            + " difference is that of their sketches from the true ones of trusted pairs that they"
            + " do not know",
        List.of(
            Table.number("no.", .3),
            Table.text("generator", 2.4),
            Table.number("seed", .9),
            Table.number("pairs known", .6),
            Table.number("difference", .7)),
        rows);
  }

  /** The generators of the clean models. */
  static List<Method> methods(List<ShadowUsed> shadows) {
    return shadows.stream()
        .map(shadow -> new Method("generator of shadow models", shadow.generator()))
        .toList();
  }

  /** The detectors, and whether they spoke. */
  static Table asked(List<ModelDetectorUse> detectors) {
    List<List<Cell>> rows = new ArrayList<>();
    for (ModelDetectorUse d : detectors) {
      List<Cell> row = new ArrayList<>(DetectorTables.use(d.extension()));
      row.add(new Cell(d.problem().isEmpty() ? "spoke" : "said nothing", d.problem()));
      rows.add(row);
    }
    return new Table(
        "Detectors that were asked, in this order, and whether they spoke",
        List.of(
            Table.text("detector", 1.2),
            Table.text("version", .5),
            Table.text("citation", 2),
            Table.text("answer", 1)),
        rows);
  }

  /** What the model says of its making; none if it says nothing. */
  static Optional<Table> making(Map<String, String> provenance) {
    List<List<Cell>> rows = new ArrayList<>();
    new TreeMap<>(provenance).forEach((what, said) -> rows.add(Table.row(what, said)));
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Table(
                "What the model says of its making; nobody checked it",
                List.of(Table.text("what", 1), Table.text("said", 2.6)),
                rows));
  }

  /** Fingerprints. */
  static Table hashes(ModelInspectionResult result, String resultSha) {
    Map<String, String> hashes = new LinkedHashMap<>();
    hashes.put("result", resultSha);
    hashes.put("model", result.model().digest());
    hashes.put("trusted pairs", result.trusted().digest());
    int number = 0;
    for (ShadowUsed shadow : result.shadows()) {
      number++;
      hashes.put("weights of shadow model " + number, shadow.weights());
    }
    return DetectorTables.hashes(hashes);
  }
}
