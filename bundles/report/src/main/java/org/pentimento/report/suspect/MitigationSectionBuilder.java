package org.pentimento.report.suspect;

import java.io.IOException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pentimento.casefile.result.FindingKind;
import org.pentimento.casefile.result.mitigation.MitigationOutcome;
import org.pentimento.casefile.result.mitigation.MitigationResult;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.report.detection.DetectorTables;
import org.pentimento.report.detection.InspectionBuilder;
import org.pentimento.report.part.Badge;
import org.pentimento.report.part.Badge.Tone;
import org.pentimento.report.part.Fact;
import org.pentimento.report.part.Table;
import org.pentimento.report.part.ValueText;
import org.pentimento.report.source.ReportSource;
import org.pentimento.verdict.MitigationWords;
import org.pentimento.verdict.ModelInspectionWords;
import org.pentimento.verdict.Statement;

/** Makes the section of a mitigation. */
public final class MitigationSectionBuilder {
  private final ReportSource source;

  /**
   * Has read nothing yet.
   *
   * @param source has the inspections that mitigations made
   */
  public MitigationSectionBuilder(ReportSource source) {
    this.source = source;
  }

  /** The section of a mitigation. */
  public MitigationSection section(
      ReportSource.Run<MitigationResult> run, MitigationResult result, ZoneId zone, String anchor)
      throws IOException {
    Statement said = MitigationWords.verdict(result);
    Optional<ModelInspectionResult> before = source.modelInspection(result.before());
    Optional<ModelInspectionResult> after = source.modelInspection(result.after());
    List<Table> tables =
        before.isPresent() && after.isPresent()
            ? List.of(
                ModelTables.answers(before.get(), after.get()),
                ModelTables.beforeAndAfter(before.get(), after.get()))
            : List.of();
    return new MitigationSection(
        anchor,
        MitigationWords.title(result) + ", " + run.id(),
        FindingKind.TREATMENT,
        badge(result.outcome()).of(FindingKind.TREATMENT),
        said.lead(),
        List.of(
            said.words(),
            MitigationWords.cost(result),
            tables.isEmpty()
                ? "This copy of the case does not hold what the inspections before and afterwards"
                    + " measured."
                : "The old model: "
                    + ModelInspectionWords.name(before.orElseThrow().verdict())
                    + ". The new model: "
                    + ModelInspectionWords.name(after.orElseThrow().verdict())
                    + "."),
        facts(run, result, zone),
        tables,
        List.of(
            "Treat a model with the SHA-256 given here with the same method, trusted pairs and"
                + " settings, as many shadow models, and seed "
                + result.seed()
                + ".",
            "Then compare the SHA-256 of the new result with the one given here. Results hold no"
                + " times and no paths."),
        DetectorTables.environment(result.environment()),
        hashes(result, run.resultSha256()));
  }

  private static Badge badge(MitigationOutcome outcome) {
    return new Badge(
        MitigationWords.name(outcome),
        switch (outcome) {
          case STILL_THERE, CAME_UP -> Tone.ALARM;
          case GONE, WEAKER, NEVER_SHOWN -> Tone.ANSWER;
          case NOT_LOOKED_AT -> Tone.QUIET;
        });
  }

  private static List<Fact> facts(
      ReportSource.Run<MitigationResult> run, MitigationResult result, ZoneId zone) {
    String settings = ValueText.settings(result.settings());
    return List.of(
        new Fact("Mitigation", run.id(), true),
        new Fact("Started", ValueText.time(run.started(), zone)),
        new Fact("Ended", ValueText.time(run.ended(), zone)),
        new Fact("Old model", ModelInspectionBuilder.model(result.from())),
        new Fact("New model", "“" + result.model() + "”"),
        new Fact(
            "Method",
            MitigationWords.name(result.method())
                + (settings.isEmpty() ? "" : " (" + settings + ")")),
        new Fact("Trusted pairs", InspectionBuilder.data(result.trusted())),
        new Fact("Pairs learned from", Integer.toString(result.learned().size())),
        new Fact("Pairs kept out", Integer.toString(result.keptOut().size())),
        new Fact("Error of the old model on these", ValueText.value(result.errorBefore())),
        new Fact("Error of the new model on these", ValueText.value(result.errorAfter())),
        new Fact("Seed", Long.toString(result.seed())));
  }

  private static Table hashes(MitigationResult result, String resultSha) {
    Map<String, String> hashes = new LinkedHashMap<>();
    hashes.put("result", resultSha);
    hashes.put("old model", result.from().digest());
    hashes.put("new model", result.digest());
    hashes.put("trusted pairs", result.trusted().digest());
    hashes.put("inspection before", result.before());
    hashes.put("inspection after", result.after());
    return DetectorTables.hashes(hashes);
  }
}
