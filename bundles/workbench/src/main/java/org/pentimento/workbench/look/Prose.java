package org.pentimento.workbench.look;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.e4.ui.css.swt.CSSSWTConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.pentimento.verdict.Statement;

/** A list of sentences under a title, which can be selected and copied. */
public final class Prose {
  private static final int TOP = 2;
  private static final int BOTTOM = 4;
  private static final int SPACING = 2;

  private final Composite box;
  private final Label head;
  private final StyledText text;
  private boolean wrapping;

  /** Size of the box for which the text was wrapped beside its scroll bar. */
  private Point wrapped = new Point(0, 0);

  /** Makes an empty list. */
  public Prose(Composite parent, String title) {
    box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(12, 4).spacing(0, 4).applyTo(box);
    head = new Label(box, SWT.NONE);
    head.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    head.setText(title);
    text = new StyledText(box, SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL | SWT.MULTI);
    text.setMargins(2, TOP, 8, BOTTOM);
    text.setLineSpacing(SPACING);
    text.setWrapIndent(14);
    text.setAlwaysShowScrollBars(false);
    text.setCaret(null);
    text.addListener(SWT.Resize, e -> wrapLater());
    text.setData(CSSSWTConstants.CSS_ID_KEY, "PentimentoProse");
    text.getAccessible()
        .addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = title));
    GridDataFactory.fillDefaults().grab(true, true).hint(100, 60).applyTo(text);
  }

  /** The control to lay out. */
  public Control control() {
    return box;
  }

  /** Shows sentences, their leads in bold. */
  public void show(List<Statement> sentences) {
    show(sentences, "", List.of());
  }

  /**
   * Shows sentences, their leads in bold, and more of them below a title of their own.
   *
   * @param title of what stands below; empty if nothing does
   */
  public void show(List<Statement> sentences, String title, List<Statement> below) {
    StringBuilder all = new StringBuilder();
    List<StyleRange> bold = new ArrayList<>();
    add(sentences, all, bold);
    if (!title.isEmpty()) {
      all.append("\n\n");
      bold.add(new StyleRange(all.length(), title.length(), null, null, SWT.BOLD));
      all.append(title).append('\n');
      add(below, all, bold);
    }
    text.setText(all.toString());
    wrapped = new Point(0, 0);
    bold.forEach(text::setStyleRange);
    wrapLater();
  }

  /**
   * Wraps the text once more when its scroll bar, if it gets one, has taken its room. It does so
   * once for each size of the box: wrapping lets the bar come and go, which resizes the text again.
   */
  private void wrapLater() {
    if (!wrapping) {
      wrapping = true;
      text.getDisplay()
          .asyncExec(
              () -> {
                wrapping = false;
                if (!text.isDisposed()) {
                  if (text.getVerticalBar().isVisible() && !box.getSize().equals(wrapped)) {
                    wrapped = box.getSize();
                    int top = text.getTopPixel();
                    text.setWordWrap(false);
                    text.setWordWrap(true);
                    text.setTopPixel(top);
                  }
                  endWithALine();
                  box.redraw(0, 0, box.getSize().x, box.getSize().y, true); // where a bar was
                }
              });
    }
  }

  /** Leaves so much room below that the last line that is seen is seen whole. */
  private void endWithALine() {
    int line = text.getLineHeight() + SPACING;
    int left = (text.getClientArea().height - TOP - BOTTOM + SPACING) % line;
    int bottom = BOTTOM + Math.max(0, left);
    if (text.getBottomMargin() != bottom) {
      text.setBottomMargin(bottom);
    }
  }

  /** How high it would have to be to show all its sentences at a width, in pixels. */
  public int heightAt(int width) {
    int margins = 2 * 12;
    return text.computeSize(Math.max(1, width - margins), SWT.DEFAULT).y
        - text.getBottomMargin()
        + BOTTOM
        + head.computeSize(SWT.DEFAULT, SWT.DEFAULT).y
        + 3 * 4;
  }

  private static void add(List<Statement> sentences, StringBuilder all, List<StyleRange> bold) {
    String between = "";
    for (Statement s : sentences) {
      all.append(between).append("•  ");
      between = "\n";
      if (!s.lead().isEmpty()) {
        bold.add(new StyleRange(all.length(), s.lead().length(), null, null, SWT.BOLD));
        all.append(s.lead()).append("  ");
      }
      all.append(s.words());
    }
  }

  /** Takes the keyboard. */
  public void setFocus() {
    text.setFocus();
  }
}
