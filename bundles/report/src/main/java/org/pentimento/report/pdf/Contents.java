package org.pentimento.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
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

  private final Flow flow;
  private final PDDocument document;
  private final EmbeddedTypefaces faces;
  private final List<Section> sections = new ArrayList<>();

  Contents(Flow flow) {
    this.flow = flow;
    this.document = flow.document();
    this.faces = flow.faces();
  }

  /** The height of contents of so many lines, in points. */
  static double height(int lines) {
    return 6 + HEAD + lines * LINE.leading();
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
   * @param tag of the contents in the structure of the document
   */
  void set(PDPage front, double top, PDStructureElement tag) throws IOException {
    flow.tags().in(tag, () -> set(front, top));
  }

  private void set(PDPage front, double top) throws IOException {
    // Where everything stands is settled first: a page that is put in moves all that follow.
    for (Part part : parts(front, top)) {
      try (Flow on = flow.on(part.page(), part.top())) {
        on.tags()
            .within(
                "Caption",
                () -> on.paragraph("Contents", TextStyle.H2, HEAD - TextStyle.H2.leading()));
        for (Section section : part.sections()) {
          on.tags()
              .within("TOCI", () -> on.tags().within("Link", () -> line(on, section, part.page())));
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

  private void line(Flow on, Section section, PDPage page) throws IOException {
    double x = Flow.LEFT + section.depth() * INDENT;
    double width = Flow.WIDTH - section.depth() * INDENT - NUMBER_WIDTH;
    List<String> lines = on.lines(section.title(), LINE, width);
    String title = lines.size() == 1 ? lines.get(0) : lines.get(0) + " …";
    on.line(title, section.depth() == 0 ? TextStyle.STRONG : LINE, x, on.y());
    String number = Integer.toString(document.getPages().indexOf(section.page()) + 1);
    double right = Flow.LEFT + Flow.WIDTH - faces.width(number, LINE.face(), LINE.size());
    on.line(number, LINE, right, on.y());
    on.tags().link(link(page, section, x, on.y()), page);
    on.moveTo(on.y() + LINE.leading());
  }

  private static PDAnnotationLink link(PDPage page, Section section, double x, double top)
      throws IOException {
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
    link.setPrinted(true);
    link.setContents(section.title());
    page.getAnnotations().add(link);
    return link;
  }
}
