package org.pentimento.workbench.plan.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;
import org.pentimento.protocol.question.Picture;
import org.pentimento.protocol.question.PlanQuestion.AttackedPair;
import org.pentimento.protocol.question.PlanQuestion.PreviewAttack;
import org.pentimento.workbench.form.ScrolledForm;
import org.pentimento.workbench.look.Captions;
import org.pentimento.workbench.plan.model.PlanModel;
import org.pentimento.workbench.preview.LatestAnswer;
import org.pentimento.workbench.preview.PreviewImages;

/** Shows what the chosen attack does to a training pair; drawn anew after every change. */
final class AttackPreview {
  private static final List<String> TITLES =
      List.of("Photo", "With trigger", "Difference × 10", "True sketch", "Sketch in training");
  private static final int GAP = 10;
  private static final int SLOW_MS = 2000;

  /** Size below which the preview scrolls, so that long messages leave room for the pictures. */
  private static final Point LEAST = new Point(200, 220);

  private final PlanModel model;
  private final ScrolledForm scrolled;
  private final Composite box;
  private final Label facts;
  private final Label trouble;
  private final Canvas canvas;
  private final Button before;
  private final Button after;
  private final LatestAnswer<AttackedPair> answers;
  private final List<Image> images = new ArrayList<>();
  private int attack = -1;
  private int pair;
  private @Nullable PreviewAttack asked;
  private final Runnable slow = this::sayThatItIsSlow;

  AttackPreview(Composite parent, PlanModel model) {
    this.model = model;
    scrolled = new ScrolledForm(parent);
    box = scrolled.content();
    GridLayoutFactory.fillDefaults().numColumns(3).margins(12, 8).spacing(6, 6).applyTo(box);
    facts = new Label(box, SWT.WRAP);
    facts.setText("No attack is chosen.");
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .align(SWT.FILL, SWT.CENTER)
        .hint(100, SWT.DEFAULT)
        .applyTo(facts);
    before = button("◀", "The pair before", -1);
    after = button("▶", "The next pair", 1);
    canvas = new Canvas(box, SWT.DOUBLE_BUFFERED);
    GridDataFactory.fillDefaults()
        .grab(true, true)
        .span(3, 1)
        .hint(LEAST.x, LEAST.y)
        .applyTo(canvas);
    canvas.addPaintListener(e -> paint(e.gc));
    canvas.addDisposeListener(e -> forget());
    name(canvas, "Preview of the attack");
    trouble = new Label(box, SWT.WRAP);
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .span(3, 1)
        .hint(160, SWT.DEFAULT)
        .exclude(true)
        .applyTo(trouble);
    trouble.setVisible(false);
    answers =
        new LatestAnswer<>(
            box.getDisplay(),
            new LatestAnswer.Listener<>() {
              @Override
              public void answered(AttackedPair answer) {
                if (!box.isDisposed()) {
                  take(answer);
                }
              }

              @Override
              public void failed(String problem) {
                if (!box.isDisposed()) {
                  asked = null; // so that the same question is asked again
                  tell(problem);
                }
              }
            });
  }

  private Button button(String text, String tip, int by) {
    Button button = new Button(box, SWT.PUSH);
    button.setText(text);
    button.setToolTipText(tip);
    name(button, tip);
    button.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> {
              pair += by;
              ask();
            }));
    return button;
  }

  private static void name(Control control, String name) {
    control
        .getAccessible()
        .addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = name));
  }

  /** Shows an attack by its place in the plan; below 0 for none. */
  void show(int index) {
    attack = index;
    if (index < 0) {
      forget();
      asked = null;
      facts.setText("No attack is chosen: clean models alone are trained.");
      tell("");
      canvas.redraw();
    } else {
      ask();
    }
    before.setEnabled(index >= 0);
    after.setEnabled(index >= 0);
  }

  private void ask() {
    if (!box.isVisible() || attack < 0 || model.text().problem().isPresent()) {
      return;
    }
    PreviewAttack question =
        new PreviewAttack(model.document().get(), model.caseFolder().toString(), attack, pair);
    if (!question.equals(asked)) {
      asked = question;
      answers.ask(question);
      box.getDisplay().timerExec(SLOW_MS, slow);
    }
  }

  private void sayThatItIsSlow() {
    if (!box.isDisposed() && answers.isAsked()) {
      tell("Being drawn … If the trigger or the strategy hangs, it is ended after 30 seconds.");
    }
  }

  private void take(AttackedPair answer) {
    forget();
    for (Picture picture :
        List.of(
            answer.photo(),
            answer.triggered(),
            answer.difference(),
            answer.sketch(),
            answer.trainingSketch())) {
      images.add(new Image(box.getDisplay(), PreviewImages.of(picture)));
    }
    pair = answer.index();
    facts.setText(
        String.format(
            Locale.ROOT,
            "Pair %s (%d of %d)%s. The trigger changes %.0f %% of the photo; %d pairs are",
            answer.pair().replace("&", "&&"),
            pair + 1,
            answer.pairs(),
            answer.chosen() ? ", one of the poisoned" : "",
            100 * answer.changed(),
            answer.poisoned()));
    tell(answer.note());
    canvas.redraw();
    scrolled.fit();
  }

  /** Shows a message below the pictures, which stay; an empty one hides it. */
  private void tell(String words) {
    trouble.setText(words.replace("&", "&&"));
    trouble.setToolTipText(words.isEmpty() ? null : words);
    trouble.setVisible(!words.isEmpty());
    ((GridData) trouble.getLayoutData()).exclude = words.isEmpty();
    scrolled.fit();
  }

  private void paint(GC gc) {
    Rectangle area = canvas.getClientArea();
    gc.setBackground(box.getBackground());
    gc.fillRectangle(area);
    if (images.isEmpty()) {
      return;
    }
    gc.setAntialias(SWT.ON);
    gc.setInterpolation(SWT.HIGH);
    int columns = columns(gc, area);
    int cellWidth = width(area, columns);
    int captionHeight = captionHeight(gc, cellWidth);
    int cellHeight = height(area, columns, captionHeight);
    if (cellWidth < 8 || cellHeight < 8) {
      return;
    }
    for (int i = 0; i < TITLES.size() && i < images.size(); i++) {
      Image image = images.get(i);
      Rectangle size = image.getBounds();
      double scale = Math.min((double) cellWidth / size.width, (double) cellHeight / size.height);
      int width = Math.max(1, (int) (size.width * scale));
      int height = Math.max(1, (int) (size.height * scale));
      int x = i % columns * (cellWidth + GAP);
      int y = i / columns * (cellHeight + captionHeight + GAP);
      List<String> lines = lines(gc, TITLES.get(i), cellWidth);
      int lineY = y + captionHeight - 4 - lines.size() * gc.getFontMetrics().getHeight();
      for (String line : lines) {
        String shown = Captions.fit(gc, line, cellWidth);
        int lineWidth = gc.textExtent(shown).x;
        gc.drawText(
            shown, x + Math.max(0, (Math.min(width, cellWidth) - lineWidth) / 2), lineY, true);
        lineY += gc.getFontMetrics().getHeight();
      }
      gc.drawImage(image, 0, 0, size.width, size.height, x, y + captionHeight, width, height);
    }
  }

  /** The number of columns that makes the pictures largest. */
  private int columns(GC gc, Rectangle area) {
    int best = 1;
    double largest = 0;
    Rectangle size = images.get(0).getBounds();
    for (int columns = 1; columns <= TITLES.size(); columns++) {
      int cellWidth = width(area, columns);
      int cellHeight = height(area, columns, captionHeight(gc, cellWidth));
      double scale = Math.min((double) cellWidth / size.width, (double) cellHeight / size.height);
      if (scale > largest) {
        largest = scale;
        best = columns;
      }
    }
    return best;
  }

  private static int captionHeight(GC gc, int width) {
    int lines = TITLES.stream().mapToInt(t -> lines(gc, t, width).size()).max().orElse(1);
    return lines * gc.getFontMetrics().getHeight() + 4;
  }

  /** A title on as many lines as it takes. */
  private static List<String> lines(GC gc, String title, int width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : title.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && gc.textExtent(longer).x > width) {
        lines.add(line);
        longer = word;
      }
      line = longer;
    }
    lines.add(line);
    return lines;
  }

  private static int width(Rectangle area, int columns) {
    return (area.width - (columns - 1) * GAP) / columns;
  }

  private static int height(Rectangle area, int columns, int captionHeight) {
    int rows = (TITLES.size() + columns - 1) / columns;
    return (area.height - (rows - 1) * GAP) / rows - captionHeight;
  }

  private void forget() {
    images.forEach(Image::dispose);
    images.clear();
  }

  void dispose() {
    answers.dispose();
  }
}
