package org.pentimento.report.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.HashCheck;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Reach;
import org.pentimento.casefile.result.Comparison.Summary;
import org.pentimento.casefile.result.FindingKind;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.casefile.result.mitigation.MitigationResult;
import org.pentimento.casefile.result.model.Evidence;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult;
import org.pentimento.casefile.result.photo.PhotoInspectionResult;
import org.pentimento.report.detection.InspectionBuilder;
import org.pentimento.report.detection.InspectionSection;
import org.pentimento.report.detection.SelfTestBuilder;
import org.pentimento.report.detection.SelfTestSection;
import org.pentimento.report.part.Table;
import org.pentimento.report.part.ValueText;
import org.pentimento.report.source.ReportSource;
import org.pentimento.report.suspect.MitigationSection;
import org.pentimento.report.suspect.ModelInspectionBuilder;
import org.pentimento.report.suspect.ModelInspectionSection;
import org.pentimento.report.suspect.PhotoSection;
import org.pentimento.report.view.Report.FirstPage;
import org.pentimento.report.view.Report.Found;
import org.pentimento.report.view.Report.Status;
import org.pentimento.verdict.InspectionWords;
import org.pentimento.verdict.MitigationWords;
import org.pentimento.verdict.ModelInspectionWords;
import org.pentimento.verdict.ModelPowerWords;
import org.pentimento.verdict.NumberWords;
import org.pentimento.verdict.PhotoInspectionWords;
import org.pentimento.verdict.PowerWords;
import org.pentimento.verdict.SeedWords;
import org.pentimento.verdict.Statement;
import org.pentimento.verdict.TrainingWords;
import org.pentimento.verdict.Verdicts;

/** Answers what was examined, what was found, how sure that is and what could not be shown. */
final class FirstPageBuilder {
  /** So many conclusions of a comparison stand on the first page. */
  private static final int LEADING = 2;

  /** So many extensions that are not installed are named one by one. */
  private static final int NAMED = 2;

  private final List<String> examined = new ArrayList<>();
  private final List<Found> found = new ArrayList<>();
  private final Set<String> sure = new LinkedHashSet<>();
  private final Set<String> differing = new LinkedHashSet<>();
  private final Set<String> notShown = new LinkedHashSet<>();
  private final Map<String, List<String>> untold = new LinkedHashMap<>();
  private final Set<String> limitsOfTests = new LinkedHashSet<>();
  private final List<List<Table.Cell>> errorRates = new ArrayList<>();
  private boolean audits;
  private String lastData = "";
  private long undefined;
  private long values;

  void unfinished(String what, ReportSource.Run<?> run) {
    notShown.add(
        what
            + " “"
            + run.name()
            + "” ("
            + run.id()
            + ") has no result ("
            + run.state()
            + ")"
            + (run.message().isEmpty() ? "." : ": " + ComparisonText.sentence(run.message())));
  }

  /**
   * What an inspection found, what that is worth, and what would deceive it.
   *
   * @param several whether there are others, so that each sentence has to say of which it speaks
   */
  void inspection(InspectionResult result, InspectionSection section, boolean several) {
    String where = several ? "“" + result.data().dataset() + "”: " : "";
    Statement said = InspectionWords.verdict(result);
    errorRates(
        section.title(),
        section.badge().words(),
        PowerWords.found(result.power()),
        PowerWords.falseAlarms(result.power()));
    found.add(
        new Found(
            section.anchor(),
            "",
            section.title(),
            section.kind(),
            section.badge(),
            List.of(
                said.lead() + " " + said.words(),
                String.join(" ", InspectionWords.meaning(result)))));
    examined.add(
        "Data set "
            + InspectionBuilder.data(result.data())
            + ", inspected by "
            + ValueText.count(result.detectors().size(), "detector", "detectors")
            + (result.trusted() == null
                ? " without trusted pairs."
                : " with trusted pairs of " + InspectionBuilder.data(result.trusted()) + "."));
    InspectionWords.worth(result).forEach(s -> sure.add(where + s));
    InspectionWords.gaps(result).forEach(s -> notShown.add(where + s));
    notShown.addAll(InspectionWords.blindTo(result)); // they name their detectors
    InspectionWords.limits(result).forEach(s -> notShown.add(where + s));
  }

  /**
   * What an inspection of a model found, what that is worth, and what would deceive it.
   *
   * @param earlier how many inspections of the model there were before
   * @param several whether there are others, so that each sentence has to say of which it speaks
   */
  void modelInspection(
      ModelInspectionResult result, ModelInspectionSection section, int earlier, boolean several) {
    String where = several ? "“" + TrainingWords.inWords(result.model().name()) + "”: " : "";
    Statement said = ModelInspectionWords.verdict(result);
    errorRates(
        section.title(),
        section.badge().words(),
        ModelPowerWords.found(result.power()),
        ModelPowerWords.falseAlarms(result.power()));
    List<String> sentences = new ArrayList<>();
    sentences.add(said.lead() + " " + said.words());
    ModelInspectionWords.score(result).ifPresent(sentences::add);
    sentences.add(ModelInspectionWords.meaning(result));
    found.add(
        new Found(
            section.anchor(), "", section.title(), section.kind(), section.badge(), sentences));
    examined.add(
        "Model "
            + ModelInspectionBuilder.model(result.model())
            + ", inspected by "
            + ValueText.count(result.detectors().size(), "detector", "detectors")
            + " beside "
            + ValueText.count(result.shadows().size(), "shadow model", "shadow models")
            + ", with trusted pairs of "
            + InspectionBuilder.data(result.trusted())
            + ".");
    result.axes().stream()
        .filter(axis -> axis.evidence() != Evidence.NOT_LOOKED_AT)
        .forEach(axis -> sure.add(where + ModelInspectionWords.sentence(axis)));
    ModelInspectionWords.worth(result).forEach(s -> sure.add(where + s));
    sure.add(where + ModelInspectionWords.repeats(earlier));
    ModelInspectionWords.notLookedAt(result).forEach(s -> notShown.add(where + s));
    notShown.addAll(ModelInspectionWords.blindTo(result)); // they name their detectors
    notShown.addAll(ModelInspectionWords.limits(result)); // of every model with these pairs
  }

  /**
   * What an inspection of photos found and what that is worth.
   *
   * @param several whether there are others, so that each sentence has to say of which it speaks
   */
  void photoInspection(PhotoInspectionResult result, PhotoSection section, boolean several) {
    String where =
        several ? "Photos for “" + TrainingWords.inWords(result.model().name()) + "”: " : "";
    Statement said = PhotoInspectionWords.verdict(result);
    errorRates(
        section.title(),
        section.badge().words(),
        PhotoInspectionWords.found(),
        PhotoInspectionWords.falseAlarms(result));
    List<String> sentences = new ArrayList<>();
    sentences.add(said.lead() + " " + said.words());
    section.triggered().forEach(photo -> sentences.add(photo.sentences().get(0)));
    found.add(
        new Found(
            section.anchor(), "", section.title(), section.kind(), section.badge(), sentences));
    examined.add(
        ValueText.count(result.photos().size(), "photo", "photos")
            + " for model "
            + ModelInspectionBuilder.model(result.model())
            + ", beside "
            + ValueText.count(result.shadows().size(), "shadow model", "shadow models")
            + ", with trusted pairs of "
            + InspectionBuilder.data(result.trusted())
            + ".");
    PhotoInspectionWords.worth(result).forEach(s -> sure.add(where + s));
    result.photos().stream()
        .filter(photo -> !photo.problem().isEmpty())
        .forEach(photo -> notShown.add(photo.file() + ": " + photo.problem()));
  }

  /** What became of a model whose hidden mode was to be removed, and what it costs. */
  void mitigation(MitigationResult result, MitigationSection section) {
    Statement said = MitigationWords.verdict(result);
    found.add(
        new Found(
            section.anchor(),
            "",
            section.title(),
            section.kind(),
            section.badge(),
            List.of(said.lead() + " " + said.words(), MitigationWords.cost(result))));
    examined.add(
        "Model “"
            + result.model()
            + "”, made here from "
            + ModelInspectionBuilder.model(result.from())
            + " by "
            + MitigationWords.name(result.method())
            + ", with trusted pairs of "
            + InspectionBuilder.data(result.trusted())
            + ".");
  }

  void selfTest(SelfTestResult result, SelfTestSection section) {
    selfTest(
        "Shares that self-tests of data sets measured bear 95 % intervals: the wider of two, over"
            + " the pairs and over the sets.",
        section,
        "Self-test of "
            + ValueText.count(result.detectors().size(), "detector", "detectors")
            + " in data set "
            + InspectionBuilder.data(result.data())
            + ".");
  }

  void selfTest(ModelSelfTestResult result, SelfTestSection section) {
    selfTest(
        "Shares that self-tests of models measured bear 95 % intervals of Clopper and Pearson over"
            + " the models.",
        section,
        "Self-test of "
            + ValueText.count(result.detectors().size(), "detector", "detectors")
            + " of models, with "
            + ValueText.count(result.trials().size(), "model", "models")
            + " of data set "
            + InspectionBuilder.data(result.data())
            + ".");
  }

  private void errorRates(String title, String verdict, String found, String falseAlarms) {
    errorRates.add(
        List.of(
            new Table.Cell(title, verdict),
            new Table.Cell(found, ""),
            new Table.Cell(falseAlarms, "")));
  }

  private Optional<Table> errorRates() {
    return errorRates.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Table(
                "Error rates of each inspection on comparable material, and its verdict",
                List.of(
                    Table.text("inspection, verdict", 1.2),
                    Table.text("power: known attacks found", 1.4),
                    Table.text("false alarms: known-clean material", 1.4)),
                errorRates));
  }

  private void selfTest(String howSure, SelfTestSection section, String tested) {
    sure.add(howSure);
    limitsOfTests.addAll(section.limits());
    found.add(
        new Found(
            section.anchor(),
            "",
            section.title(),
            FindingKind.SIMULATION,
            section.badge(),
            section.conclusions().stream().limit(1).toList()));
    examined.add(tested);
  }

  /** That files are not those of the list that came with them. */
  void compared(String dataset, @Nullable HashCheck check) {
    if (check != null && !check.agrees()) {
      differing.add(
          "Data set “"
              + dataset
              + "” is not as its hash list says: "
              + check.misses()
              + " missing or other, "
              + check.extras()
              + " not listed.");
    }
  }

  /** What cannot be made again here. */
  void notInstalled(List<String> extensions) {
    if (extensions.size() <= NAMED) {
      notShown.addAll(extensions);
    } else {
      notShown.add(
          extensions.size()
              + " extensions that the case was made with are not installed here: what the case"
              + " holds of them is shown, and cannot be made again. They are listed under “Not"
              + " installed”.");
    }
  }

  /**
   * What a run found.
   *
   * @param name id and name of the run
   * @param several whether there are others, so that each sentence has to say of which it speaks
   */
  void run(String name, RunResult result, Report.Run run, boolean several) {
    audits = true;
    List<Report.Comparison> sections = run.comparisons();
    examined(name, result);
    sure(result);
    for (int i = 0; i < sections.size(); i++) {
      Comparison comparison = result.comparisons().get(i);
      Report.Comparison section = sections.get(i);
      List<String> sentences = new ArrayList<>();
      if (!comparison.isImported() && comparison.words() != null) { // else its conclusions say it
        for (String collapse : ComparisonText.collapses(comparison)) {
          sentences.add(collapse + " This is a failed training and no evidence of an attack.");
        }
      }
      Verdicts.conclusions(comparison).stream().limit(LEADING).forEach(sentences::add);
      found.add(
          new Found(
              section.anchor(),
              where(name, result),
              section.title(),
              section.kind(),
              section.status().badge(),
              sentences));
      notShown(several ? name + ", " : "", comparison, section);
    }
    for (InspectionSection section : run.inspections()) {
      found.add(
          new Found(
              section.anchor(),
              where(name, result),
              section.title(),
              section.kind(),
              section.badge(),
              section.truth().isEmpty()
                  ? section.verdict().stream().limit(1).toList()
                  : List.of(section.truth())));
    }
    if (!run.inspections().isEmpty() || !run.modelInspections().isEmpty()) {
      sure.add(
          "What detectors say within a run is of what its plan itself planted; their error rates on"
              + " comparable material are not measured by that: a self-test does.");
    }
    for (ModelInspectionSection section : run.modelInspections()) {
      found.add(
          new Found(
              section.anchor(),
              where(name, result),
              section.title(),
              section.kind(),
              section.badge(),
              section.verdict().stream().limit(2).toList())); // what was found, and the truth
    }
    int skipped = result.data().skipped().size();
    if (skipped > 0) {
      notShown.add(
          ValueText.count(skipped, "pair was", "pairs were")
              + " left out of data set “"
              + result.data().dataset()
              + "” because they could not be used; they are listed under “Data”.");
    }
  }

  /** Of which run with which data something was found; generators and attacks may be alike. */
  private static String where(String name, RunResult result) {
    return name + ", data set “" + result.data().dataset() + "”";
  }

  private void examined(String name, RunResult result) {
    RunResult.DataUsed data = result.data();
    data(
        "Data set “"
            + data.dataset()
            + "” (format "
            + data.format()
            + "): "
            + ValueText.count(data.train().size(), "pair", "pairs")
            + " of photo and sketch to train"
            + " with, "
            + ValueText.count(data.test().size(), "pair", "pairs")
            + " to test with, at "
            + data.width()
            + " × "
            + data.height()
            + " pixels; SHA-256 "
            + data.digest()
            + ".");
    Set<String> generators = new LinkedHashSet<>();
    Set<String> models = new LinkedHashSet<>();
    Set<String> attacks = new LinkedHashSet<>();
    Set<Long> seeds = new TreeSet<>();
    for (Comparison c : result.comparisons()) {
      (c.isImported() ? models : generators).add(c.audited().name());
      c.audited().seed().ifPresent(seeds::add);
      Comparison.Attack attack = c.attack();
      if (attack != null) {
        attacks.add(
            "“"
                + attack.trigger().name()
                + "” with “"
                + attack.strategy().name()
                + "”"
                + (c.isImported()
                    ? " on photos shown to an imported model"
                    : " on " + NumberWords.rate(attack.rate()) + " of the pairs"));
      }
    }
    examined.add(
        name
            + ": "
            + Stream.of(
                    counted(generators, "generator", "generators"),
                    counted(models, "imported model", "imported models"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" and "))
            + ", "
            + (attacks.isEmpty()
                ? "no attack"
                : ValueText.count(attacks.size(), "attack", "attacks")
                    + " ("
                    + String.join("; ", attacks)
                    + ")")
            + (seeds.isEmpty() ? "" : ", " + ValueText.count(seeds.size(), "seed", "seeds"))
            + "; together "
            + ValueText.count(result.comparisons().size(), "comparison", "comparisons")
            + ".");
  }

  /** Said once for all runs that follow each other with the same data. */
  private void data(String sentence) {
    if (!sentence.equals(lastData)) {
      examined.add(sentence);
      lastData = sentence;
    }
  }

  private static String counted(Set<String> names, String one, String many) {
    return names.isEmpty()
        ? ""
        : ValueText.count(names.size(), one, many) + " (" + String.join(", ", names) + ")";
  }

  private void sure(RunResult result) {
    sure.add(
        "Means bear 95 % intervals over "
            + ValueText.count(result.data().test().size(), "test photo", "test photos")
            + ": how much the choice of photos matters.");
    SeedWords.summary(result).ifPresent(sure::add);
    if (result.comparisons().stream().anyMatch(Comparison::showsHarm)) {
      sure.add(
          "No metric alone decides: where an attack works stands which metrics see the backdoor,"
              + " and by which rule.");
    }
  }

  private void notShown(String of, Comparison comparison, Report.Comparison section) {
    String where = of + section.title() + ": ";
    if (section.status() == Status.COLLAPSED) {
      notShown.add(where + "whether an attack works, because a training collapsed.");
    } else if (section.status() == Status.WORTHLESS) {
      notShown.add(where + "anything about attacks, because the model's sketches are worthless.");
    } else if (section.status() == Status.NO_ATTACK) {
      notShown.add(where + "anything about attacks, because the plan has none here.");
    }
    if (comparison.showsHarm()) {
      String why =
          comparison.words() == null
              ? Verdicts.untold(comparison)
              : "The version that made this result compared no metric of both models photo by"
                  + " photo. What its sentences call the harm of the attack may be the trigger’s"
                  + " doing.";
      if (!why.isEmpty()) {
        untold.computeIfAbsent(why, k -> new ArrayList<>()).add(of + section.title());
      }
    }
    Reach reach = comparison.reach();
    if (reach != null && reach.targeted() < 1 && Double.isFinite(reach.targeted())) {
      notShown.add(
          where
              + "an effect on "
              + ValueText.percent(1 - reach.targeted())
              + " of what the attack wants to change, because the trigger does not reach there.");
    }
    for (Summary summary : comparison.summaries()) {
      undefined += summary.undefined();
      values += summary.undefined() + summary.n();
    }
  }

  FirstPage build(List<String> asked, Optional<Table> material) {
    if (found.stream().allMatch(f -> f.badge().equals(SelfTestBuilder.BADGE))) {
      notShown.addAll(limitsOfTests); // else there is more to say than a page holds
    }
    if (examined.isEmpty()) {
      examined.add("Nothing: no run of this case has a result.");
    }
    untold.forEach(
        (why, where) ->
            notShown.add(
                (where.size() == 1 ? where.get(0) : where.size() + " comparisons") + ": " + why));
    if (undefined > 0) {
      notShown.add(
          undefined
              + " of "
              + values
              + " single values: they are undefined and enter no mean; measurements.csv says why.");
    }
    if (audits || notShown.isEmpty()) {
      notShown.add(
          notShown.isEmpty()
              ? "That there is no other trigger: only the attacks in the plan were tried."
              : "Only the attacks in the plan were tried; nothing is said about others.");
    }
    found.sort(Comparator.comparing(Found::kind)); // evidence first
    List<String> missing = new ArrayList<>(differing); // other material than was listed is worst
    missing.addAll(notShown);
    return new FirstPage(
        asked, material, examined, found, errorRates(), List.copyOf(sure), List.copyOf(missing));
  }
}
