package org.pentimento.report.suspect;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pentimento.api.suspect.Axis;
import org.pentimento.casefile.result.ExhibitFound;
import org.pentimento.casefile.result.FindingKind;
import org.pentimento.casefile.result.InspectedPair.PictureFound;
import org.pentimento.casefile.result.model.AxisFound;
import org.pentimento.casefile.result.model.Evidence;
import org.pentimento.casefile.result.model.InspectedModel;
import org.pentimento.casefile.result.model.MeasuredLook;
import org.pentimento.casefile.result.model.ModelDetectorUse;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.ModelVerdict;
import org.pentimento.casefile.result.model.TriggerFound;
import org.pentimento.figures.ResultFigure;
import org.pentimento.report.detection.DetectorTables;
import org.pentimento.report.detection.ExhibitParts;
import org.pentimento.report.detection.InspectionBuilder;
import org.pentimento.report.detection.InspectionSection.Unknown;
import org.pentimento.report.detection.PatternParts;
import org.pentimento.report.detection.StoredPictures;
import org.pentimento.report.part.Badge;
import org.pentimento.report.part.Badge.Tone;
import org.pentimento.report.part.BlobBytes;
import org.pentimento.report.part.Chart;
import org.pentimento.report.part.ChartGuard;
import org.pentimento.report.part.Fact;
import org.pentimento.report.part.ReportPicture;
import org.pentimento.report.part.SettingsTable;
import org.pentimento.report.part.SettingsTable.Method;
import org.pentimento.report.part.ValueText;
import org.pentimento.report.source.ReportSource;
import org.pentimento.report.suspect.ModelInspectionSection.Answer;
import org.pentimento.report.suspect.ModelInspectionSection.Shown;
import org.pentimento.verdict.InnocentExplanations;
import org.pentimento.verdict.ModelInspectionWords;
import org.pentimento.verdict.ModelTruthWords;
import org.pentimento.verdict.Statement;
import org.pentimento.verdict.TrainingWords;

/** Makes the section of an inspection of a model. */
public final class ModelInspectionBuilder {
  private final StoredPictures pictures;
  private final SettingsTable settings;
  private final ChartGuard guard;
  private final List<ResultFigure<ModelInspectionResult>> figures;

  /**
   * Makes sections with these charts.
   *
   * @param figures the most important first
   */
  public ModelInspectionBuilder(
      BlobBytes blobs,
      SettingsTable settings,
      ChartGuard guard,
      List<ResultFigure<ModelInspectionResult>> figures) {
    this.settings = settings;
    this.pictures = new StoredPictures(blobs);
    this.guard = guard;
    this.figures = figures;
  }

  private static List<Method> methods(ModelInspectionResult result) {
    List<Method> methods = new ArrayList<>(ModelTables.methods(result.shadows()));
    methods.addAll(
        DetectorTables.methods(result.detectors().stream().map(ModelDetectorUse::extension)));
    return methods;
  }

  /** The badge of a verdict. */
  public static Badge badge(ModelVerdict verdict) {
    return new Badge(
        ModelInspectionWords.name(verdict),
        switch (verdict) {
          case BACKDOOR, HIDDEN_MODE, SPOILT_DATA -> Tone.ALARM;
          case INCONCLUSIVE, NOTHING_FOUND -> Tone.ANSWER;
          case NO_SCORE -> Tone.QUIET;
        });
  }

  private static Badge badge(Evidence evidence) {
    return new Badge(
        ModelInspectionWords.answer(evidence),
        switch (evidence) {
          case FOR -> Tone.ALARM;
          case AGAINST, UNDECIDED -> Tone.ANSWER;
          case NOT_LOOKED_AT -> Tone.QUIET;
        });
  }

  /**
   * The section of an inspection.
   *
   * @param earlier how many inspections of the same model the case had begun before
   */
  public ModelInspectionSection section(
      ReportSource.Run<ModelInspectionResult> run,
      ModelInspectionResult result,
      int earlier,
      ZoneId zone,
      String anchor)
      throws IOException {
    Statement said = ModelInspectionWords.verdict(result);
    List<String> verdict = new ArrayList<>();
    verdict.add(said.words());
    ModelTruthWords.sentence(result).ifPresent(verdict::add);
    ModelInspectionWords.score(result).ifPresent(verdict::add);
    verdict.add(ModelInspectionWords.meaning(result));
    verdict.add(ModelInspectionWords.repeats(earlier));
    ExhibitParts others = new ExhibitParts(pictures, anchor);
    Set<ExhibitFound> shown = new HashSet<>();
    List<Answer> answers = new ArrayList<>();
    for (AxisFound axis : result.axes()) {
      answers.add(answer(result, axis, anchor, shown));
    }
    FindingKind kind = result.kind();
    for (ExhibitFound exhibit : result.exhibits()) {
      if (!shown.contains(exhibit)) {
        others.add(exhibit);
      }
    }
    List<Chart> charts = new ArrayList<>(guard.charts(figures, result, anchor));
    charts.addAll(others.charts());
    List<Shown> triggers = new ArrayList<>();
    for (TriggerFound trigger : result.triggers()) {
      triggers.add(shown(trigger));
    }
    return new ModelInspectionSection(
        anchor,
        ModelInspectionWords.title(result) + ", " + run.id(),
        kind,
        ModelInspectionWords.explanation(result.model(), kind),
        badge(result.verdict()).of(kind),
        said.lead(),
        verdict,
        facts(run, result, zone),
        new Unknown(
            ModelInspectionWords.notLookedAt(result),
            ModelInspectionWords.blindTo(result),
            ModelInspectionWords.worth(result),
            ModelInspectionWords.limits(result)),
        answers,
        ModelTables.looks(result),
        charts,
        triggers,
        InnocentExplanations.of(result),
        others.pictures(),
        others.tables(),
        ModelTables.shadows(result.shadows(), result.trusted().count()),
        List.of(ModelTables.asked(result.detectors()), settings.of(methods(result))),
        ModelTables.making(result.model().provenance()),
        again(result),
        DetectorTables.environment(result.environment()),
        ModelTables.hashes(result, run.resultSha256()));
  }

  /** A question's answer with the pictures of the detectors that looked into it. */
  private Answer answer(
      ModelInspectionResult result, AxisFound axis, String anchor, Set<ExhibitFound> shown)
      throws IOException {
    Set<String> detectors = new HashSet<>();
    for (MeasuredLook look : result.looks()) {
      if (look.look().axis() == axis.axis()) {
        detectors.add(look.detector());
      }
    }
    ExhibitParts own = new ExhibitParts(pictures, anchor);
    for (ExhibitFound exhibit : result.exhibits()) {
      if (exhibit instanceof ExhibitFound.PictureExhibit
          && detectors.contains(exhibit.detector())
          && shown.add(exhibit)) {
        own.add(exhibit);
      }
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(ModelInspectionWords.numbers(axis));
    ModelInspectionWords.strongest(result, axis)
        .map(look -> ModelInspectionWords.strongest(result, look))
        .ifPresent(sentences::add);
    if (axis.axis() == Axis.SHOWN_TRIGGER && !result.triggers().isEmpty()) {
      sentences.add("See “Triggers that can be shown” below.");
    }
    return new Answer(
        ModelInspectionWords.question(axis.axis()),
        badge(axis.evidence()).of(result.kind()),
        sentences,
        own.pictures());
  }

  private Shown shown(TriggerFound trigger) throws IOException {
    String title = ModelInspectionWords.title(trigger);
    List<ReportPicture> sketches = new ArrayList<>();
    for (PictureFound picture : trigger.pictures()) {
      sketches.add(pictures.picture(picture.caption(), picture.caption(), picture.image()));
    }
    return new Shown(
        title,
        ModelInspectionWords.sentences(trigger),
        new PatternParts(pictures).pictures(trigger.pattern(), title),
        sketches,
        PatternParts.triggers(trigger.pattern().triggers()));
  }

  private static List<Fact> facts(
      ReportSource.Run<ModelInspectionResult> run, ModelInspectionResult result, ZoneId zone) {
    InspectedModel model = result.model();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Inspection", run.id(), true));
    facts.add(new Fact("Started", ValueText.time(run.started(), zone)));
    facts.add(new Fact("Ended", ValueText.time(run.ended(), zone)));
    facts.add(new Fact("Model", model(model)));
    facts.add(
        new Fact(
            "Parameters",
            model.parameters() == 0 ? "not known" : ValueText.grouped(model.parameters())));
    facts.add(
        new Fact(
            "Looked into",
            model.gradients()
                ? "with gradients for its photos"
                : "from outside, by its sketches alone"));
    facts.add(
        new Fact(
            "Difference from the true sketches",
            model.error() == null ? "not measured" : ValueText.value(model.error())));
    facts.add(new Fact("Trusted pairs", InspectionBuilder.data(result.trusted())));
    facts.add(new Fact("Shadow models", Integer.toString(result.shadows().size())));
    facts.add(new Fact("Seed", Long.toString(result.seed())));
    return facts;
  }

  /** A model in a few words. */
  public static String model(InspectedModel model) {
    return "“"
        + TrainingWords.inWords(model.name())
        + "” ("
        + (model.trained() ? "trained here by " : "made elsewhere, format ")
        + model.maker().name()
        + ")";
  }

  private static List<String> again(ModelInspectionResult result) {
    return List.of(
        "Inspect a model with the SHA-256 given here with the same trusted pairs, the same"
            + " detectors, versions and settings, "
            + ValueText.count(result.shadows().size(), "shadow model", "shadow models")
            + " of the same generator and settings, and seed "
            + result.seed()
            + ".",
        "Then compare the SHA-256 of the new result with the one given here. Results hold no times"
            + " and no paths.");
  }
}
