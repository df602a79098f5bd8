package org.pentimento.report.pdf;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.pentimento.casefile.result.FindingKind;
import org.pentimento.report.part.Badge;
import org.pentimento.report.part.Table;
import org.pentimento.report.suspect.MitigationSection;
import org.pentimento.report.suspect.PhotoSection;
import org.pentimento.report.suspect.PhotoSection.TriggeredPhoto;

/** Sets the sections of inspections of photos and of mitigations. */
final class PhotoPages {
  private final PageParts parts;
  private final Flow flow;

  PhotoPages(PageParts parts) {
    this.parts = parts;
    this.flow = parts.flow();
  }

  void inspection(PhotoSection i) throws IOException {
    PDOutlineItem mark = head("INSPECTION", i.title(), i.kind(), i.origin(), i.badge(), i.lead());
    paragraphs(i.verdict());
    flow.space(5);
    parts.facts(i.facts());
    section(mark, "The photos");
    parts.table(i.photos());
    for (TriggeredPhoto photo : i.triggered()) {
      parts.heading(photo.file(), TextStyle.H3, 4, 1);
      paragraphs(photo.sentences());
      flow.space(3);
      parts.pictures(photo.file(), photo.pictures());
      if (!photo.sheet().isEmpty()) {
        parts.caption("What it has for itself on other photos", photo.sheet(), 1);
        parts.pictures().row(photo.sheet(), 1);
      }
    }
    section(mark, "What this is worth");
    parts.items(i.limits(), TextStyle.BODY);
    section(mark, "Methods");
    parts.tables(i.shadows());
    again("How to inspect them again", i.again(), i.environment(), i.hashes());
  }

  void mitigation(MitigationSection m) throws IOException {
    PDOutlineItem mark =
        head("MITIGATION", m.title(), m.kind(), m.kind().explanation(), m.badge(), m.lead());
    paragraphs(m.verdict());
    flow.space(5);
    parts.facts(m.facts());
    if (!m.beforeAndAfter().isEmpty()) {
      section(mark, "Before and afterwards");
      parts.tables(m.beforeAndAfter());
    }
    section(mark, "Methods");
    again("How to do it again", m.again(), m.environment(), m.hashes());
  }

  private PDOutlineItem head(
      String what, String title, FindingKind kind, String origin, Badge badge, String lead)
      throws IOException {
    flow.part(PageParts.RUN_SHARE, 30);
    PDOutlineItem mark = parts.bookmark(title);
    flow.paragraph(what + " · " + kind.word().toUpperCase(Locale.ROOT), TextStyle.SMALL, 2);
    flow.paragraph(title, TextStyle.H1, 4);
    flow.paragraph(origin, TextStyle.SMALL, 4);
    flow.paragraph("Verdict: " + badge.words(), TextStyle.STRONG.in(PageParts.color(badge)), 4);
    flow.paragraph(lead, TextStyle.LEAD, 3);
    return mark;
  }

  private void again(String title, List<String> again, Table environment, Table hashes)
      throws IOException {
    parts.heading(title, TextStyle.H2, 8, 2);
    paragraphs(again);
    parts.table(environment);
    parts.table(hashes);
  }

  private void section(PDOutlineItem mark, String title) throws IOException {
    flow.part(PageParts.SECTION_SHARE, 14);
    parts.bookmark(mark, title);
    parts.heading(title, TextStyle.H2, 0, 3);
  }

  private void paragraphs(List<String> sentences) throws IOException {
    for (String sentence : sentences) {
      flow.paragraph(sentence, TextStyle.BODY, 3);
    }
  }
}
