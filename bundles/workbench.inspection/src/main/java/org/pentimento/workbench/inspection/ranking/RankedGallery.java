package org.pentimento.workbench.inspection.ranking;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.InspectedPair;
import org.pentimento.protocol.question.DatasetQuestion.CaseDataset;
import org.pentimento.verdict.PairWords;
import org.pentimento.workbench.look.Captions;
import org.pentimento.workbench.preview.Previews;

/**
 * Pairs with their pictures, scores and reasons below each other. All rows are painted on one
 * canvas, and only the pictures in view are asked for, so that ten thousand pairs take no longer
 * than ten.
 */
final class RankedGallery {
  private static final int SIDE = 72;
  private static final int GAP = 8;
  private static final int ROW = SIDE + GAP;
  private static final int TEXT = 2 * SIDE + 3 * GAP;

  /** Who is told what a person does. */
  interface Client {
    /** Other pairs were selected; none if nothing is. */
    void selected(List<InspectedPair> pairs);

    /** A person wants to see a pair as a whole. */
    void opened(InspectedPair pair);
  }

  private final Canvas canvas;
  private final PairThumbnails thumbnails;
  private final Client client;
  private final ListedPairs pairs = new ListedPairs();

  RankedGallery(Composite parent, Previews previews, Client client) {
    this.client = client;
    canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.V_SCROLL);
    thumbnails = new PairThumbnails(canvas.getDisplay(), previews, SIDE, this::redraw);
    canvas.addDisposeListener(e -> thumbnails.dispose());
    canvas.addPaintListener(e -> paint(e.gc));
    canvas.addListener(SWT.Resize, e -> adjustBar());
    canvas.addListener(SWT.KeyDown, this::key);
    canvas.addListener(SWT.MouseDown, this::press);
    canvas.addListener(SWT.MouseDoubleClick, e -> open());
    canvas.addListener(SWT.FocusIn, e -> canvas.redraw());
    canvas.addListener(SWT.FocusOut, e -> canvas.redraw());
    canvas.addListener(SWT.Traverse, e -> e.doit = true); // Tab leads out of the list
    canvas
        .getVerticalBar()
        .addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> canvas.redraw()));
    canvas
        .getAccessible()
        .addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = words()));
  }

  /** What a person hears who does not see the list. */
  private String words() {
    int lead = pairs.lead();
    return "Pairs by suspicion, "
        + pairs.size()
        + " listed"
        + (lead < 0 ? "" : ". " + String.join(", ", line(pairs.at(lead))));
  }

  Canvas control() {
    return canvas;
  }

  /** Takes photos and sketches from a data set; of null there are none. */
  void of(@Nullable CaseDataset dataset) {
    thumbnails.of(dataset);
  }

  /** Lists pairs; those that were selected stay selected. */
  void show(List<InspectedPair> listed) {
    pairs.show(listed);
    canvas.getVerticalBar().setSelection(0);
    adjustBar();
    bringIntoSight();
    changed();
  }

  /** Selects a pair and brings it into sight, if it is listed; nobody is told. */
  void reveal(String pair) {
    int place = pairs.place(pair);
    if (place >= 0 && place != pairs.lead()) {
      pairs.select(place);
      bringIntoSight();
      canvas.redraw();
    }
  }

  /** The pairs that are selected, in the order listed. */
  List<InspectedPair> selection() {
    return pairs.selection();
  }

  private void changed() {
    canvas.redraw();
    canvas.getAccessible().sendEvent(ACC.EVENT_NAME_CHANGED, null);
    client.selected(pairs.selection());
  }

  private void adjustBar() {
    int page = Math.max(1, canvas.getClientArea().height);
    int all = Math.max(1, pairs.size() * ROW + GAP);
    ScrollBar bar = canvas.getVerticalBar();
    int top = Math.min(bar.getSelection(), Math.max(0, all - page));
    bar.setValues(top, 0, all, Math.min(page, all), ROW / 2, page);
    bar.setVisible(all > page);
  }

  private void bringIntoSight() {
    int height = canvas.getClientArea().height;
    if (pairs.lead() < 0 || height < 1) {
      return;
    }
    ScrollBar bar = canvas.getVerticalBar();
    int top = pairs.lead() * ROW;
    if (top < bar.getSelection()) {
      bar.setSelection(top);
    } else if (top + ROW + GAP > bar.getSelection() + height) {
      bar.setSelection(top + ROW + GAP - height);
    }
  }

  private void redraw() {
    if (!canvas.isDisposed()) {
      canvas.redraw();
    }
  }

  private void press(Event event) {
    canvas.setFocus();
    int place = (event.y + canvas.getVerticalBar().getSelection() - GAP / 2) / ROW;
    if (place < 0 || place >= pairs.size()) {
      return;
    }
    if ((event.stateMask & SWT.MOD2) != 0) {
      pairs.extendTo(place);
    } else if ((event.stateMask & SWT.MOD1) != 0) {
      pairs.flip(place);
    } else if (event.button == 1 || !pairs.isSelected(place)) {
      pairs.select(place);
    }
    changed();
  }

  private void key(Event event) {
    boolean control = (event.stateMask & SWT.MOD1) != 0;
    boolean shift = (event.stateMask & SWT.MOD2) != 0;
    if (control && event.keyCode == 'c') {
      if (shift) {
        copyRows();
      } else {
        copyIds();
      }
    } else if (control && event.keyCode == 'a') {
      selectAll();
    } else if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
      open();
    } else {
      step(event.keyCode, shift);
    }
  }

  private void step(int key, boolean extend) {
    int page = Math.max(1, canvas.getClientArea().height / ROW);
    int last = pairs.size() - 1;
    int to =
        switch (key) {
          case SWT.ARROW_DOWN -> pairs.lead() + 1;
          case SWT.ARROW_UP -> pairs.lead() - 1;
          case SWT.PAGE_DOWN -> pairs.lead() + page;
          case SWT.PAGE_UP -> pairs.lead() - page;
          case SWT.HOME -> 0;
          case SWT.END -> last;
          default -> Integer.MIN_VALUE;
        };
    if (to == Integer.MIN_VALUE || last < 0) {
      return;
    }
    int place = Math.max(0, Math.min(last, to));
    if (extend) {
      pairs.extendTo(place);
    } else {
      pairs.select(place);
    }
    bringIntoSight();
    changed();
  }

  /** Shows the pair with the focus as a whole. */
  void open() {
    if (pairs.lead() >= 0) {
      client.opened(pairs.at(pairs.lead()));
    }
  }

  void selectAll() {
    pairs.selectAll();
    changed();
  }

  /** Copies the ids of the selected pairs, one a line. */
  void copyIds() {
    copy(selection().stream().map(InspectedPair::id).collect(Collectors.joining("\n")));
  }

  /** Copies the selected pairs, or all that are listed, as spreadsheets take them. */
  void copyRows() {
    List<InspectedPair> rows = selection().size() > 1 ? selection() : pairs.all();
    StringJoiner text = new StringJoiner("\n");
    text.add("Pair\tScore\tFlag\tReasons\tQuality");
    for (InspectedPair pair : rows) {
      text.add(
          line(pair).stream().map(w -> w.replace('\t', ' ')).collect(Collectors.joining("\t")));
    }
    copy(text.toString());
  }

  private void copy(String text) {
    if (!text.isEmpty()) {
      Clipboard clipboard = new Clipboard(canvas.getDisplay());
      clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
      clipboard.dispose();
    }
  }

  /** Id, score, flag, reasons and qualities of a pair in words. */
  private static List<String> line(InspectedPair pair) {
    return List.of(
        pair.id(),
        String.format(Locale.ROOT, "%.2f", pair.score()),
        pair.flagged() ? "flagged" : "",
        reasons(pair),
        qualities(pair));
  }

  private static String reasons(InspectedPair pair) {
    return pair.reasons().stream()
        .map(ReasonNames::of)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static String qualities(InspectedPair pair) {
    return pair.qualities().stream()
        .map(q -> PairWords.name(q.oddity()))
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private void paint(GC gc) {
    Rectangle area = canvas.getClientArea();
    gc.setBackground(canvas.getParent().getBackground());
    gc.fillRectangle(area);
    gc.setAntialias(SWT.ON);
    int offset = canvas.getVerticalBar().getSelection();
    int first = Math.max(0, offset / ROW);
    int last = Math.min(pairs.size() - 1, (offset + area.height) / ROW);
    for (int i = first; i <= last; i++) {
      paint(gc, i, GAP / 2 + i * ROW - offset, area.width);
    }
  }

  private void paint(GC gc, int place, int top, int width) {
    InspectedPair pair = pairs.at(place);
    if (pairs.isSelected(place)) {
      gc.setBackground(canvas.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
      gc.setAlpha(canvas.isFocusControl() ? 110 : 60);
      gc.fillRoundRectangle(GAP / 2, top, width - GAP, ROW, 6, 6);
      gc.setAlpha(255);
    }
    PairThumbnails.Small small = thumbnails.get(pair.id());
    picture(gc, small == null ? null : small.photo(), GAP, top + GAP / 2);
    picture(gc, small == null ? null : small.sketch(), GAP + SIDE, top + GAP / 2);
    gc.setForeground(canvas.getForeground());
    int room = width - TEXT - GAP;
    int line = gc.getFontMetrics().getHeight();
    int y = top + GAP / 2;
    gc.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    gc.drawText(Captions.fit(gc, pair.id(), room), TEXT, y, true);
    String score = String.format(Locale.ROOT, "score %.2f", pair.score());
    gc.drawText(
        Captions.fit(gc, score + (pair.flagged() ? ", flagged" : ""), room), TEXT, y + line, true);
    gc.setFont(canvas.getFont());
    gc.drawText(Captions.fit(gc, reasons(pair), room), TEXT, y + 2 * line, true);
    gc.setAlpha(170);
    gc.drawText(Captions.fit(gc, quality(pair), room), TEXT, y + 3 * line, true);
    gc.setAlpha(255);
  }

  private String quality(InspectedPair pair) {
    String problem = thumbnails.problem(pair.id());
    return problem.isEmpty() ? qualities(pair) : problem;
  }

  private static void picture(GC gc, @Nullable Image image, int x, int y) {
    if (image == null) {
      gc.setAlpha(60);
      gc.drawRectangle(x + SIDE / 10, y, SIDE * 4 / 5 - 1, SIDE - 1);
      gc.setAlpha(255);
      return;
    }
    Rectangle size = image.getBounds();
    gc.drawImage(image, x + (SIDE - size.width) / 2, y + (SIDE - size.height) / 2);
  }
}
