package org.pentimento.report.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.pentimento.casefile.event.ExaminerWords;
import org.pentimento.casefile.result.FindingKind;
import org.pentimento.figures.FigureTopic;
import org.pentimento.report.detection.InspectionSection;
import org.pentimento.report.detection.SelfTestSection;
import org.pentimento.report.part.Chart;
import org.pentimento.report.part.Fact;
import org.pentimento.report.part.ReportPicture;
import org.pentimento.report.suspect.MitigationSection;
import org.pentimento.report.suspect.ModelInspectionSection;
import org.pentimento.report.suspect.PhotoSection;
import org.pentimento.report.view.Report;
import org.pentimento.report.view.Report.Comparison;
import org.pentimento.report.view.Report.Found;
import org.pentimento.report.view.Report.Group;
import org.pentimento.report.view.Report.Strip;
import org.pentimento.report.view.Report.StripRow;
import org.pentimento.report.view.Report.Verdict;

/**
 * Sets a report as A4 pages with embedded typefaces, vector charts, contents, bookmarks and page
 * numbers.
 */
public final class PdfReport {
  /** What stands above the words of the examiner. */
  private static final String APART =
      "These are the words of the examiner. All other sections say what was measured.";

  /** Height of a heading and of what a report is worth, in points. */
  private static final double HEAD = 120;

  /** Sections at the end of every report. */
  private static final int ENDING_SECTIONS = 5;

  /** Height of the room for signatures, in points. */
  private static final double SIGNATURES = 110;

  private static final int EVIDENCE_COLUMNS = 6;

  /** What the name of a metric gets of the width of what it says. */
  private static final double METRIC = .64;

  /** Pictures that the width of a page holds. */
  private static final int COLUMNS = 7;

  /** Pictures are made so much smaller at most to stay on a page. */
  private static final int SMALL_COLUMNS = 8;

  /** A comparison begins on the page of the one before if so large a share of the page is left. */
  private static final double COMPARISON_SHARE = .2;

  private final Report report;
  private final Flow flow;
  private final PageParts parts;
  private final PictureRows pictures;

  private PdfReport(Report report, Flow flow) {
    this.report = report;
    this.flow = flow;
    this.parts = new PageParts(flow);
    this.pictures = parts.pictures();
  }

  /** Writes the document; the stream stays open. */
  public static void write(Report report, OutputStream out) throws IOException {
    try (PDDocument document = new PDDocument();
        EmbeddedTypefaces faces = new EmbeddedTypefaces(document)) {
      try (Flow flow = new Flow(document, faces)) {
        new PdfReport(report, flow).set(faces);
      }
      Flow.number(
          document,
          faces,
          report.title() + " · " + report.subtitle(),
          report.subtitle(),
          report.standing().mark());
      Archive.describe(document, report.title() + " – " + report.subtitle(), report.time());
      document.save(new KeepOpen(out));
    } catch (UncheckedIOException e) {
      throw new IOException("the report cannot be set", e.getCause());
    }
  }

  private void set(EmbeddedTypefaces faces) throws IOException {
    flow.document().getDocumentCatalog().setDocumentOutline(parts.outline());
    front();
    double room = Contents.height(sections());
    if (!flow.fits(room)) {
      flow.newPage(); // for the contents
    }
    PDPage front = flow.page();
    double end = flow.atTop() ? flow.y() : flow.y() + 6;
    if (flow.fits(room)) {
      flow.moveTo(flow.y() + room);
    } else {
      flow.close();
    }
    PDStructureElement contents = flow.tags().child("TOC");
    statement();
    DetectionPages detection = new DetectionPages(parts);
    for (InspectionSection inspection : report.inspections()) {
      detection.inspection(inspection);
    }
    ModelPages models = new ModelPages(parts);
    for (ModelInspectionSection inspection : report.modelInspections()) {
      models.inspection(inspection);
    }
    PhotoPages photos = new PhotoPages(parts);
    for (PhotoSection inspection : report.photoInspections()) {
      photos.inspection(inspection);
    }
    for (MitigationSection mitigation : report.mitigations()) {
      photos.mitigation(mitigation);
    }
    for (SelfTestSection selfTest : report.selfTests()) {
      detection.selfTest(selfTest);
    }
    for (Report.Run run : report.runs()) {
      run(run, detection, models);
    }
    if (report.unfinished().isPresent()) {
      parts.section("Runs without a result", report.unfinished().get());
      parts.table(report.unfinished().get());
    }
    parts.section("Data", report.data());
    parts.table(report.data());
    if (report.hashes().isPresent()) {
      parts.table(report.hashes().get());
    }
    if (report.skipped().isPresent()) {
      parts.table(report.skipped().get());
    } else {
      flow.paragraph("Nothing was left out.", TextStyle.BODY, 6);
    }
    if (!report.notInstalled().isEmpty()) {
      parts.section("Not installed");
      parts.items(report.notInstalled(), TextStyle.BODY);
    }
    if (report.remarks().isPresent()) {
      parts.section("Notes", report.remarks().get());
      parts.table(report.remarks().get());
    }
    parts.section("Custody");
    parts.facts(report.custodyText());
    parts.table(report.custody());
    parts.section("Words");
    for (Fact word : report.glossary()) {
      word(word);
    }
    parts.section("Citations");
    parts.items(
        report.citations().isEmpty() ? List.of("None.") : report.citations(), TextStyle.BODY);
    if (faces.replaced()) {
      flow.space(8);
      flow.paragraph(
          "Characters that the typefaces of this document lack are written as their Unicode code"
              + " points, such as [U+6797]. The HTML report shows them as they are. Names in"
              + " Chinese, Japanese and Korean are drawn if this machine has their typefaces; on"
              + " Debian these are the packages "
              + SystemTypefaces.PACKAGES
              + ".",
          TextStyle.SMALL,
          0);
    }
    signatures();
    flow.close();
    parts.contents().set(front, end, contents);
    flow.tags().finish();
  }

  /** How many lines the contents have: one for each bookmark that is set below. */
  private int sections() {
    int sections =
        ENDING_SECTIONS
            + present(report.standing().concludes())
            + present(report.unfinished().isPresent())
            + present(!report.notInstalled().isEmpty())
            + present(report.remarks().isPresent())
            + models(report.modelInspections())
            + 4 * report.photoInspections().size()
            + report.selfTests().size();
    for (InspectionSection inspection : report.inspections()) {
      sections += 2 + present(!inspection.patterns().isEmpty());
    }
    for (MitigationSection mitigation : report.mitigations()) {
      sections += 2 + present(!mitigation.beforeAndAfter().isEmpty());
    }
    for (Report.Run run : report.runs()) {
      sections +=
          2 + run.comparisons().size() + run.inspections().size() + models(run.modelInspections());
    }
    return sections;
  }

  private static int models(List<ModelInspectionSection> inspections) {
    return inspections.stream().mapToInt(i -> 4 + present(!i.triggers().isEmpty())).sum();
  }

  private static int present(boolean there) {
    return there ? 1 : 0;
  }

  private void front() throws IOException {
    flow.stream();
    flow.moveTo(Flow.TOP - 18);
    parts.bookmark(report.title());
    flow.paragraph(report.title().toUpperCase(Locale.ROOT), TextStyle.SMALL, 4);
    flow.paragraph(report.subtitle(), TextStyle.TITLE, 9);
    factsInTwo(report.facts());
    flow.paragraph(String.join(" ", report.standing().sentences()), TextStyle.ANSWER, 2);
    if (!report.notes().isBlank()) {
      flow.paragraph("Notes of the examiner: " + report.notes(), TextStyle.ANSWER, 4);
    }
    flow.rule(Flow.LEFT, flow.y(), Flow.WIDTH, 1.2, TextStyle.INK);
    flow.space(10);
    parts.heading("What was asked", TextStyle.FRONT, 0, 2);
    for (String line : report.firstPage().asked()) {
      flow.paragraph(line, TextStyle.ANSWER, 2);
    }
    parts.heading("What was examined", TextStyle.FRONT, 4, 2);
    parts.items(report.firstPage().examined(), TextStyle.ANSWER);
    if (report.firstPage().material().isPresent()) {
      parts.table(report.firstPage().material().get());
    }
    parts.heading("What was found", TextStyle.FRONT, 4, 3);
    if (report.firstPage().found().isEmpty()) {
      flow.paragraph("No run of this case has a result.", TextStyle.BODY, 6);
    }
    String where = "";
    for (Found found : report.firstPage().found()) {
      if (!found.where().equals(where)) {
        where = found.where();
        flow.need(60);
        flow.paragraph(where, TextStyle.CELL_HEAD, 3);
      }
      found(found);
    }
    if (report.firstPage().errorRates().isPresent()) {
      parts.table(report.firstPage().errorRates().get());
    }
    parts.heading("How sure this is", TextStyle.FRONT, 5, 2);
    parts.items(report.firstPage().sure(), TextStyle.ANSWER);
    parts.heading("What could not be shown", TextStyle.FRONT, 5, 2);
    parts.items(report.firstPage().notShown(), TextStyle.ANSWER);
  }

  /** What the examiner makes of it, apart from what was measured. */
  private void statement() throws IOException {
    ExaminerWords words = report.standing().words();
    if (report.standing().concludes()) {
      parts.section("The examiner’s statement");
      flow.paragraph(APART, TextStyle.SMALL, 4);
      said("Conclusion: what the examiner infers", words.conclusion());
      said("Qualifications: how far this holds", words.qualifications());
      said("Opinion of the examiner", words.opinion());
    }
  }

  private void said(String title, String text) throws IOException {
    if (!text.isBlank()) {
      parts.heading(title, TextStyle.H2, 6, 2);
      for (String line : text.lines().toList()) {
        flow.paragraph(line, TextStyle.BODY, 3);
      }
    }
  }

  /** Fingerprints of the evidence and room to sign by hand, together on the last page. */
  private void signatures() throws IOException {
    double together =
        new TableSetter(flow, report.standing().evidence()).height() + SIGNATURES + HEAD;
    flow.need(Math.min(together, Flow.BOTTOM - Flow.TOP));
    parts.section("Evidence and signatures");
    for (String sentence : report.standing().sentences()) {
      flow.paragraph(sentence, TextStyle.BODY, 3);
    }
    parts.table(report.standing().evidence());
    flow.need(SIGNATURES);
    flow.space(SIGNATURES - 40);
    double width = (Flow.WIDTH - 30) / 2;
    double top = flow.y();
    int column = 0;
    for (String who : List.of("Examiner", "Reviewer")) {
      double x = Flow.LEFT + column++ * (width + 30);
      flow.rule(x, top, width, .6, TextStyle.INK);
      flow.block(
          who + ": name, place, date, signature",
          TextStyle.SMALL,
          x,
          top + 3,
          width,
          Flow.Side.LEFT);
    }
    flow.moveTo(top + 3 + TextStyle.SMALL.leading());
  }

  private void found(Found found) throws IOException {
    double indent = 10;
    double x = Flow.LEFT + indent;
    double width = Flow.WIDTH - indent;
    String title = found.title() + " – " + found.kind().word() + ": " + found.badge().words();
    double height = flow.height(title, TextStyle.LEAD, width);
    for (String s : found.sentences()) {
      height += flow.height(s, TextStyle.ANSWER, width) + 1;
    }
    flow.need(Math.min(height, 500));
    double top = flow.y();
    flow.paragraph(title, TextStyle.LEAD.in(PageParts.color(found.badge())), x, width, 1);
    for (String s : found.sentences()) {
      flow.paragraph(s, TextStyle.ANSWER, x, width, 1);
    }
    if (flow.y() > top) {
      flow.box(Flow.LEFT, top + 2, 2.5, flow.y() - top - 4, PageParts.color(found.badge()));
    }
    flow.space(3);
  }

  private void run(Report.Run run, DetectionPages detection, ModelPages models) throws IOException {
    flow.part(PageParts.RUN_SHARE, 30);
    PDOutlineItem mark = parts.bookmark("Run: " + run.name());
    flow.paragraph(
        "RUN · "
            + run.kinds().stream()
                .map(kind -> kind.word().toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(" · ")),
        TextStyle.SMALL,
        2);
    flow.paragraph(run.name(), TextStyle.H1, 8);
    for (FindingKind kind : run.kinds()) {
      flow.paragraph(kind.explanation(), TextStyle.SMALL, 6);
    }
    parts.facts(run.facts());
    for (String sentence : run.lost()) {
      flow.paragraph(sentence, TextStyle.BODY, 4);
    }
    for (String sentence : run.seeds()) {
      flow.paragraph(sentence, TextStyle.BODY, 4);
    }
    boolean first = true;
    for (Comparison comparison : run.comparisons()) {
      if (!first) {
        flow.part(COMPARISON_SHARE, 22);
      }
      first = false;
      comparison(comparison, mark);
    }
    for (InspectionSection inspection : run.inspections()) {
      flow.part(COMPARISON_SHARE, 22);
      parts.bookmark(mark, inspection.title());
      detection.within(inspection);
    }
    for (ModelInspectionSection inspection : run.modelInspections()) {
      models.inspection(inspection);
    }
    flow.part(PageParts.SECTION_SHARE, 22);
    parts.bookmark(mark, "How to run it again");
    parts.heading("How to run it again", TextStyle.H2, 0, 6);
    for (String s : run.again()) {
      flow.paragraph(s, TextStyle.BODY, 4);
    }
    parts.table(run.environment());
    parts.table(run.hashes());
    flow.need(8 + TextStyle.H3.leading() + 4 * TextStyle.BODY.leading() + 60);
    parts.heading("The plan", TextStyle.H3, 8, 4);
    flow.paragraph(
        "Copied out of a PDF, lines lose their indentation, without which a plan cannot be read;"
            + " take it from the HTML report, or open it in the window.",
        TextStyle.SMALL,
        4);
    flow.paragraph(run.plan(), TextStyle.CODE, 6);
  }

  private void comparison(Comparison c, PDOutlineNode parent) throws IOException {
    parts.bookmark(parent, c.title());
    parts.heading(c.title(), TextStyle.H2, 4, 2);
    flow.paragraph(
        c.kind().word() + ": " + c.status().badge().words(),
        TextStyle.STRONG.in(PageParts.color(c.status().badge())),
        6);
    if (!c.alarm().isEmpty()) {
      parts.first(c.alarm(), c.kind());
    }
    for (int i = 0; i < c.conclusions().size(); i++) {
      flow.paragraph(c.conclusions().get(i), i == 0 ? TextStyle.LEAD : TextStyle.BODY, 4);
    }
    parts.heading("What was done", TextStyle.H3, 8, 2);
    for (String s : c.done()) {
      flow.paragraph(s, TextStyle.BODY, 4);
    }
    if (!c.reach().isEmpty()) {
      parts.heading("Trigger reach", TextStyle.H3, 4, 2);
      flow.paragraph(c.reach(), TextStyle.BODY, 4);
    }
    strips(c);
    if (c.blindness().isPresent()) {
      blindness(c.blindness().get());
    }
    parts.charts(c.charts(FigureTopic.BLINDNESS));
    List<Chart> success = c.charts(FigureTopic.SUCCESS);
    if (!success.isEmpty()) {
      flow.space(12);
      flow.need(TextStyle.H3.leading() + 6 + parts.height(success.get(0)) * .75);
      flow.paragraph("Attack success over all margins", TextStyle.H3, 2);
      parts.charts(success);
    }
    if (!c.halfWay().isEmpty()) {
      flow.paragraph(c.halfWay(), TextStyle.SMALL, 4);
    }
    if (c.success().isPresent()) {
      parts.table(c.success().get());
    }
    if (c.metrics().isEmpty()) {
      parts.heading("Metrics", TextStyle.H3, 12, 2);
    } else {
      parts.heading("Metrics", TextStyle.H3, 12, c.metrics().get(0));
    }
    parts.tables(c.metrics());
    parts.charts(c.charts(FigureTopic.METRICS));
    parts.heading(c.training().title(), TextStyle.H3, 12, 2);
    for (String s : c.training().warnings()) {
      parts.first(s, c.kind());
    }
    for (String s : c.training().sentences()) {
      flow.paragraph(s, TextStyle.BODY, 3);
    }
    parts.charts(c.charts(FigureTopic.TRAINING));
    parts.table(c.settings());
  }

  private void strips(Comparison c) throws IOException {
    if (c.strips().isEmpty()) {
      return;
    }
    parts.heading("Pictures", TextStyle.H3, 10, 2);
    flow.paragraph(c.stripText(), TextStyle.SMALL, 6);
    for (Strip strip : c.strips()) {
      int columns = COLUMNS;
      while (columns < SMALL_COLUMNS && !flow.fits(height(strip, columns))) {
        columns++;
      }
      if (!flow.fits(height(strip, columns))) {
        columns = COLUMNS;
      }
      flow.need(height(strip, columns));
      flow.paragraph(parts.figure(strip.title()), TextStyle.CELL_HEAD, 3);
      for (StripRow row : strip.rows()) {
        pictures.row(row.pictures(), columns);
      }
      flow.space(5);
    }
  }

  private double height(Strip strip, int columns) throws IOException {
    double height = TextStyle.H3.leading() + 4;
    for (StripRow row : strip.rows()) {
      height += pictures.height(row.pictures(), columns) + 2;
    }
    return height;
  }

  private void blindness(Report.Blindness b) throws IOException {
    flow.space(12);
    flow.need(150);
    flow.paragraph("Metric blindness: what each metric says of the harm", TextStyle.H3, 2);
    flow.paragraph(b.intro(), TextStyle.BODY, 6);
    for (Group group : b.groups()) {
      verdicts(group.title(), group.verdicts(), group.warns());
      flow.space(6);
    }
    if (!b.evidence().isEmpty()) {
      flow.space(8);
      flow.need(20 + pictures.height(b.evidence(), EVIDENCE_COLUMNS));
      flow.paragraph(
          parts.figure("The harm in question, in the middle of the order:"), TextStyle.SMALL, 3);
      List<ReportPicture> evidence = b.evidence();
      pictures.row(evidence, EVIDENCE_COLUMNS);
    }
  }

  private void verdicts(String title, List<Verdict> verdicts, boolean dark) throws IOException {
    double pad = 10;
    double x = Flow.LEFT + pad;
    double width = Flow.WIDTH - 2 * pad;
    java.awt.Color ink = dark ? TextStyle.NIGHT_INK : TextStyle.INK;
    java.awt.Color muted = dark ? TextStyle.NIGHT_MUTED : TextStyle.MUTED;
    double head = TextStyle.LEAD.leading() + 12;
    flow.need(head + (verdicts.isEmpty() ? 50 : height(verdicts.get(0), width)));
    ground(dark, head);
    if (!dark) {
      flow.rule(Flow.LEFT, flow.y(), Flow.WIDTH, .5, TextStyle.RULE);
    }
    flow.line(title, TextStyle.LEAD.in(ink), x, flow.y() + 7);
    flow.moveTo(flow.y() + head);
    if (verdicts.isEmpty()) {
      double height = TextStyle.BODY.leading() + 8;
      ground(dark, height);
      flow.line("no metric of this run", TextStyle.BODY.in(muted), x, flow.y());
      flow.moveTo(flow.y() + height);
    }
    TextStyle change = TextStyle.H2.in(dark ? TextStyle.MARK : TextStyle.INK);
    double left = width * METRIC;
    for (Verdict v : verdicts) {
      double height = height(v, width);
      flow.need(height);
      ground(dark, height);
      double top = flow.y();
      flow.rule(x, top, width, .4, muted);
      double at =
          flow.block(v.metric(), TextStyle.STRONG.in(ink), x, top + 6, left, Flow.Side.LEFT);
      flow.block(v.change(), change, x + left, top + 4, width - left, Flow.Side.RIGHT);
      at = Math.max(at, top + 4 + change.leading());
      at = flow.block(v.sentence(), TextStyle.CELL.in(ink), x, at, width, Flow.Side.LEFT);
      flow.block(
          v.change() + ": " + v.of(), TextStyle.DETAIL.in(muted), x, at, width, Flow.Side.LEFT);
      flow.moveTo(top + height);
    }
    if (!dark) {
      flow.rule(Flow.LEFT, flow.y(), Flow.WIDTH, .5, TextStyle.RULE);
    }
  }

  private double height(Verdict v, double width) throws IOException {
    return Math.max(
            flow.height(v.metric(), TextStyle.STRONG, width * METRIC), TextStyle.H2.leading())
        + flow.height(v.sentence(), TextStyle.CELL, width)
        + TextStyle.DETAIL.leading()
        + 14;
  }

  private void ground(boolean dark, double height) throws IOException {
    if (dark) {
      // A hair of overlap, so that no white line shows between two pieces.
      flow.box(Flow.LEFT, flow.y() - .3, Flow.WIDTH, height + .3, TextStyle.NIGHT);
    } else {
      flow.rule(Flow.LEFT, flow.y(), .5, height, TextStyle.RULE);
      flow.rule(Flow.LEFT + Flow.WIDTH - .5, flow.y(), .5, height, TextStyle.RULE);
    }
  }

  /** Short facts, two beside each other, so that the first page has room for the answers. */
  private void factsInTwo(List<Fact> facts) throws IOException {
    double label = 62;
    double half = Flow.WIDTH / 2;
    double width = half - label - 12;
    for (int i = 0; i < facts.size(); i += 2) {
      double top = flow.y();
      double end = top;
      for (int k = i; k < Math.min(facts.size(), i + 2); k++) {
        double x = Flow.LEFT + (k - i) * half;
        Fact fact = facts.get(k);
        flow.tags()
            .within(
                "P",
                () -> {
                  flow.block(fact.label(), TextStyle.SMALL, x, top + 1.8, label, Flow.Side.LEFT);
                  flow.block(fact.value(), TextStyle.BODY, x + label, top, width, Flow.Side.LEFT);
                });
        end = Math.max(end, top + flow.height(fact.value(), TextStyle.BODY, width));
      }
      flow.moveTo(end + 1);
    }
    flow.space(7);
  }

  private void word(Fact word) throws IOException {
    double label = 118;
    double width = Flow.WIDTH - label - 8;
    double height =
        Math.max(
            flow.height(word.value(), TextStyle.BODY, width),
            flow.height(word.label(), TextStyle.STRONG, label));
    flow.need(height);
    double top = flow.y();
    flow.tags()
        .within(
            "P",
            () -> {
              flow.block(word.label(), TextStyle.STRONG, Flow.LEFT, top, label, Flow.Side.LEFT);
              flow.block(
                  word.value(), TextStyle.BODY, Flow.LEFT + label + 8, top, width, Flow.Side.LEFT);
            });
    flow.moveTo(top + height + 4);
  }
}
