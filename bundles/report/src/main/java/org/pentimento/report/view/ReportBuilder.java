package org.pentimento.report.view;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Attack;
import org.pentimento.casefile.result.Comparison.TestedModel;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.figures.InstalledFigure;
import org.pentimento.report.source.ReportSource;
import org.pentimento.report.source.ReportSource.CaseSummary;
import org.pentimento.report.source.ReportSource.Custody;
import org.pentimento.report.view.Report.Fact;
import org.pentimento.report.view.Table.Cell;
import org.pentimento.verdict.ConditionNames;

/** Says what a case says, in the order of a report. */
public final class ReportBuilder {
  private static final int LONGEST_PLAN = 200_000;

  private final ReportSource source;
  private final ChartBuilder charts;
  private final Progress progress;
  private final BlobBytes blobs;
  private final ZoneId zone;

  private ReportBuilder(ReportSource source, List<InstalledFigure> figures, Progress progress) {
    this.source = source;
    this.charts = new ChartBuilder(source, figures, progress);
    this.progress = progress;
    this.blobs = new BlobBytes(source);
    this.zone = ValueText.zone(source.summary().timeZone()).orElse(ZoneOffset.UTC);
  }

  /**
   * Makes the report.
   *
   * @param figures the kinds of charts, the most important first
   * @throws org.pentimento.api.BadInputException if stored measurements cannot be read
   */
  public static Report build(ReportSource source, List<InstalledFigure> figures, Progress progress)
      throws IOException, CancelledException {
    return new ReportBuilder(source, figures, progress).build();
  }

  private Report build() throws IOException, CancelledException {
    FirstPageBuilder first = new FirstPageBuilder();
    List<Report.Run> runs = new ArrayList<>();
    List<List<Cell>> unfinished = new ArrayList<>();
    Set<String> citations = new LinkedHashSet<>();
    long all =
        source.runs().stream()
            .mapToLong(r -> r.result() == null ? 0 : r.result().comparisons().size())
            .sum();
    progress.begin("writing the report", all);
    for (ReportSource.Run run : source.runs()) {
      RunResult result = run.result();
      if (result == null) {
        first.unfinished(run);
        unfinished.add(
            Table.row(run.name(), run.state(), ValueText.time(run.started(), zone), run.message()));
        continue;
      }
      Report.Run section = run(run, result, "run" + (runs.size() + 1));
      first.run(result, section.comparisons());
      runs.add(section);
      result.comparisons().forEach(c -> cite(c, citations));
      result.metrics().forEach(m -> add(citations, m.citation()));
    }
    CaseSummary summary = source.summary();
    return new Report(
        "Audit report",
        subtitle(summary),
        summary.time(),
        facts(summary),
        summary.notes(),
        first.build(),
        runs,
        unfinished.isEmpty() ? Optional.empty() : Optional.of(unfinishedTable(unfinished)),
        data(),
        skipped(),
        remarks(),
        custodyFacts(source.custody()),
        custodyTable(source.custody()),
        Glossary.WORDS,
        List.copyOf(citations));
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
    facts.add(new Fact("Report of", ValueText.time(s.time(), zone)));
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

  private Report.Run run(ReportSource.Run run, RunResult result, String anchor)
      throws IOException, CancelledException {
    List<Report.Comparison> comparisons = new ArrayList<>();
    for (Comparison c : result.comparisons()) {
      progress.checkCancelled();
      String id = anchor + "-c" + (comparisons.size() + 1);
      comparisons.add(
          new ComparisonBuilder(source, charts, progress, run.id(), result, c, id).build());
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
        result.name(),
        facts,
        comparisons,
        Optional.empty(),
        again(result),
        environment(result),
        hashes(run, result),
        plan(result.plan()));
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

  private static Table hashes(ReportSource.Run run, RunResult result) {
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

  private Optional<Table> skipped() {
    List<List<Cell>> rows = new ArrayList<>();
    for (ReportSource.Data d : source.datasets()) {
      d.skipped().forEach((what, why) -> rows.add(Table.row(d.name(), what, why)));
    }
    for (ReportSource.Run run : source.runs()) {
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
          Table.row(
              Long.toString(e.number()),
              ValueText.time(e.time(), zone),
              e.actor(),
              e.action(),
              e.hash()));
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
            Table.text("what", .9),
            Table.code("SHA-256", 1.9)),
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
