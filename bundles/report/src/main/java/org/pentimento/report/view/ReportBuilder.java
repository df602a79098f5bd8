package org.pentimento.report.view;

import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.event.HashCheck;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Attack;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.casefile.result.mitigation.MitigationResult;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult;
import org.pentimento.casefile.result.photo.PhotoInspectionResult;
import org.pentimento.figures.Figures;
import org.pentimento.report.detection.InspectionBuilder;
import org.pentimento.report.detection.InspectionSection;
import org.pentimento.report.detection.ModelSelfTestBuilder;
import org.pentimento.report.detection.SelfTestBuilder;
import org.pentimento.report.detection.SelfTestSection;
import org.pentimento.report.part.BlobBytes;
import org.pentimento.report.part.ChartGuard;
import org.pentimento.report.part.Fact;
import org.pentimento.report.part.SettingsTable;
import org.pentimento.report.part.Table;
import org.pentimento.report.part.Table.Cell;
import org.pentimento.report.part.ValueText;
import org.pentimento.report.source.ReportSource;
import org.pentimento.report.source.ReportSource.CaseSummary;
import org.pentimento.report.source.ReportSource.Custody;
import org.pentimento.report.suspect.MitigationSection;
import org.pentimento.report.suspect.MitigationSectionBuilder;
import org.pentimento.report.suspect.ModelInspectionBuilder;
import org.pentimento.report.suspect.ModelInspectionSection;
import org.pentimento.report.suspect.PhotoSection;
import org.pentimento.report.suspect.PhotoSectionBuilder;
import org.pentimento.verdict.HashWords;

/** Says what a case says, in the order of a report. */
public final class ReportBuilder {
  private final ReportSource source;
  private final Progress progress;
  private final ZoneId zone;
  private final RunBuilder runs;
  private final InspectionBuilder inspections;
  private final ModelInspectionBuilder models;
  private final PhotoSectionBuilder photos;
  private final MitigationSectionBuilder mitigations;
  private final SelfTestBuilder selfTests;
  private final ModelSelfTestBuilder modelSelfTests;
  private final FirstPageBuilder first = new FirstPageBuilder();
  private final List<List<Cell>> unfinished = new ArrayList<>();
  private final Set<String> citations = new LinkedHashSet<>();

  private ReportBuilder(ReportSource source, Figures figures, Progress progress) {
    this.source = source;
    this.progress = progress;
    this.zone = ValueText.zone(source.summary().timeZone()).orElse(ZoneOffset.UTC);
    BlobBytes blobs = new BlobBytes(source);
    ChartGuard guard = new ChartGuard(progress);
    SettingsTable settings = new SettingsTable(source.installed());
    this.inspections = new InspectionBuilder(blobs, settings, guard, figures.ofInspections());
    this.models = new ModelInspectionBuilder(blobs, settings, guard, figures.ofModels());
    this.photos = new PhotoSectionBuilder(blobs, settings);
    this.mitigations = new MitigationSectionBuilder(source);
    this.selfTests = new SelfTestBuilder(settings, guard, figures.ofSelfTests());
    this.modelSelfTests = new ModelSelfTestBuilder(settings, guard, figures.ofModelSelfTests());
    this.runs =
        new RunBuilder(
            source,
            new ChartBuilder(source, figures.ofRuns(), guard),
            inspections,
            models,
            blobs,
            zone,
            progress);
  }

  /**
   * Makes the report.
   *
   * @param figures the kinds of charts
   * @throws org.pentimento.api.BadInputException if stored measurements cannot be read
   */
  public static Report build(ReportSource source, Figures figures, Progress progress)
      throws IOException, CancelledException {
    return new ReportBuilder(source, figures, progress).build();
  }

  private Report build() throws IOException, CancelledException {
    long all =
        source.runs().stream()
            .mapToLong(r -> r.result() == null ? 0 : r.result().comparisons().size())
            .sum();
    progress.begin(
        "writing the report",
        all
            + source.inspections().size()
            + source.modelInspections().size()
            + source.photoInspections().size()
            + source.mitigations().size()
            + source.selfTests().size()
            + source.modelSelfTests().size());
    List<InspectionSection> inspected = inspections();
    List<ModelInspectionSection> suspects = modelInspections();
    List<PhotoSection> photographed = photoInspections();
    List<MitigationSection> treated = mitigations();
    List<SelfTestSection> tested = selfTests();
    List<Report.Run> audited = runs();
    source.datasets().forEach(data -> first.compared(data.name(), data.hashes()));
    first.notInstalled(source.notInstalled());
    CaseSummary summary = source.summary();
    StandingBuilder standing = new StandingBuilder(source, zone);
    return new Report(
        title(),
        subtitle(summary),
        summary.time(),
        facts(summary),
        summary.notes(),
        standing.build(),
        first.build(asked(), standing.material()),
        inspected,
        suspects,
        photographed,
        treated,
        tested,
        audited,
        unfinished.isEmpty() ? Optional.empty() : Optional.of(unfinishedTable(unfinished)),
        data(),
        hashes(),
        skipped(),
        source.notInstalled(),
        remarks(),
        custodyFacts(source.custody()),
        custodyTable(source.custody()),
        Glossary.words(
            !source.runs().isEmpty(),
            !inspected.isEmpty()
                || !tested.isEmpty()
                || audited.stream().anyMatch(run -> !run.inspections().isEmpty()),
            !suspects.isEmpty()
                || !photographed.isEmpty()
                || !treated.isEmpty()
                || audited.stream().anyMatch(run -> !run.modelInspections().isEmpty())),
        List.copyOf(citations));
  }

  private List<InspectionSection> inspections() throws IOException, CancelledException {
    List<InspectionSection> sections = new ArrayList<>();
    for (ReportSource.Run<InspectionResult> run : source.inspections()) {
      progress.checkCancelled();
      InspectionResult result = run.result();
      if (result == null) {
        unfinished("Inspection", run);
      } else {
        InspectionSection section =
            inspections.evidence(
                run, source.shown(run), result, zone, "inspection" + (sections.size() + 1));
        first.inspection(result, section, source.inspections().size() > 1);
        result.detectors().forEach(d -> add(citations, d.extension().citation()));
        result.patterns().stream()
            .flatMap(p -> p.triggers().stream())
            .forEach(t -> add(citations, t.extension().citation()));
        sections.add(section);
      }
      progress.advance(1);
    }
    return sections;
  }

  private List<ModelInspectionSection> modelInspections() throws IOException, CancelledException {
    List<ModelInspectionSection> sections = new ArrayList<>();
    for (ReportSource.Run<ModelInspectionResult> run : source.modelInspections()) {
      progress.checkCancelled();
      ModelInspectionResult result = run.result();
      if (result == null) {
        unfinished("Inspection of a model", run);
      } else {
        int earlier = source.inspectedBefore(run.id());
        ModelInspectionSection section =
            models.section(run, result, earlier, zone, "model" + (sections.size() + 1));
        first.modelInspection(result, section, earlier, source.modelInspections().size() > 1);
        add(citations, result.model().maker().citation());
        result.shadows().forEach(shadow -> add(citations, shadow.generator().citation()));
        result.detectors().forEach(d -> add(citations, d.extension().citation()));
        result.triggers().stream()
            .flatMap(t -> t.pattern().triggers().stream())
            .forEach(t -> add(citations, t.extension().citation()));
        sections.add(section);
      }
      progress.advance(1);
    }
    return sections;
  }

  private List<PhotoSection> photoInspections() throws IOException, CancelledException {
    List<PhotoSection> sections = new ArrayList<>();
    for (ReportSource.Run<PhotoInspectionResult> run : source.photoInspections()) {
      progress.checkCancelled();
      PhotoInspectionResult result = run.result();
      if (result == null) {
        unfinished("Inspection of photos", run);
      } else {
        PhotoSection section = photos.section(run, result, zone, "photos" + (sections.size() + 1));
        first.photoInspection(result, section, source.photoInspections().size() > 1);
        add(citations, result.model().maker().citation());
        result.shadows().forEach(shadow -> add(citations, shadow.generator().citation()));
        sections.add(section);
      }
      progress.advance(1);
    }
    return sections;
  }

  private List<MitigationSection> mitigations() throws IOException, CancelledException {
    List<MitigationSection> sections = new ArrayList<>();
    for (ReportSource.Run<MitigationResult> run : source.mitigations()) {
      progress.checkCancelled();
      MitigationResult result = run.result();
      if (result == null) {
        unfinished("Mitigation", run);
      } else {
        MitigationSection section =
            mitigations.section(run, result, zone, "mitigation" + (sections.size() + 1));
        first.mitigation(result, section);
        add(citations, result.from().maker().citation());
        sections.add(section);
      }
      progress.advance(1);
    }
    return sections;
  }

  private List<SelfTestSection> selfTests() throws CancelledException {
    List<SelfTestSection> sections = new ArrayList<>();
    for (ReportSource.Run<SelfTestResult> run : source.selfTests()) {
      progress.checkCancelled();
      SelfTestResult result = run.result();
      if (result == null) {
        unfinished("Self-test", run);
      } else {
        SelfTestSection section =
            selfTests.section(run, result, zone, "selftest" + (sections.size() + 1));
        first.selfTest(result, section);
        result.detectors().forEach(d -> add(citations, d.citation()));
        sections.add(section);
      }
      progress.advance(1);
    }
    for (ReportSource.Run<ModelSelfTestResult> run : source.modelSelfTests()) {
      progress.checkCancelled();
      ModelSelfTestResult result = run.result();
      if (result == null) {
        unfinished("Self-test", run);
      } else {
        SelfTestSection section =
            modelSelfTests.section(run, result, zone, "selftest" + (sections.size() + 1));
        first.selfTest(result, section);
        result.detectors().forEach(d -> add(citations, d.citation()));
        sections.add(section);
      }
      progress.advance(1);
    }
    return sections;
  }

  private List<Report.Run> runs() throws IOException, CancelledException {
    List<Report.Run> sections = new ArrayList<>();
    for (ReportSource.Run<RunResult> run : source.runs()) {
      RunResult result = run.result();
      if (result == null) {
        unfinished("Run", run);
        continue;
      }
      Report.Run section = runs.build(run, result, "run" + (sections.size() + 1));
      first.run(name(run), result, section, source.runs().size() > 1);
      sections.add(section);
      result.comparisons().forEach(c -> cite(c, citations));
      result.metrics().forEach(m -> add(citations, m.citation()));
    }
    return sections;
  }

  /** A run's id and name. */
  private String name(ReportSource.Run<RunResult> run) {
    return run.id() + ", “" + source.shown(run) + "”";
  }

  private void unfinished(String what, ReportSource.Run<?> run) {
    first.unfinished(what, run);
    unfinished.add(
        Table.row(
            what + " “" + run.name() + "”",
            run.state(),
            ValueText.time(run.started(), zone),
            run.message()));
  }

  private String title() {
    if (!source.inspections().isEmpty()
        || !source.modelInspections().isEmpty()
        || !source.photoInspections().isEmpty()
        || !source.mitigations().isEmpty()) {
      return source.runs().isEmpty() ? "Inspection report" : "Inspection and audit report";
    }
    return source.runs().isEmpty() && !source.selfTests().isEmpty()
        ? "Self-test report"
        : "Audit report";
  }

  private List<String> asked() {
    String question = source.edition().words().question();
    return question.isBlank()
        ? List.of("No question was written down; the plans and inspections say what was tried.")
        : question.lines().filter(line -> !line.isBlank()).toList();
  }

  private static String subtitle(CaseSummary summary) {
    String text =
        Stream.of(
                summary.agency(),
                summary.caseNumber().isEmpty() ? "" : "case\u00a0" + summary.caseNumber(),
                summary.itemNumber().isEmpty() ? "" : "item\u00a0" + summary.itemNumber())
            .filter(s -> !s.isEmpty())
            .collect(Collectors.joining(" · "));
    return text.isEmpty() ? "case of " + summary.examiner() : text;
  }

  private List<Fact> facts(CaseSummary s) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Examiner", given(s.examiner())));
    facts.add(new Fact("Agency", given(s.agency())));
    facts.add(new Fact("Case number", given(s.caseNumber())));
    facts.add(new Fact("Item number", given(s.itemNumber())));
    facts.add(new Fact("Writing begun", ValueText.time(s.time(), zone)));
    facts.add(
        new Fact("Case as of", "entry " + source.custody().entries() + " of its custody log"));
    boolean known = ValueText.zone(s.timeZone()).isPresent();
    facts.add(
        new Fact(
            "Time zone",
            s.timeZone().isEmpty()
                ? "UTC"
                : known ? s.timeZone() : s.timeZone() + " (unknown here; times are in UTC)"));
    facts.add(new Fact("Made with", given(s.product())));
    return facts;
  }

  private static String given(String value) {
    return value.isBlank() ? "not given" : value;
  }

  private static Table unfinishedTable(List<List<Cell>> rows) {
    return new Table(
        "Runs without a result",
        List.of(
            Table.text("run", 1.2),
            Table.text("state", .7),
            Table.text("started", 1.2),
            Table.text("reason", 2)),
        rows);
  }

  private Table data() {
    List<List<Cell>> rows = new ArrayList<>();
    for (ReportSource.Data d : source.datasets()) {
      rows.add(
          List.of(
              new Cell(d.name(), d.root()),
              new Cell(d.format(), d.mode()),
              new Cell(Integer.toString(d.pairs()), d.train() + " train, " + d.test() + " test"),
              new Cell(Integer.toString(d.skipped().size()), ""),
              new Cell(d.digest(), "")));
    }
    if (rows.isEmpty()) {
      Cell nothing = new Cell("–", "");
      rows.add(
          List.of(
              new Cell("none", "pairs that a plan made up are named with its run"),
              nothing,
              nothing,
              nothing,
              nothing));
    }
    return new Table(
        "Data sets of the case",
        List.of(
            Table.text("data set", 1.2),
            Table.text("format", .9),
            Table.number("pairs", .9),
            Table.number("left out", .5),
            Table.code("SHA-256", 2)),
        rows);
  }

  private Optional<Table> hashes() {
    List<List<Cell>> rows = new ArrayList<>();
    for (ReportSource.Data d : source.datasets()) {
      HashCheck check = d.hashes();
      if (check != null) {
        rows.add(
            Table.row(d.name(), check.file() + ", SHA-256 " + check.list(), HashWords.of(check)));
        d.differing().forEach((file, why) -> rows.add(Table.row(d.name(), file, why)));
      }
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Table(
                "Files compared with hash lists",
                List.of(
                    Table.text("data set", 1),
                    Table.text("list, file", 1.6),
                    Table.text("what came of it", 2)),
                rows));
  }

  private Optional<Table> skipped() {
    List<List<Cell>> rows = new ArrayList<>();
    for (ReportSource.Data d : source.datasets()) {
      d.skipped().forEach((what, why) -> rows.add(Table.row(d.name(), what, why)));
    }
    for (ReportSource.Run<InspectionResult> run : source.inspections()) {
      InspectionResult result = run.result();
      if (result != null) {
        new TreeMap<>(result.data().skipped())
            .forEach((what, why) -> rows.add(Table.row("inspection " + run.id(), what, why)));
      }
    }
    for (ReportSource.Run<ModelInspectionResult> run : source.modelInspections()) {
      ModelInspectionResult result = run.result();
      if (result != null) {
        new TreeMap<>(result.trusted().skipped())
            .forEach((what, why) -> rows.add(Table.row("inspection " + run.id(), what, why)));
      }
    }
    for (ReportSource.Run<PhotoInspectionResult> run : source.photoInspections()) {
      PhotoInspectionResult result = run.result();
      if (result != null) {
        new TreeMap<>(result.trusted().skipped())
            .forEach((what, why) -> rows.add(Table.row("inspection " + run.id(), what, why)));
      }
    }
    for (ReportSource.Run<MitigationResult> run : source.mitigations()) {
      MitigationResult result = run.result();
      if (result != null) {
        new TreeMap<>(result.trusted().skipped())
            .forEach((what, why) -> rows.add(Table.row("mitigation " + run.id(), what, why)));
      }
    }
    for (ReportSource.Run<RunResult> run : source.runs()) {
      RunResult result = run.result();
      if (result != null) {
        String where = "run " + result.name();
        new TreeMap<>(result.data().skipped())
            .forEach((what, why) -> rows.add(Table.row(where, what, why)));
      }
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Table(
                "What was left out and why",
                List.of(Table.text("where", 1), Table.text("what", 1.2), Table.text("why", 2.4)),
                rows));
  }

  private Optional<Table> remarks() {
    List<List<Cell>> rows = new ArrayList<>();
    for (ReportSource.Remark r : source.remarks()) {
      rows.add(Table.row(ValueText.time(r.time(), zone), r.actor(), r.about(), r.text()));
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Table(
                "What examiners and reviewers noted, as the custody log has it",
                List.of(
                    Table.text("time", .9),
                    Table.text("who", .8),
                    Table.text("on", 1.2),
                    Table.text("note", 2.4)),
                rows));
  }

  private static List<Fact> custodyFacts(Custody c) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Case", c.caseId(), true));
    facts.add(new Fact("Entries", Long.toString(c.entries())));
    facts.add(new Fact("Head (SHA-256 of the last entry)", c.headHash(), true));
    if (c.signature().isEmpty()) {
      facts.add(new Fact("Signature of the head", "none: the last entry is not signed"));
    } else {
      facts.add(new Fact("Public key (Ed25519)", c.publicKey(), true));
      facts.add(new Fact("Signature of the head", c.signature(), true));
    }
    return facts;
  }

  private Table custodyTable(Custody c) {
    List<List<Cell>> rows = new ArrayList<>();
    for (ReportSource.CustodyEntry e : c.excerpt()) {
      rows.add(
          List.of(
              new Cell(Long.toString(e.number()), ""),
              new Cell(ValueText.time(e.time(), zone), ""),
              new Cell(e.actor(), ""),
              new Cell(e.action(), e.detail()),
              new Cell(e.hash(), "")));
    }
    return new Table(
        c.excerpt().size() == c.entries()
            ? "All entries of the custody log"
            : "Excerpt of the custody log: "
                + c.excerpt().size()
                + " of "
                + c.entries()
                + " entries",
        List.of(
            Table.number("no.", .35),
            Table.text("time", 1.3),
            Table.text("who", 1),
            Table.text("what", 1.2),
            Table.code("SHA-256", 1.7)),
        rows);
  }

  private static void cite(Comparison c, Set<String> citations) {
    add(citations, c.audited().extension().citation());
    Attack attack = c.attack();
    if (attack != null) {
      add(citations, attack.trigger().citation());
      add(citations, attack.strategy().citation());
    }
  }

  private static void add(Set<String> citations, String citation) {
    if (!citation.isBlank()) {
      citations.add(citation);
    }
  }
}
