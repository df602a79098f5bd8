package org.pentimento.report.pdf;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.pentimento.casefile.result.FindingKind;
import org.pentimento.chart.Figure;
import org.pentimento.chart.Theme;
import org.pentimento.chart.draw.FigureWriter;
import org.pentimento.report.part.Badge;
import org.pentimento.report.part.Chart;
import org.pentimento.report.part.Fact;
import org.pentimento.report.part.ReportPicture;
import org.pentimento.report.part.Table;

/** Sets what all sections are made of: headings, facts, lists, tables, pictures and charts. */
final class PageParts {
  static final int STRIP_COLUMNS = 6;

  /** A shorter section needs only so large a share of the page. */
  static final double SECTION_SHARE = .15;

  /** A run or an inspection begins on a page of which so large a share is left. */
  static final double RUN_SHARE = .35;

  private final Flow flow;
  private final PictureRows pictures;
  private final PDDocumentOutline outline = new PDDocumentOutline();
  private final Contents contents;
  private int tables;
  private int figures;

  PageParts(Flow flow) {
    this.flow = flow;
    this.pictures = new PictureRows(flow);
    this.contents = new Contents(flow);
  }

  Flow flow() {
    return flow;
  }

  PictureRows pictures() {
    return pictures;
  }

  PDDocumentOutline outline() {
    return outline;
  }

  Contents contents() {
    return contents;
  }

  /** Pictures in rows under the number and caption of a figure; nothing without pictures. */
  void pictures(String caption, List<ReportPicture> all) throws IOException {
    if (!all.isEmpty()) {
      caption(caption, all, STRIP_COLUMNS);
      pictures(all);
    }
  }

  /** The number and caption of a figure, which stays with the first row of its pictures. */
  void caption(String caption, List<ReportPicture> all, int columns) throws IOException {
    String words = figure(caption);
    flow.need(
        flow.height(words, TextStyle.SMALL, Flow.WIDTH)
            + 3
            + pictures.height(all.subList(0, Math.min(columns, all.size())), columns));
    flow.paragraph(words, TextStyle.SMALL, 3);
  }

  /** Pictures in rows, each row as wide as the page allows. */
  void pictures(List<ReportPicture> all) throws IOException {
    for (int i = 0; i < all.size(); i += STRIP_COLUMNS) {
      pictures.row(all.subList(i, Math.min(all.size(), i + STRIP_COLUMNS)), STRIP_COLUMNS);
    }
  }

  /** A bookmark of a section of the document. */
  PDOutlineItem bookmark(String title) throws IOException {
    return bookmark(outline, title);
  }

  /** What has to be read first. */
  void alarm(String text) throws IOException {
    boxed(text, TextStyle.ALARM, new Color(0xfdeee5));
  }

  /** What has to be read first: an alarm, or a quiet box about something that was made here. */
  void first(String text, FindingKind kind) throws IOException {
    if (kind.mayAlarm()) {
      alarm(text);
    } else {
      boxed(text, TextStyle.MUTED, new Color(0xf3f1ec));
    }
  }

  private void boxed(String text, Color ink, Color ground) throws IOException {
    double pad = 9;
    double width = Flow.WIDTH - 2 * pad;
    double height = flow.height(text, TextStyle.STRONG, width) + 12;
    flow.need(height);
    double top = flow.y();
    flow.box(Flow.LEFT, top, Flow.WIDTH, height, ground);
    flow.box(Flow.LEFT, top, 3, height, ink);
    flow.block(text, TextStyle.STRONG.in(ink), Flow.LEFT + pad, top + 6, width, Flow.Side.LEFT);
    flow.moveTo(top + height + 8);
  }

  /** Small charts two abreast, then the others one below the other. */
  void charts(List<Chart> charts) throws IOException {
    smallCharts(charts.stream().filter(Chart::small).toList());
    for (Chart chart : charts) {
      if (chart.figure().isEmpty()) {
        alarm(chart.caption());
      } else if (!chart.small()) {
        chart(chart, chart.figure().get());
      }
    }
  }

  private static double scale(Figure figure) {
    return Math.min(Flow.WIDTH / figure.width(), .64);
  }

  /** The number and caption of the next figure. */
  String figure(String caption) {
    return "Figure " + ++figures + ". " + caption;
  }

  double height(Chart chart) {
    return chart.figure().map(f -> f.height() * scale(f)).orElse(0.)
        + flow.height(chart.caption(), TextStyle.SMALL, Flow.WIDTH)
        + 6;
  }

  private void chart(Chart chart, Figure figure) throws IOException {
    String caption = figure(chart.caption());
    flow.space(4);
    double words = flow.height(caption, TextStyle.SMALL, Flow.WIDTH) + 6;
    double scale = scale(figure) * flow.fitting(figure.height() * scale(figure), words);
    flow.need(figure.height() * scale + words);
    draw(caption, figure, Flow.LEFT, scale);
    flow.moveTo(flow.y() + figure.height() * scale + 3);
    flow.paragraph(caption, TextStyle.SMALL, 8);
  }

  private void smallCharts(List<Chart> charts) throws IOException {
    double gap = 16;
    double width = (Flow.WIDTH - gap) / 2;
    for (int i = 0; i < charts.size(); i += 2) {
      List<Chart> pair = charts.subList(i, Math.min(charts.size(), i + 2));
      List<String> captions = pair.stream().map(c -> figure(c.caption())).toList();
      double drawn = 0;
      double words = 10;
      for (int k = 0; k < pair.size(); k++) {
        Figure figure = pair.get(k).figure().orElseThrow();
        drawn = Math.max(drawn, figure.height() * width / figure.width());
        words = Math.max(words, flow.height(captions.get(k), TextStyle.CELL_HEAD, width) + 10);
      }
      double fitting = flow.fitting(drawn, words);
      flow.need(drawn * fitting + words);
      double top = flow.y();
      for (int k = 0; k < pair.size(); k++) {
        Figure figure = pair.get(k).figure().orElseThrow();
        double x = Flow.LEFT + k * (width + gap);
        double at = flow.block(captions.get(k), TextStyle.CELL_HEAD, x, top, width, Flow.Side.LEFT);
        flow.moveTo(at);
        draw(captions.get(k), figure, x, width / figure.width() * fitting);
      }
      flow.moveTo(top + drawn * fitting + words);
    }
  }

  private void draw(String alt, Figure figure, double x, double scale) throws IOException {
    PageCanvas canvas =
        new PageCanvas(flow.stream(), flow.faces(), x, Flow.fromBottom(flow.y()), scale);
    flow.figure(
        alt,
        x,
        flow.y(),
        figure.width() * scale,
        figure.height() * scale,
        () -> FigureWriter.draw(figure, Theme.LIGHT, canvas));
  }

  void facts(List<Fact> facts) throws IOException {
    if (!facts.isEmpty()) {
      flow.tags().within("L", () -> labelled(facts));
    }
    flow.space(8);
  }

  private void labelled(List<Fact> facts) throws IOException {
    for (Fact fact : facts) {
      flow.tags().within("LI", () -> labelled(fact));
    }
  }

  private void labelled(Fact fact) throws IOException {
    double label = 118;
    TextStyle style = fact.code() ? TextStyle.CODE : TextStyle.BODY;
    double width = Flow.WIDTH - label - 8;
    double height =
        Math.max(
            flow.height(fact.value(), style, width),
            flow.height(fact.label(), TextStyle.SMALL, label));
    flow.need(height);
    double top = flow.y();
    flow.tags()
        .within(
            "Lbl",
            () ->
                flow.block(
                    fact.label(),
                    TextStyle.SMALL,
                    Flow.LEFT,
                    top + (TextStyle.BODY.leading() - TextStyle.SMALL.leading()) / 2 + .4,
                    label,
                    Flow.Side.LEFT));
    double shift = fact.code() ? (TextStyle.BODY.leading() - style.leading()) / 2 : 0;
    flow.tags()
        .within(
            "LBody",
            () ->
                flow.block(
                    fact.value(),
                    style,
                    Flow.LEFT + label + 8,
                    top + shift,
                    width,
                    Flow.Side.LEFT));
    flow.moveTo(top + Math.max(height + shift, TextStyle.BODY.leading()) + 1.5);
  }

  void items(List<String> items, TextStyle style) throws IOException {
    if (!items.isEmpty()) {
      flow.tags()
          .within(
              "L",
              () -> {
                for (String item : items) {
                  flow.tags().within("LI", () -> item(item, style));
                }
              });
    }
  }

  private void item(String item, TextStyle style) throws IOException {
    double indent = 12;
    flow.need(style.leading() * Math.min(2, flow.lines(item, style, Flow.WIDTH - indent).size()));
    flow.tags().within("Lbl", () -> flow.line("•", style, Flow.LEFT + 2, flow.y()));
    flow.tags()
        .within(
            "LBody",
            () -> flow.paragraph(item, style, Flow.LEFT + indent, Flow.WIDTH - indent, 1.5));
  }

  void section(String title) throws IOException {
    flow.part(SECTION_SHARE, 24);
    bookmark(title);
    heading(title, TextStyle.H1, 0, 6);
  }

  /** A section that begins with a table, which its heading stays with. */
  void section(String title, Table first) throws IOException {
    double height = TextStyle.H1.leading() + 12 + new TableSetter(flow, first).beginning();
    flow.part(height / (Flow.BOTTOM - Flow.TOP), 24);
    bookmark(title);
    flow.paragraph(title, TextStyle.H1, 6);
  }

  void heading(String title, TextStyle style, double before, double after) throws IOException {
    flow.space(before);
    flow.need(style.leading() + 40);
    flow.paragraph(title, style, after);
  }

  /** The height of a heading and of what has to stay with it of the table that follows. */
  double height(TextStyle heading, Table first) throws IOException {
    return heading.leading() + 8 + new TableSetter(flow, first).beginning();
  }

  /** A heading that stays with the table that follows. */
  void heading(String title, TextStyle style, double before, Table first) throws IOException {
    flow.space(before);
    flow.need(height(style, first));
    flow.paragraph(title, style, 2);
  }

  /** A heading that stays with the first of the pictures that follow, or else of the tables. */
  void heading(
      String title,
      TextStyle style,
      double before,
      List<ReportPicture> pictures,
      List<Table> tables)
      throws IOException {
    if (pictures.isEmpty()) {
      heading(title, style, before, tables.get(0));
    } else {
      heading(title, style, before, 4);
    }
  }

  void tables(List<Table> all) throws IOException {
    for (Table table : all) {
      table(table);
    }
  }

  void table(Table table) throws IOException {
    new TableSetter(flow, table.named("Table " + ++tables + ". " + table.caption())).set();
  }

  PDOutlineItem bookmark(PDOutlineNode parent, String title) throws IOException {
    PDPageXYZDestination place = new PDPageXYZDestination();
    place.setPage(flow.page());
    place.setTop((int) Math.round(Flow.fromBottom(flow.y()) + 24));
    if (parent != outline || outline.hasChildren()) { // not the document's own title
      contents.add(title, parent == outline ? 0 : 1, flow.page(), place);
    }
    PDOutlineItem item = new PDOutlineItem();
    item.setTitle(title);
    item.setDestination(place);
    parent.addLast(item);
    return item;
  }

  /** The colour of what a badge stands for. */
  static Color color(Badge badge) {
    return switch (badge.tone()) {
      case ANSWER -> TextStyle.ACCENT;
      case QUIET -> TextStyle.MUTED;
      case ALARM -> TextStyle.ALARM;
    };
  }
}
