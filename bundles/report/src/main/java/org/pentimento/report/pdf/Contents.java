package org.pentimento.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;

/**
 * The contents of a document: a line for each section with its page, which a click leads to. Set
 * when all sections are, because their pages are not known before.
 */
final class Contents {
  private static final double HEAD = TextStyle.H2.leading() + 6;
  private static final TextStyle LINE = TextStyle.BODY;
  private static final double NUMBER_WIDTH = 30;
  private static final double INDENT = 14;

  private final PDDocument document;
  private final EmbeddedTypefaces faces;
  private final List<Section> sections = new ArrayList<>();

  Contents(PDDocument document, EmbeddedTypefaces faces) {
    this.document = document;
    this.faces = faces;
  }

  /**
   * A section.
   *
   * @param depth 0 for the sections of the document, 1 for those in a section
   * @param page on which it begins
   * @param target its place on the page
   */
  private record Section(String title, int depth, PDPage page, PDPageXYZDestination target) {}

  private record Part(PDPage page, double top, List<Section> sections) {}

  void add(String title, int depth, PDPage page, PDPageXYZDestination target) {
    sections.add(new Section(title, depth, page, target));
  }

  /**
   * Sets the contents below what stands on a page if there is room, else on pages after it.
   *
   * @param top where the page's room begins, in points from its upper edge
   */
  void set(PDPage front, double top) throws IOException {
    // Where everything stands is settled first: a page that is put in moves all that follow.
    for (Part part : parts(front, top)) {
      try (Flow flow = Flow.on(document, faces, part.page(), part.top())) {
        flow.paragraph("Contents", TextStyle.H2, HEAD - TextStyle.H2.leading());
        for (Section section : part.sections()) {
          line(flow, section, part.page());
        }
      }
    }
  }

  private List<Part> parts(PDPage front, double top) {
    if (top + HEAD + sections.size() * LINE.leading() <= Flow.BOTTOM) {
      return List.of(new Part(front, top, sections));
    }
    List<Part> parts = new ArrayList<>();
    int most = (int) ((Flow.BOTTOM - Flow.TOP - HEAD) / LINE.leading());
    PDPage last = front;
    for (int i = 0; i < sections.size(); i += most) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.getPages().insertAfter(page, last);
      parts.add(new Part(page, Flow.TOP, sections.subList(i, Math.min(sections.size(), i + most))));
      last = page;
    }
    return parts;
  }

  private void line(Flow flow, Section section, PDPage page) throws IOException {
    double x = Flow.LEFT + section.depth() * INDENT;
    double width = Flow.WIDTH - section.depth() * INDENT - NUMBER_WIDTH;
    List<String> lines = flow.lines(section.title(), LINE, width);
    String title = lines.size() == 1 ? lines.get(0) : lines.get(0) + " …";
    flow.line(title, section.depth() == 0 ? TextStyle.STRONG : LINE, x, flow.y());
    String number = Integer.toString(document.getPages().indexOf(section.page()) + 1);
    double right = Flow.LEFT + Flow.WIDTH - faces.width(number, LINE.face(), LINE.size());
    flow.line(number, LINE, right, flow.y());
    link(page, section, x, flow.y());
    flow.moveTo(flow.y() + LINE.leading());
  }

  private static void link(PDPage page, Section section, double x, double top) throws IOException {
    PDAnnotationLink link = new PDAnnotationLink();
    link.setRectangle(
        new PDRectangle(
            (float) x,
            (float) Flow.fromBottom(top + LINE.leading()),
            (float) (Flow.LEFT + Flow.WIDTH - x),
            (float) LINE.leading()));
    PDBorderStyleDictionary none = new PDBorderStyleDictionary();
    none.setWidth(0);
    link.setBorderStyle(none);
    PDActionGoTo go = new PDActionGoTo();
    go.setDestination(section.target());
    link.setAction(go);
    link.setPage(page);
    page.getAnnotations().add(link);
  }
}
