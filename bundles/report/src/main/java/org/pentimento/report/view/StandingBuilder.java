package org.pentimento.report.view;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pentimento.report.part.Table;
import org.pentimento.report.part.Table.Cell;
import org.pentimento.report.part.ValueText;
import org.pentimento.report.source.Edition;
import org.pentimento.report.source.ReportSource;
import org.pentimento.report.source.ReportSource.HandedIn;

/** Says what a report is worth as a document, and of what it is. */
final class StandingBuilder {
  private final ReportSource source;
  private final ZoneId zone;

  StandingBuilder(ReportSource source, ZoneId zone) {
    this.source = source;
    this.zone = zone;
  }

  Report.Standing build() {
    Edition edition = source.edition();
    List<String> sentences = new ArrayList<>();
    Edition.Approval approval = edition.approval();
    sentences.add(
        approval == null
            ? "This is a draft: it is not signed off."
            : "Signed off by "
                + approval.reviewer()
                + " on "
                + ValueText.time(approval.time(), zone)
                + " (entry "
                + approval.entry()
                + " of the custody log), as the draft of entry "
                + approval.draft()
                + "."
                + (approval.ownLogin()
                    ? " The login that wrote the draft reviewed it: no second person has looked."
                    : "")
                + remark(approval.text()));
    Edition.Earlier earlier = edition.replaces();
    sentences.add(
        earlier == null
            ? approval == null
                ? "It is the first report of this case."
                : "No other report of this case comes before its draft."
            : "It replaces the report of entry "
                + earlier.entry()
                + " of "
                + ValueText.time(earlier.time(), zone)
                + " (SHA-256 of the entry "
                + earlier.hash()
                + ")"
                + returned(earlier.returned())
                + "; both stay in the case.");
    return new Report.Standing(
        edition.isDraft() ? "DRAFT – not signed off" : "", sentences, edition.words(), evidence());
  }

  private static String returned(Edition.@Nullable Returned returned) {
    return returned == null
        ? ""
        : ", which "
            + returned.reviewer()
            + " returned (entry "
            + returned.entry()
            + ")"
            + (returned.text().isBlank() ? "" : ": “" + returned.text().strip() + "”");
  }

  private static String remark(String text) {
    return text.isBlank() ? "" : " Reviewer’s remark: “" + text.strip() + "”";
  }

  /** What was handed in. */
  Optional<Table> material() {
    List<List<Cell>> rows = new ArrayList<>();
    for (HandedIn m : source.material()) {
      rows.add(
          List.of(
              new Cell(m.name(), m.what()),
              new Cell(m.origin(), ValueText.time(m.time(), zone)),
              new Cell(m.sha256(), "")));
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Table(
                "The material: names, where it came from, fingerprints",
                List.of(
                    Table.text("name", 1), Table.text("came in as", 1.7), Table.code("SHA-256", 2)),
                rows));
  }

  private Table evidence() {
    List<List<Cell>> rows = new ArrayList<>();
    source.material().forEach(m -> row(rows, m.what() + " " + m.name(), m.sha256()));
    source.runs().forEach(run -> result(rows, run));
    source.inspections().forEach(run -> result(rows, run));
    source.modelInspections().forEach(run -> result(rows, run));
    source.photoInspections().forEach(run -> result(rows, run));
    source.mitigations().forEach(run -> result(rows, run));
    source.selfTests().forEach(run -> result(rows, run));
    source.modelSelfTests().forEach(run -> result(rows, run));
    row(rows, "last entry of the custody log", source.custody().headHash());
    return new Table(
        "The evidence that this report is about, by its fingerprints",
        List.of(Table.text("what", 1.2), Table.code("SHA-256", 2)),
        rows);
  }

  private static void result(List<List<Cell>> rows, ReportSource.Run<?> run) {
    row(rows, "result of " + run.id() + ", “" + run.name() + "”", run.resultSha256());
  }

  private static void row(List<List<Cell>> rows, String what, String sha) {
    if (!sha.isEmpty()) {
      rows.add(Table.row(what, sha));
    }
  }
}
