package org.pentimento.report.pdf;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.pentimento.report.detection.InspectionSection;
import org.pentimento.report.detection.InspectionSection.Pattern;
import org.pentimento.report.detection.InspectionSection.Ranking;
import org.pentimento.report.detection.InspectionSection.Suspect;
import org.pentimento.report.detection.InspectionSection.Unknown;
import org.pentimento.report.detection.SelfTestSection;
import org.pentimento.report.part.ReportPicture;

/** Sets the sections of inspections and self-tests. */
final class DetectionPages {
  /** The list of pairs begins where so large a share of the page is left. */
  private static final double PAIR_SHARE = .29;

  private final PageParts parts;
  private final Flow flow;

  DetectionPages(PageParts parts) {
    this.parts = parts;
    this.flow = parts.flow();
  }

  /** An inspection as a section of the document. */
  void inspection(InspectionSection i) throws IOException {
    flow.part(PageParts.RUN_SHARE, 30);
    PDOutlineItem mark = parts.bookmark(i.title());
    flow.paragraph("INSPECTION · " + i.kind().word().toUpperCase(Locale.ROOT), TextStyle.SMALL, 2);
    flow.paragraph(i.title(), TextStyle.H1, 4);
    answer(i);
    parts.facts(i.facts());
    unknown(i.unknown());
    body(i, Optional.of(mark));
    again(i);
  }

  /** An inspection of the pairs of a run, within the run's section. */
  void within(InspectionSection i) throws IOException {
    parts.heading(i.title(), TextStyle.H2, 4, 2);
    answer(i);
    parts.facts(i.facts());
    body(i, Optional.empty());
    unknown(i.unknown());
    parts.table(i.hashes());
  }

  private void answer(InspectionSection i) throws IOException {
    flow.paragraph(i.kind().explanation(), TextStyle.SMALL, 4);
    flow.paragraph(
        "Verdict: " + i.badge().words(), TextStyle.STRONG.in(PageParts.color(i.badge())), 4);
    flow.paragraph(i.lead(), TextStyle.LEAD, 3);
    for (String s : i.verdict()) {
      flow.paragraph(s, TextStyle.BODY, 3);
    }
    said("Truth and answer", i.truth());
    said("Cleaned copy", i.cleaned());
    flow.space(5);
  }

  private void said(String title, String words) throws IOException {
    if (!words.isEmpty()) {
      parts.heading(title, TextStyle.H3, 4, 2);
      flow.paragraph(words, TextStyle.BODY, 4);
    }
  }

  private void unknown(Unknown unknown) throws IOException {
    parts.heading("What is not known", TextStyle.H2, 6, 2);
    listed("Not looked at", unknown.notLookedAt());
    listed("Blind to", unknown.blindTo());
    listed("What “nothing found” is worth", unknown.worth());
    listed("What would deceive it", unknown.limits());
  }

  private void listed(String title, List<String> sentences) throws IOException {
    parts.heading(title, TextStyle.H3, 4, 1);
    parts.items(sentences, TextStyle.BODY);
  }

  private void body(InspectionSection i, Optional<PDOutlineItem> mark) throws IOException {
    if (!i.patterns().isEmpty()) {
      flow.part(PageParts.SECTION_SHARE, 14);
      if (mark.isPresent()) {
        parts.bookmark(mark.get(), "What the photos share");
      }
      parts.heading("What the photos share", TextStyle.H2, 0, 4);
      for (Pattern pattern : i.patterns()) {
        pattern(pattern);
      }
    }
    // The first pair stays with the heading.
    flow.part(i.ranking().suspects().isEmpty() ? PageParts.SECTION_SHARE : PAIR_SHARE, 14);
    if (mark.isPresent()) {
      parts.bookmark(mark.get(), "The pairs, most suspicious first");
    }
    parts.heading("The pairs, most suspicious first", TextStyle.H2, 0, 2);
    ranking(i.ranking());
    parts.charts(i.charts());
    if (i.qualities().isPresent()) {
      parts.heading("Quality", TextStyle.H2, 8, 0);
      parts.table(i.qualities().get());
    }
    if (!i.exhibits().isEmpty() || !i.tables().isEmpty()) {
      parts.heading("What else the detectors show", TextStyle.H2, 8, i.exhibits(), i.tables());
      parts.pictures("Pictures of the set as a whole", i.exhibits());
      parts.tables(i.tables());
    }
    parts.heading("Methods", TextStyle.H2, 8, i.detectors().get(0));
    parts.tables(i.detectors());
    if (i.power().isPresent()) {
      parts.table(i.power().get());
    }
  }

  private void pattern(Pattern pattern) throws IOException {
    parts.heading(pattern.title(), TextStyle.H3, 2, 2);
    for (String s : pattern.sentences()) {
      flow.paragraph(s, TextStyle.BODY, 2);
    }
    flow.space(3);
    parts.pictures(pattern.title(), pattern.pictures());
    if (pattern.triggers().isPresent()) {
      parts.table(pattern.triggers().get());
    }
    flow.paragraph(pattern.pairs(), TextStyle.SMALL, 8);
  }

  private void ranking(Ranking ranking) throws IOException {
    flow.paragraph(ranking.text(), TextStyle.SMALL, 6);
    for (Suspect suspect : ranking.suspects()) {
      double height = TextStyle.CELL_HEAD.leading() + 8;
      for (String reason : suspect.reasons()) {
        height += flow.height(reason, TextStyle.CELL, Flow.WIDTH);
      }
      List<ReportPicture> first =
          suspect
              .pictures()
              .subList(0, Math.min(PageParts.STRIP_COLUMNS, suspect.pictures().size()));
      height += parts.pictures().height(first, PageParts.STRIP_COLUMNS);
      flow.need(height);
      flow.rule(Flow.LEFT, flow.y(), Flow.WIDTH, .5, TextStyle.RULE);
      flow.space(3);
      flow.paragraph(
          suspect.pictures().isEmpty() ? suspect.title() : parts.figure(suspect.title()),
          TextStyle.CELL_HEAD,
          1);
      for (String reason : suspect.reasons()) {
        flow.paragraph(reason, TextStyle.CELL, 0);
      }
      flow.space(3);
      parts.pictures(suspect.pictures());
      flow.space(3);
    }
    if (ranking.others().isPresent()) {
      parts.table(ranking.others().get());
    }
  }

  private void again(InspectionSection i) throws IOException {
    parts.heading("How to inspect it again", TextStyle.H2, 8, 2);
    for (String s : i.again()) {
      flow.paragraph(s, TextStyle.BODY, 3);
    }
    parts.table(i.environment());
    parts.table(i.hashes());
  }

  /** A self-test as a section of the document. */
  void selfTest(SelfTestSection t) throws IOException {
    flow.part(PageParts.RUN_SHARE, 30);
    parts.bookmark(t.title());
    flow.paragraph("SELF-TEST · " + t.kind().word().toUpperCase(Locale.ROOT), TextStyle.SMALL, 2);
    flow.paragraph(t.title(), TextStyle.H1, 4);
    flow.paragraph(t.kind().explanation(), TextStyle.SMALL, 4);
    flow.paragraph(t.lead(), TextStyle.LEAD, 3);
    for (String s : t.conclusions()) {
      flow.paragraph(s, TextStyle.BODY, 3);
    }
    listed("How far this reaches", t.limits());
    flow.space(5);
    parts.facts(t.facts());
    parts.charts(t.charts());
    parts.tables(t.tables());
    parts.heading("Methods", TextStyle.H2, 8, t.detectors().get(0));
    parts.tables(t.detectors());
    parts.table(t.environment());
    parts.table(t.hashes());
  }
}
