package org.pentimento.workbench.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.custom.PaintObjectEvent;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.GlyphMetrics;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.pentimento.workbench.help.picture.GuidePicture;

/** Shows a page. Its links are followed with the mouse, or with the caret and Enter. */
final class GuideText {
  private static final String ITEM = "•  ";
  private static final int PICTURE_MARGIN = 16;

  private final StyledText text;
  private final Consumer<String> follow;
  private GuidePage page = new GuidePage("", List.of());

  /**
   * A widget without a page.
   *
   * @param follow called with the target of a link
   */
  GuideText(Composite parent, Consumer<String> follow) {
    this.follow = follow;
    text = new StyledText(parent, SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL | SWT.MULTI);
    text.setData("org.eclipse.e4.ui.css.id", "PentimentoProse");
    text.setMargins(14, 10, 14, 10);
    text.setLineSpacing(3);
    text.setAlwaysShowScrollBars(false);
    text.getAccessible()
        .addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = "Help"));
    text.addListener(SWT.MouseUp, this::click);
    text.addPaintObjectListener(this::paint);
    text.addListener(
        SWT.KeyDown,
        e -> {
          if (e.character == SWT.CR) {
            link(text.getCaretOffset()).ifPresent(follow);
          }
        });
  }

  StyledText control() {
    return text;
  }

  /** Selects a stretch of the text and scrolls to it. */
  void select(int offset, int length) {
    text.setSelection(offset, offset + length);
    text.showSelection();
  }

  /** Place behind what is selected, where a search goes on. */
  int end() {
    return text.getSelection().y;
  }

  void show(GuidePage shown) {
    page = shown;
    text.setText(shown.text());
    List<StyleRange> styles = new ArrayList<>();
    for (GuidePage.Span span : shown.spans()) {
      StyleRange style = new StyleRange();
      style.start = span.start();
      style.length = span.length();
      switch (span.look()) {
        case TITLE -> style.font = JFaceResources.getHeaderFont();
        case HEADING, BOLD -> style.fontStyle = SWT.BOLD;
        case CODE -> style.font = JFaceResources.getTextFont();
        case PICTURE ->
            style.metrics =
                new GlyphMetrics(GuidePicture.size().y, 0, GuidePicture.size().x + PICTURE_MARGIN);
        case LINK -> {
          style.underline = true;
          style.underlineStyle = SWT.UNDERLINE_LINK;
        }
      }
      styles.add(style);
    }
    text.setStyleRanges(styles.toArray(StyleRange[]::new));
    hangItems();
    text.setCaretOffset(0);
    text.setTopPixel(0);
  }

  private void paint(PaintObjectEvent event) {
    page.spans().stream()
        .filter(s -> s.look() == GuidePage.Look.PICTURE && s.start() == event.style.start)
        .flatMap(s -> GuidePicture.named(s.target()).stream())
        .forEach(
            p -> p.paint(event.gc, text.getForeground(), event.x + PICTURE_MARGIN / 2, event.y));
  }

  /** Indents the wrapped lines of an item to below its first word. */
  private void hangItems() {
    GC gc = new GC(text);
    int indent = gc.textExtent(ITEM).x;
    gc.dispose();
    for (int line = 0; line < text.getLineCount(); line++) {
      if (text.getLine(line).startsWith(ITEM)) {
        text.setLineWrapIndent(line, 1, indent);
      }
    }
  }

  private void click(Event event) {
    int offset = text.getOffsetAtPoint(new Point(event.x, event.y));
    if (event.button == 1 && offset >= 0 && text.getSelectionCount() == 0) {
      link(offset).ifPresent(follow);
    }
  }

  private Optional<String> link(int offset) {
    return page.spans().stream()
        .filter(s -> s.look() == GuidePage.Look.LINK && s.covers(offset))
        .map(GuidePage.Span::target)
        .findFirst();
  }
}
