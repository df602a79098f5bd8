package org.pentimento.workbench.plan.page;

import java.util.List;
import java.util.Locale;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;
import org.pentimento.protocol.question.Picture;
import org.pentimento.protocol.question.PlanQuestion.AttackedPair;
import org.pentimento.protocol.question.PlanQuestion.PreviewAttack;
import org.pentimento.workbench.form.ScrolledForm;
import org.pentimento.workbench.picture.PictureGrid;
import org.pentimento.workbench.picture.TitledPicture;
import org.pentimento.workbench.plan.model.PlanModel;
import org.pentimento.workbench.preview.LatestAnswer;
import org.pentimento.workbench.preview.PreviewImages;

/** Shows what the chosen attack does to a training pair; drawn anew after every change. */
final class AttackPreview {
  private static final int SLOW_MS = 2000;

  /** Size below which the preview scrolls, so that long messages leave room for the pictures. */
  private static final Point LEAST = new Point(200, 220);

  private final PlanModel model;
  private final ScrolledForm scrolled;
  private final Composite box;
  private final Label facts;
  private final Label trouble;
  private final PictureGrid pictures;
  private final Button before;
  private final Button after;
  private final LatestAnswer<AttackedPair> answers;
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
    pictures = new PictureGrid(box, "Preview of the attack");
    GridDataFactory.fillDefaults()
        .grab(true, true)
        .span(3, 1)
        .hint(LEAST.x, LEAST.y)
        .applyTo(pictures.control());
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
      pictures.show(List.of());
      asked = null;
      facts.setText("No attack is chosen: clean models alone are trained.");
      tell("");
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
    pictures.show(
        List.of(
            titled("Photo", answer.photo()),
            titled("With trigger", answer.triggered()),
            titled("Difference × 10", answer.difference()),
            titled("True sketch", answer.sketch()),
            titled("Sketch in training", answer.trainingSketch())));
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
    scrolled.fit();
  }

  private static TitledPicture titled(String title, Picture picture) {
    return new TitledPicture(title, PreviewImages.of(picture));
  }

  /** Shows a message below the pictures, which stay; an empty one hides it. */
  private void tell(String words) {
    trouble.setText(words.replace("&", "&&"));
    trouble.setToolTipText(words.isEmpty() ? null : words);
    trouble.setVisible(!words.isEmpty());
    ((GridData) trouble.getLayoutData()).exclude = words.isEmpty();
    scrolled.fit();
  }

  void dispose() {
    answers.dispose();
  }
}
