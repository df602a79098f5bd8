package org.pentimento.report.pdf;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.pentimento.report.part.ReportPicture;
import org.pentimento.report.suspect.ModelInspectionSection;
import org.pentimento.report.suspect.ModelInspectionSection.Answer;
import org.pentimento.report.suspect.ModelInspectionSection.Shown;
import org.pentimento.verdict.Statement;

/** Sets the sections of inspections of models. */
final class ModelPages {
  /** Sheets of photos and sketches are wider than single pictures. */
  private static final int SHEETS = 2;

  private final PageParts parts;
  private final Flow flow;

  ModelPages(PageParts parts) {
    this.parts = parts;
    this.flow = parts.flow();
  }

  void inspection(ModelInspectionSection i) throws IOException {
    flow.part(PageParts.RUN_SHARE, 30);
    PDOutlineItem mark = parts.bookmark(i.title());
    flow.paragraph("INSPECTION · " + i.kind().word().toUpperCase(Locale.ROOT), TextStyle.SMALL, 2);
    flow.paragraph(i.title(), TextStyle.H1, 4);
    flow.paragraph(i.origin(), TextStyle.SMALL, 4);
    flow.paragraph(
        "Verdict: " + i.badge().words(), TextStyle.STRONG.in(PageParts.color(i.badge())), 4);
    flow.paragraph(i.lead(), TextStyle.LEAD, 3);
    for (String s : i.verdict()) {
      flow.paragraph(s, TextStyle.BODY, 3);
    }
    flow.space(5);
    parts.facts(i.facts());
    section(mark, "The three questions");
    for (Answer answer : i.answers()) {
      answer(answer);
    }
    if (!i.triggers().isEmpty()) {
      section(mark, "Triggers that can be shown");
      for (Shown trigger : i.triggers()) {
        trigger(trigger);
      }
    }
    boolean charts = !i.charts().isEmpty() && !i.charts().get(0).small();
    flow.need(
        TextStyle.H2.leading()
            + 20
            + (charts
                ? parts.height(i.charts().get(0)) * .75
                : parts.height(TextStyle.H2, i.looks())));
    section(mark, "Measurements");
    parts.charts(i.charts());
    parts.table(i.looks());
    parts.heading("What is not known", TextStyle.H2, 6, 2);
    listed("Not looked at", i.unknown().notLookedAt());
    listed("Blind to", i.unknown().blindTo());
    listed("What “nothing found” is worth", i.unknown().worth());
    listed("What would deceive it", i.unknown().limits());
    parts.heading("Innocent explanations", TextStyle.H2, 8, 2);
    parts.items(i.explanations().stream().map(ModelPages::words).toList(), TextStyle.BODY);
    if (!i.exhibits().isEmpty() || !i.tables().isEmpty()) {
      parts.heading("What else the detectors show", TextStyle.H2, 8, i.exhibits(), i.tables());
      sheets("Pictures that detectors give", i.exhibits());
      parts.tables(i.tables());
    }
    flow.part(PageParts.SECTION_SHARE, 14);
    flow.need(parts.height(TextStyle.H2, i.shadows()));
    parts.bookmark(mark, "Methods");
    parts.heading("Methods", TextStyle.H2, 0, i.shadows());
    parts.table(i.shadows());
    parts.tables(i.detectors());
    if (i.making().isPresent()) {
      parts.table(i.making().get());
    }
    parts.heading("How to inspect it again", TextStyle.H2, 8, 2);
    for (String s : i.again()) {
      flow.paragraph(s, TextStyle.BODY, 3);
    }
    parts.table(i.environment());
    parts.table(i.hashes());
  }

  private void section(PDOutlineItem mark, String title) throws IOException {
    flow.part(PageParts.SECTION_SHARE, 14);
    parts.bookmark(mark, title);
    parts.heading(title, TextStyle.H2, 0, 3);
  }

  private void answer(Answer answer) throws IOException {
    parts.heading(
        answer.question() + " – " + answer.badge().words(),
        TextStyle.H3.in(PageParts.color(answer.badge())),
        4,
        1);
    for (String s : answer.sentences()) {
      flow.paragraph(s, TextStyle.BODY, 2);
    }
    flow.space(3);
    sheets(answer.question(), answer.pictures());
  }

  private void trigger(Shown trigger) throws IOException {
    parts.heading(trigger.title(), TextStyle.H3, 4, 1);
    for (String s : trigger.sentences()) {
      flow.paragraph(s, TextStyle.BODY, 2);
    }
    flow.space(3);
    parts.pictures(trigger.title(), trigger.pictures());
    sheets("Photos and sketches with and without it", trigger.sketches());
    if (trigger.settings().isPresent()) {
      parts.table(trigger.settings().get());
    }
  }

  private void sheets(String caption, List<ReportPicture> all) throws IOException {
    if (!all.isEmpty()) {
      parts.caption(caption, all, SHEETS);
    }
    for (int i = 0; i < all.size(); i += SHEETS) {
      parts.pictures().row(all.subList(i, Math.min(all.size(), i + SHEETS)), SHEETS);
    }
  }

  private void listed(String title, List<String> sentences) throws IOException {
    parts.heading(title, TextStyle.H3, 4, 1);
    parts.items(sentences, TextStyle.BODY);
  }

  private static String words(Statement statement) {
    return statement.lead() + " " + statement.words();
  }
}
