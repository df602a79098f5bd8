package org.pentimento.report.pdf;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/** Text that flows down one page after the other. Places are in points from the top left corner. */
final class Flow implements AutoCloseable {
  static final double LEFT = 58;
  static final double WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;
  private static final double HEIGHT = PDRectangle.A4.getHeight();
  static final double TOP = 66;
  static final double BOTTOM = HEIGHT - 62;

  private static final double SMALLEST = .68;

  private final PDDocument document;
  private final EmbeddedTypefaces faces;
  private final LineBreaker breaker;
  private final Tags tags;
  private @Nullable PDPageContentStream stream;
  private @Nullable PDPage page;
  private double y = TOP;

  Flow(PDDocument document, EmbeddedTypefaces faces) {
    this(document, faces, new Tags(document));
  }

  private Flow(PDDocument document, EmbeddedTypefaces faces, Tags tags) {
    this.document = document;
    this.faces = faces;
    this.tags = tags;
    this.breaker = new LineBreaker(faces);
  }

  /** Goes on below what stands on a page already; places from {@code top} on are free. */
  Flow on(PDPage other, double top) throws IOException {
    Flow flow = new Flow(document, faces, tags);
    flow.page = other;
    flow.stream =
        new PDPageContentStream(document, other, PDPageContentStream.AppendMode.APPEND, true, true);
    flow.y = top;
    return flow;
  }

  PDDocument document() {
    return document;
  }

  EmbeddedTypefaces faces() {
    return faces;
  }

  Tags tags() {
    return tags;
  }

  double y() {
    return y;
  }

  PDPage page() throws IOException {
    stream();
    PDPage current = page;
    if (current == null) {
      throw new IllegalStateException("no page was begun");
    }
    return current;
  }

  /** The page's content; starts a page if there is none. */
  PDPageContentStream stream() throws IOException {
    PDPageContentStream current = stream;
    if (current == null) {
      PDPage fresh = new PDPage(PDRectangle.A4);
      document.addPage(fresh);
      current = new PDPageContentStream(document, fresh);
      page = fresh;
      stream = current;
      y = TOP;
    }
    return current;
  }

  void newPage() throws IOException {
    close();
    stream();
  }

  boolean atTop() {
    return stream == null || y == TOP;
  }

  /** Whether so much room is left. */
  boolean fits(double height) throws IOException {
    stream();
    return y + height <= BOTTOM;
  }

  /** Goes on to the next page unless so much room is left. */
  void need(double height) throws IOException {
    stream();
    if (y + height > BOTTOM && !atTop()) {
      newPage();
    }
  }

  /**
   * Goes on to the next page unless so large a share of this one is left, in [0, 1]. Where it stays
   * it leaves room.
   */
  void part(double share, double room) throws IOException {
    stream();
    if (y + room + share * (BOTTOM - TOP) > BOTTOM) {
      newPage();
    } else {
      space(room);
    }
  }

  /**
   * How much smaller something has to be to stay on this page, in [{@value #SMALLEST}, 1]; 1 if it
   * would have to be smaller still, or if it fits.
   *
   * @param height of what can be made smaller
   * @param fixed height of what stays as it is
   */
  double fitting(double height, double fixed) {
    double share = (BOTTOM - y - fixed) / height;
    return share < SMALLEST || share > 1 ? 1 : share;
  }

  /** Leaves room, but not at the top of a page. */
  void space(double height) {
    if (!atTop()) {
      y += height;
    }
  }

  void moveTo(double newY) {
    y = newY;
  }

  List<String> lines(String text, TextStyle style, double width) {
    return breaker.lines(text, style, width);
  }

  double height(String text, TextStyle style, double width) {
    return lines(text, style, width).size() * style.leading();
  }

  /** Sets a paragraph over the whole width, followed by some room. */
  void paragraph(String text, TextStyle style, double after) throws IOException {
    paragraph(text, style, LEFT, WIDTH, after);
  }

  void paragraph(String text, TextStyle style, double x, double width, double after)
      throws IOException {
    List<String> lines = lines(text, style, width);
    int level = style.level();
    tags.leaf(
        level == 0 ? "P" : tags.heading(level),
        () -> {
          for (int i = 0; i < lines.size(); i++) {
            // No single line of a paragraph stands alone at the foot or at the head of a page.
            boolean together = i == 0 || i == lines.size() - 2;
            need((together ? Math.min(2, lines.size() - i) : 1) * style.leading());
            line(lines.get(i), style, x, y);
            y += style.leading();
          }
        });
    y += after;
  }

  /** Sets lines from a place downwards without going to another page; returns where they end. */
  double block(String text, TextStyle style, double x, double top, double width, Side side)
      throws IOException {
    List<String> lines = lines(text, style, width);
    tags.leaf(
        "P",
        () -> {
          double at = top;
          for (String line : lines) {
            double shift =
                side == Side.RIGHT ? width - faces.width(line, style.face(), style.size()) : 0;
            line(line, style, x + shift, at);
            at += style.leading();
          }
        });
    return top + lines.size() * style.leading();
  }

  /** To which side lines are set. */
  enum Side {
    LEFT,
    RIGHT
  }

  /** Sets one line of visible characters; the top of the line is at y. */
  void line(String visible, TextStyle style, double x, double top) throws IOException {
    if (visible.isBlank()) {
      return;
    }
    PDPageContentStream out = stream();
    double base = top + (style.leading() + style.size() * .7) / 2;
    tags.leaf(
        "P",
        () ->
            tags.mark(
                out,
                page(),
                () -> {
                  out.beginText();
                  out.setNonStrokingColor(style.color());
                  out.newLineAtOffset((float) x, (float) (HEIGHT - base));
                  faces.show(out, visible, style.face(), style.size());
                  out.endText();
                }));
  }

  /**
   * Draws a figure at a place.
   *
   * @param alt what it shows, for those who cannot see it
   * @param content draws on the page's content
   */
  void figure(String alt, double x, double top, double width, double height, Tags.Content content)
      throws IOException {
    PDRectangle box =
        new PDRectangle((float) x, (float) (HEIGHT - top - height), (float) width, (float) height);
    tags.figure(stream(), page(), alt, box, content);
  }

  void rule(double x, double top, double width, double thickness, Color color) throws IOException {
    box(x, top, width, thickness, color);
  }

  void box(double x, double top, double width, double height, Color color) throws IOException {
    PDPageContentStream out = stream();
    ornament(
        () -> {
          out.setNonStrokingColor(color);
          out.addRect((float) x, (float) (HEIGHT - top - height), (float) width, (float) height);
          out.fill();
        });
  }

  void frame(double x, double top, double width, double height, Color color) throws IOException {
    PDPageContentStream out = stream();
    ornament(
        () -> {
          out.setStrokingColor(color);
          out.setLineWidth(.5f);
          out.addRect((float) x, (float) (HEIGHT - top - height), (float) width, (float) height);
          out.stroke();
        });
  }

  private void ornament(Tags.Content content) throws IOException {
    tags.ornament(() -> tags.mark(stream(), page(), content));
  }

  /** Distance of a place from the bottom edge, as PDF counts. */
  static double fromBottom(double top) {
    return HEIGHT - top;
  }

  /** Finishes the page. */
  @Override
  public void close() throws IOException {
    if (stream != null) {
      stream.close();
      stream = null;
    }
  }

  /**
   * Writes the line on top, from the second page on, and the number at the foot of each page.
   *
   * @param mark stands on top of each page and across it; empty for none
   */
  static void number(
      PDDocument document, EmbeddedTypefaces faces, String head, String foot, String mark)
      throws IOException {
    int pages = document.getNumberOfPages();
    List<PDPage> all = new ArrayList<>();
    document.getPages().forEach(all::add);
    for (int i = 0; i < pages; i++) {
      try (PDPageContentStream out =
          new PDPageContentStream(
              document, all.get(i), PDPageContentStream.AppendMode.APPEND, true, true)) {
        TextStyle style = TextStyle.SMALL;
        String number = "Page " + (i + 1) + " of " + pages;
        double right = LEFT + WIDTH - faces.width(number, style.face(), style.size());
        put(out, faces, fit(faces, foot, style), style, LEFT, 34);
        put(out, faces, number, style, right, 34);
        if (i > 0) {
          put(out, faces, fit(faces, head, style), style, LEFT, HEIGHT - 40);
        }
        if (!mark.isEmpty()) {
          TextStyle alarm = TextStyle.CELL_HEAD.in(TextStyle.ALARM);
          double begin = LEFT + WIDTH - faces.width(mark, alarm.face(), alarm.size());
          put(out, faces, mark, alarm, begin, HEIGHT - 28);
        }
      }
      if (!mark.isEmpty()) {
        across(document, faces, all.get(i), mark.replaceFirst(" .*", ""));
      }
    }
  }

  /** Writes a pale word across a page, under all that stands there. */
  private static void across(PDDocument document, EmbeddedTypefaces faces, PDPage page, String word)
      throws IOException {
    TextStyle style = TextStyle.ACROSS;
    double half = faces.width(word, style.face(), style.size()) / 2;
    double turn = Math.atan2(HEIGHT, PDRectangle.A4.getWidth());
    try (PDPageContentStream out =
        new PDPageContentStream(
            document, page, PDPageContentStream.AppendMode.PREPEND, true, true)) {
      out.beginMarkedContent(COSName.ARTIFACT);
      out.beginText();
      out.setNonStrokingColor(style.color());
      out.setTextMatrix(
          Matrix.getRotateInstance(
              turn,
              (float)
                  (PDRectangle.A4.getWidth() / 2
                      - half * Math.cos(turn)
                      + style.size() * .35 * Math.sin(turn)),
              (float) (HEIGHT / 2 - half * Math.sin(turn) - style.size() * .35 * Math.cos(turn))));
      faces.show(out, word, style.face(), style.size());
      out.endText();
      out.endMarkedContent();
    }
  }

  private static String fit(EmbeddedTypefaces faces, String text, TextStyle style) {
    List<String> lines = new LineBreaker(faces).lines(text, style, WIDTH - 90);
    return lines.size() == 1 ? lines.get(0) : lines.get(0) + " …";
  }

  private static void put(
      PDPageContentStream out,
      EmbeddedTypefaces faces,
      String text,
      TextStyle style,
      double x,
      double y)
      throws IOException {
    if (text.isBlank()) {
      return;
    }
    out.beginMarkedContent(COSName.ARTIFACT);
    out.beginText();
    out.setNonStrokingColor(style.color());
    out.newLineAtOffset((float) x, (float) y);
    faces.show(out, text, style.face(), style.size());
    out.endText();
    out.endMarkedContent();
  }
}
