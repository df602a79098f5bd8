package org.pentimento.report.pdf;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/** Text that flows down one page after the other. Places are in points from the top left corner. */
final class Flow implements AutoCloseable {
  static final double LEFT = 58;
  static final double WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;
  private static final double HEIGHT = PDRectangle.A4.getHeight();
  static final double TOP = 66;
  static final double BOTTOM = HEIGHT - 62;

  private final PDDocument document;
  private final EmbeddedTypefaces faces;
  private final LineBreaker breaker;
  private @Nullable PDPageContentStream stream;
  private @Nullable PDPage page;
  private double y = TOP;

  Flow(PDDocument document, EmbeddedTypefaces faces) {
    this.document = document;
    this.faces = faces;
    this.breaker = new LineBreaker(faces);
  }

  /** Goes on below what stands on a page already; places from {@code top} on are free. */
  static Flow on(PDDocument document, EmbeddedTypefaces faces, PDPage page, double top)
      throws IOException {
    Flow flow = new Flow(document, faces);
    flow.page = page;
    flow.stream =
        new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true);
    flow.y = top;
    return flow;
  }

  PDDocument document() {
    return document;
  }

  EmbeddedTypefaces faces() {
    return faces;
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
    // No single line of a paragraph stays behind alone.
    need(Math.min(2, lines.size()) * style.leading());
    for (String line : lines) {
      need(style.leading());
      line(line, style, x, y);
      y += style.leading();
    }
    y += after;
  }

  /** Sets lines from a place downwards without going to another page; returns where they end. */
  double block(String text, TextStyle style, double x, double top, double width, Side side)
      throws IOException {
    double at = top;
    for (String line : lines(text, style, width)) {
      double shift = side == Side.RIGHT ? width - faces.width(line, style.face(), style.size()) : 0;
      line(line, style, x + shift, at);
      at += style.leading();
    }
    return at;
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
    out.beginText();
    out.setNonStrokingColor(style.color());
    out.newLineAtOffset((float) x, (float) (HEIGHT - base));
    faces.show(out, visible, style.face(), style.size());
    out.endText();
  }

  void rule(double x, double top, double width, double thickness, Color color) throws IOException {
    box(x, top, width, thickness, color);
  }

  void box(double x, double top, double width, double height, Color color) throws IOException {
    PDPageContentStream out = stream();
    out.setNonStrokingColor(color);
    out.addRect((float) x, (float) (HEIGHT - top - height), (float) width, (float) height);
    out.fill();
  }

  void frame(double x, double top, double width, double height, Color color) throws IOException {
    PDPageContentStream out = stream();
    out.setStrokingColor(color);
    out.setLineWidth(.5f);
    out.addRect((float) x, (float) (HEIGHT - top - height), (float) width, (float) height);
    out.stroke();
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

  /** Writes the line on top and the number at the foot of each page after the first. */
  static void number(PDDocument document, EmbeddedTypefaces faces, String head, String foot)
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
      }
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
    out.beginText();
    out.setNonStrokingColor(style.color());
    out.newLineAtOffset((float) x, (float) y);
    faces.show(out, text, style.face(), style.size());
    out.endText();
  }
}
