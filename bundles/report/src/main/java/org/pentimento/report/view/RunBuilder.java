package org.pentimento.report.view;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.result.AttackInspection;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Attack;
import org.pentimento.casefile.result.Comparison.TestedModel;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.ModelAnswer;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.plan.PlanText;
import org.pentimento.report.detection.InspectionBuilder;
import org.pentimento.report.detection.InspectionSection;
import org.pentimento.report.part.BlobBytes;
import org.pentimento.report.part.Fact;
import org.pentimento.report.part.Table;
import org.pentimento.report.part.Table.Cell;
import org.pentimento.report.part.ValueText;
import org.pentimento.report.source.ReportSource;
import org.pentimento.report.suspect.ModelInspectionBuilder;
import org.pentimento.report.suspect.ModelInspectionSection;
import org.pentimento.verdict.ConditionNames;
import org.pentimento.verdict.LostWords;
import org.pentimento.verdict.SeedWords;

/** Makes the section of a run of a plan. */
final class RunBuilder {
  private static final int LONGEST_PLAN = 200_000;

  private final ReportSource source;
  private final ChartBuilder charts;
  private final InspectionBuilder inspections;
  private final ModelInspectionBuilder models;
  private final Progress progress;
  private final BlobBytes blobs;
  private final ZoneId zone;

  RunBuilder(
      ReportSource source,
      ChartBuilder charts,
      InspectionBuilder inspections,
      ModelInspectionBuilder models,
      BlobBytes blobs,
      ZoneId zone,
      Progress progress) {
    this.source = source;
    this.charts = charts;
    this.inspections = inspections;
    this.models = models;
    this.blobs = blobs;
    this.zone = zone;
    this.progress = progress;
  }

  Report.Run build(ReportSource.Run<RunResult> run, RunResult result, String anchor)
      throws IOException, CancelledException {
    String plan = plan(result.plan());
    AskedShares asked = new AskedShares(PlanText.of(plan));
    List<Report.Comparison> comparisons = new ArrayList<>();
    for (Comparison c : result.comparisons()) {
      progress.checkCancelled();
      String id = anchor + "-c" + (comparisons.size() + 1);
      comparisons.add(
          new ComparisonBuilder(source, charts, progress, run.id(), result, c, asked, id).build());
      progress.advance(1);
    }
    List<Fact> facts =
        List.of(
            new Fact("Run", run.id(), true),
            new Fact("Started", ValueText.time(run.started(), zone)),
            new Fact("Ended", ValueText.time(run.ended(), zone)),
            new Fact("State", run.state()));
    return new Report.Run(
        anchor,
        source.shown(run),
        facts,
        comparisons,
        inspections(result, anchor),
        models(run, result, anchor),
        LostWords.of(result),
        SeedWords.of(result),
        again(result),
        environment(result),
        hashes(run, result),
        plan);
  }

  /** What detectors said of the training pairs as each attack left them. */
  private List<InspectionSection> inspections(RunResult result, String anchor)
      throws IOException, CancelledException {
    List<InspectionSection> sections = new ArrayList<>();
    for (AttackInspection one : result.inspections()) {
      progress.checkCancelled();
      Optional<InspectionResult> said = source.inspection(one.inspection());
      if (said.isPresent()) {
        String title =
            one.attack() == 0
                ? "Training pairs without an attack"
                : "Training pairs as attack " + one.attack() + " of the plan left them";
        sections.add(
            inspections.simulation(
                said.get(),
                title + ", seed " + one.seed(),
                one.inspection(),
                anchor + "-i" + (sections.size() + 1)));
      } else {
        progress.note(
            "This copy of the case does not hold the inspection "
                + one.inspection()
                + " of run "
                + result.name()
                + ".");
      }
    }
    return sections;
  }

  /** What detectors said of the models that were trained. */
  private List<ModelInspectionSection> models(
      ReportSource.Run<RunResult> run, RunResult result, String anchor)
      throws IOException, CancelledException {
    List<ModelInspectionSection> sections = new ArrayList<>();
    for (ModelAnswer one : result.modelInspections()) {
      progress.checkCancelled();
      Optional<ModelInspectionResult> said = source.modelInspection(one.modelInspection());
      if (said.isPresent()) {
        sections.add(
            models.section(
                run.with(said.get(), one.modelInspection()),
                said.get(),
                0,
                zone,
                anchor + "-m" + (sections.size() + 1)));
      } else {
        progress.note(
            "This copy of the case does not hold the inspection "
                + one.modelInspection()
                + " of run "
                + result.name()
                + ".");
      }
    }
    return sections;
  }

  private static List<String> again(RunResult result) {
    String seeds =
        result.comparisons().stream()
            .flatMap(c -> c.audited().seed().stream().boxed())
            .distinct()
            .sorted()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return List.of(
        "Save the plan below as a file and start it in a case that holds the same data set. The"
            + " plan holds all settings, those that nobody set included"
            + (seeds.isEmpty() ? "." : "; seeds: " + seeds + "."),
        "The data set is the same if its SHA-256 is the one given here. Use the same version of the"
            + " product, the same number of threads and the same native build as in the table;"
            + " other ones may change the last digits of the results.",
        "Then compare the SHA-256 of the new result with the one given here. Results hold no times"
            + " and no paths.");
  }

  private static Table environment(RunResult result) {
    List<List<Cell>> rows = new ArrayList<>();
    new TreeMap<>(result.environment()).forEach((name, value) -> rows.add(Table.row(name, value)));
    return new Table(
        "Versions, threads, machine",
        List.of(Table.text("what", 1), Table.text("used", 2.6)),
        rows);
  }

  private static Table hashes(ReportSource.Run<RunResult> run, RunResult result) {
    List<List<Cell>> rows = new ArrayList<>();
    hash(rows, "result", run.resultSha256());
    hash(rows, "plan", result.plan());
    hash(rows, "data set", result.data().digest());
    for (Comparison c : result.comparisons()) {
      Attack attack = c.attack();
      if (attack != null) {
        hash(rows, c.id() + ", manifest of what was poisoned", attack.manifest());
      }
      c.models()
          .forEach(
              (subject, model) -> model(rows, c.id() + ", " + ConditionNames.of(subject), model));
      hash(rows, c.id() + ", measurements", c.measurements());
    }
    return new Table(
        "Fingerprints (SHA-256)", List.of(Table.text("of", 1), Table.code("SHA-256", 2.2)), rows);
  }

  private static void model(List<List<Cell>> rows, String name, TestedModel model) {
    hash(rows, name + ", description", model.description());
    hash(rows, name + ", weights", model.weights());
  }

  private static void hash(List<List<Cell>> rows, String name, String sha) {
    if (!sha.isEmpty()) {
      rows.add(Table.row(name, sha));
    }
  }

  private String plan(String sha) throws IOException {
    Optional<byte[]> bytes = blobs.of(sha);
    if (bytes.isEmpty()) {
      return "(this copy of the case does not hold the plan)";
    }
    String text = new String(bytes.get(), StandardCharsets.UTF_8);
    return text.length() <= LONGEST_PLAN
        ? text
        : text.substring(0, LONGEST_PLAN) + "\n(cut here; the case holds the whole plan)";
  }
}
