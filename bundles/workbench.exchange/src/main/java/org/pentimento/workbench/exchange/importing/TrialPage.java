package org.pentimento.workbench.exchange.importing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.generator.ModelFormat.Assumption;
import org.pentimento.protocol.question.ImportQuestion.TriedModel;
import org.pentimento.protocol.question.ImportQuestion.TriedPair;
import org.pentimento.protocol.question.ImportQuestion.TryModel;
import org.pentimento.verdict.TrainingWords;
import org.pentimento.workbench.preview.PreviewImages;
import org.pentimento.workbench.preview.Previews;

/** The page that shows what a model draws of known photos, and what was assumed for that. */
final class TrialPage extends WizardPage {
  /** The confined process has limits of its own; this one is for when they fail. */
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private static final int ROWS = 3;
  private static final int GAP = 6;

  private final Previews previews;
  private final Supplier<@Nullable Choice> choice;
  private @Nullable Form form;
  private @Nullable Choice shown;
  private @Nullable CompletableFuture<TriedModel> asked;
  private List<ImageData> strip = List.of();

  /**
   * What is tried.
   *
   * @param settings those that a person has changed
   * @param caseFolder of the case whose pairs it is tried on, null if the case is not made yet
   */
  record Choice(
      String path, String format, Map<String, String> settings, @Nullable String caseFolder) {}

  private record Form(
      Label summary, ProgressBar busy, Canvas strip, Table assumptions, Label title) {}

  /**
   * A page.
   *
   * @param choice model and settings, null while there is none
   */
  TrialPage(Previews previews, Supplier<@Nullable Choice> choice) {
    super("trial", "Trial", null);
    setDescription(
        "Look whether the sketches below are what the model ought to draw. Back changes how it is"
            + " used.");
    this.previews = previews;
    this.choice = choice;
    setPageComplete(false);
  }

  @Override
  public void createControl(Composite parent) {
    Composite box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().margins(10, 10).spacing(8, 8).applyTo(box);
    Label summary = new Label(box, SWT.WRAP);
    GridDataFactory.fillDefaults().grab(true, false).hint(560, SWT.DEFAULT).applyTo(summary);
    ProgressBar busy = new ProgressBar(box, SWT.INDETERMINATE);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(busy);
    SashForm sash = new SashForm(box, SWT.VERTICAL | SWT.SMOOTH);
    GridDataFactory.fillDefaults().grab(true, true).hint(640, 380).applyTo(sash);
    Canvas strip = new Canvas(sash, SWT.DOUBLE_BUFFERED);
    strip.setToolTipText("Photos above, true sketches, the model's sketches below");
    strip.addPaintListener(e -> paint(e.gc, strip.getClientArea()));
    Composite lower = new Composite(sash, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(lower);
    Label title = new Label(lower, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(title);
    Table assumptions = assumptions(lower);
    sash.setWeights(60, 40);
    form = new Form(summary, busy, strip, assumptions, title);
    box.addDisposeListener(e -> giveUp());
    setControl(box);
  }

  private static Table assumptions(Composite parent) {
    Composite box = new Composite(parent, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(box);
    TableColumnLayout layout = new TableColumnLayout();
    box.setLayout(layout);
    Table table = new Table(box, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL);
    table.setHeaderVisible(true);
    layout.setColumnData(column(table, "Assumed"), new ColumnWeightData(16, 100, true));
    layout.setColumnData(column(table, "Value"), new ColumnWeightData(10, 70, true));
    layout.setColumnData(column(table, "Why"), new ColumnWeightData(74, 260, true));
    return table;
  }

  private static TableColumn column(Table table, String title) {
    TableColumn column = new TableColumn(table, SWT.LEFT);
    column.setText(title);
    return column;
  }

  private Form form() {
    if (form == null) {
      throw new IllegalStateException("The page is not made yet");
    }
    return form;
  }

  @Override
  public void setVisible(boolean visible) {
    super.setVisible(visible);
    Choice wanted = visible ? choice.get() : null;
    if (!visible) {
      giveUp();
    } else if (wanted != null && !wanted.equals(shown)) {
      ask(wanted);
    }
  }

  /** Cancels the question that is being answered. */
  private void giveUp() {
    if (asked != null) {
      asked.cancel(false);
      asked = null;
      shown = null; // so that coming back asks again
    }
  }

  private void ask(Choice wanted) {
    giveUp();
    shown = wanted;
    clear();
    setErrorMessage(null);
    setPageComplete(false);
    form().busy().setVisible(true);
    tell("The model is opened in a process that is locked in, and tried on known pairs …");
    TryModel question =
        new TryModel(wanted.path(), wanted.format(), wanted.settings(), wanted.caseFolder());
    Display display = form().summary().getDisplay();
    CompletableFuture<TriedModel> answer = previews.ask(question, PATIENCE);
    asked = answer;
    answer.whenComplete(
        (found, failure) -> {
          if (!answer.isCancelled() && !display.isDisposed()) {
            List<ImageData> drawn =
                found == null
                    ? List.of()
                    : found.strip().stream().flatMap(TrialPage::images).toList();
            display.asyncExec(() -> show(wanted, found, drawn, failure));
          }
        });
  }

  private static Stream<ImageData> images(TriedPair pair) {
    return Stream.of(pair.photo(), pair.truth(), pair.sketch()).map(PreviewImages::of);
  }

  private void show(
      Choice wanted,
      @Nullable TriedModel found,
      List<ImageData> drawn,
      @Nullable Throwable failure) {
    if (form().summary().isDisposed() || !wanted.equals(shown)) {
      return;
    }
    asked = null;
    form().busy().setVisible(false);
    if (found == null) {
      // Too long for the title's few lines: a refusal says what could happen and what to do.
      tell(FolderPage.words(failure));
      setErrorMessage("The model cannot be taken in this way.");
      shown = null;
      return;
    }
    tell("Recognised: " + found.recognised() + ". Locked in: " + found.confinement() + ".");
    strip = drawn;
    form().strip().redraw();
    boolean sure = fill(found.assumptions());
    setMessage(
        sure ? null : "Something is not certain; it is marked below.", sure ? NONE : WARNING);
    setPageComplete(true);
  }

  private boolean fill(List<Assumption> assumptions) {
    boolean sure = true;
    for (Assumption assumption : assumptions) {
      boolean certain = assumption.sure();
      sure &= certain;
      TableItem item = new TableItem(form().assumptions(), SWT.NONE);
      item.setText(
          new String[] {
            assumption.parameter(),
            TrainingWords.setting(assumption.value()),
            (certain ? "" : "Not certain. ") + assumption.reason()
          });
    }
    form()
        .title()
        .setText(
            assumptions.isEmpty()
                ? "Nothing had to be assumed."
                : "Assumed, because nothing else was set:");
    return sure;
  }

  /** Pictures of a pair one below the other: photo, true sketch, the model's sketch. */
  private void paint(GC gc, Rectangle area) {
    int columns = strip.size() / ROWS;
    if (columns == 0) {
      return;
    }
    int height = Math.max(1, (area.height - (ROWS + 1) * GAP) / ROWS);
    int x = GAP;
    gc.setInterpolation(SWT.HIGH);
    for (int column = 0; column < columns; column++) {
      ImageData photo = strip.get(column * ROWS);
      int width = Math.max(1, height * photo.width / photo.height);
      for (int row = 0; row < ROWS; row++) {
        ImageData data = strip.get(column * ROWS + row);
        Image image = new Image(gc.getDevice(), data);
        gc.drawImage(
            image, 0, 0, data.width, data.height, x, GAP + row * (height + GAP), width, height);
        image.dispose();
      }
      x += width + GAP;
    }
  }

  private void clear() {
    form().assumptions().removeAll();
    form().title().setText("");
    strip = List.of();
    form().strip().redraw();
  }

  private void tell(String text) {
    form().summary().setText(text);
    form().summary().requestLayout();
  }
}
