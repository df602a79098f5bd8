package org.pentimento.workbench.exchange.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnPixelData;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.data.Split;
import org.pentimento.casefile.event.SkippedFile;
import org.pentimento.protocol.question.ImportQuestion.PairFiles;
import org.pentimento.protocol.question.ImportQuestion.Paired;
import org.pentimento.protocol.question.ImportQuestion.PairedFiles;
import org.pentimento.protocol.question.ImportQuestion.Pairing;
import org.pentimento.protocol.question.ImportQuestion.TooLarge;
import org.pentimento.protocol.question.PairPictures;
import org.pentimento.protocol.question.Picture;
import org.pentimento.workbench.preview.PreviewImages;
import org.pentimento.workbench.preview.Previews;

/** The page that shows which pairs would be imported, and what would be left out and why. */
final class PairsPage extends WizardPage {
  private static final int SHOWN = 24;
  private static final int SIDE = 56;

  private final Previews previews;
  private final Supplier<@Nullable Choice> choice;
  private final List<Image> images = new ArrayList<>();
  private @Nullable Form form;
  private @Nullable Choice shown;
  private @Nullable CompletableFuture<Pairing> asked;

  /** What decides on the pairs. */
  record Choice(String folder, String format, Map<String, String> settings) {}

  private record Form(
      Label summary, ProgressBar busy, Table pairs, Table skipped, Label skippedTitle) {}

  /**
   * A page.
   *
   * @param choice folder and layout, null while there is none
   */
  PairsPage(Previews previews, Supplier<@Nullable Choice> choice) {
    super("pairs", "Pairs", null);
    setDescription("This is what the import will take and what it will leave out.");
    this.previews = previews;
    this.choice = choice;
    setPageComplete(false);
  }

  @Override
  public void createControl(Composite parent) {
    Composite box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().margins(10, 10).spacing(8, 8).applyTo(box);
    Label summary = new Label(box, SWT.WRAP);
    GridDataFactory.fillDefaults().grab(true, false).hint(520, SWT.DEFAULT).applyTo(summary);
    ProgressBar busy = new ProgressBar(box, SWT.INDETERMINATE);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(busy);
    SashForm sash = new SashForm(box, SWT.VERTICAL | SWT.SMOOTH);
    GridDataFactory.fillDefaults().grab(true, true).hint(640, 320).applyTo(sash);
    Table pairs = pairs(sash);
    Composite lower = new Composite(sash, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(lower);
    Label skippedTitle = new Label(lower, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(skippedTitle);
    Table skipped = skipped(lower);
    sash.setWeights(62, 38);
    form = new Form(summary, busy, pairs, skipped, skippedTitle);
    box.addDisposeListener(
        e -> {
          if (asked != null) {
            asked.cancel(false);
          }
          images.forEach(Image::dispose);
        });
    setControl(box);
  }

  private static Table pairs(Composite parent) {
    Composite box = new Composite(parent, SWT.NONE);
    TableColumnLayout layout = new TableColumnLayout();
    box.setLayout(layout);
    Table table = new Table(box, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL);
    table.setHeaderVisible(true);
    layout.setColumnData(column(table, "Photo"), new ColumnPixelData(SIDE + 24, true));
    layout.setColumnData(column(table, "Sketch"), new ColumnPixelData(SIDE + 24, true));
    layout.setColumnData(column(table, "Pair"), new ColumnWeightData(24, 90, true));
    layout.setColumnData(column(table, "For"), new ColumnWeightData(12, 70, true));
    layout.setColumnData(column(table, "Files"), new ColumnWeightData(46, 140, true));
    return table;
  }

  private static Table skipped(Composite parent) {
    Composite box = new Composite(parent, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(box);
    TableColumnLayout layout = new TableColumnLayout();
    box.setLayout(layout);
    Table table =
        new Table(box, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL | SWT.VIRTUAL);
    table.setHeaderVisible(true);
    layout.setColumnData(column(table, "Left out"), new ColumnWeightData(36, 140, true));
    layout.setColumnData(column(table, "Why"), new ColumnWeightData(64, 200, true));
    return table;
  }

  private static TableColumn column(Table table, String title) {
    TableColumn column = new TableColumn(table, SWT.LEFT);
    column.setText(title);
    return column;
  }

  /** Forgets the pairs if folder, layout or settings have changed. */
  void forget() {
    Choice now = shown == null ? null : choice.get();
    if (shown != null && !shown.equals(now)) {
      shown = null;
      setPageComplete(false);
      if (asked != null) {
        asked.cancel(false);
        asked = null;
      }
    }
  }

  @Override
  public void setVisible(boolean visible) {
    super.setVisible(visible);
    Choice wanted = visible ? choice.get() : null;
    if (wanted != null && !wanted.equals(shown)) {
      ask(wanted);
    }
  }

  private Form form() {
    if (form == null) {
      throw new IllegalStateException("The page is not made yet");
    }
    return form;
  }

  private void ask(Choice wanted) {
    shown = wanted;
    if (asked != null) {
      asked.cancel(false);
    }
    clear();
    busy(true);
    setErrorMessage(null);
    setPageComplete(false);
    tell("The files are being paired and looked at …");
    int zoom = Math.max(100, form().summary().getMonitor().getZoom());
    PairFiles question =
        new PairFiles(
            wanted.folder(), wanted.format(), wanted.settings(), SHOWN, SIDE * zoom / 100);
    Display display = form().summary().getDisplay();
    CompletableFuture<Pairing> answer = previews.ask(question);
    asked = answer;
    answer.whenComplete(
        (found, failure) -> {
          if (!answer.isCancelled() && !display.isDisposed()) {
            display.asyncExec(() -> show(wanted, found, failure, zoom));
          }
        });
  }

  private void show(Choice wanted, @Nullable Pairing found, @Nullable Throwable failure, int zoom) {
    if (form().summary().isDisposed() || !wanted.equals(shown)) {
      return;
    }
    asked = null;
    busy(false);
    if (found == null) {
      tell("");
      setErrorMessage(FolderPage.words(failure));
      shown = null; // so that coming back asks again
      return;
    }
    if (found instanceof TooLarge large) {
      tell(tooLarge(large));
      setPageComplete(true);
    } else if (found instanceof Paired paired) {
      tell(summary(paired));
      fillPairs(paired.shown(), zoom);
      fillSkipped(paired);
      if (paired.pairs() == 0) {
        setErrorMessage(
            "There is no pair of photo and sketch. Go back and choose another folder or layout.");
      }
      setPageComplete(paired.pairs() > 0);
    }
  }

  private static String tooLarge(TooLarge large) {
    return "The folder is large: after 18 seconds "
        + large.looked()
        + (large.total() > 0 ? " of " + large.total() : "")
        + " files or pairs were looked at, so the pairs cannot be shown beforehand. The import"
        + " itself looks at all of them; what it leaves out and why will be among the data set's"
        + " properties.";
  }

  private static String summary(Paired paired) {
    int pairs = paired.pairs();
    int skipped = paired.skipped();
    String split =
        paired.train() + paired.test() == 0
            ? "; the data set does not say which are for training"
            : ": " + paired.train() + " for training, " + paired.test() + " for testing";
    String first = pairs > SHOWN ? " The first " + SHOWN + " are shown." : "";
    return pairs
        + (pairs == 1 ? " pair" : " pairs")
        + split
        + ". "
        + (skipped == 0
            ? "No file is left out."
            : skipped + (skipped == 1 ? " file is" : " files are") + " left out.")
        + first;
  }

  private void fillPairs(List<PairedFiles> shownPairs, int zoom) {
    Display display = form().pairs().getDisplay();
    for (PairedFiles pair : shownPairs) {
      TableItem item = new TableItem(form().pairs(), SWT.NONE);
      PairPictures pictures = pair.pictures();
      if (pictures != null) {
        item.setImage(0, image(display, pictures.photo(), zoom));
        item.setImage(1, image(display, pictures.sketch(), zoom));
      }
      item.setText(2, pair.id());
      item.setText(3, use(pair.split()));
      item.setText(
          4,
          pair.problem().isEmpty()
              ? files(pair.photo(), pair.sketch())
              : "Cannot be decoded: " + pair.problem());
    }
  }

  private Image image(Display display, Picture picture, int zoom) {
    ImageData data = PreviewImages.of(picture);
    int width = Math.max(1, data.width * 100 / zoom);
    int height = Math.max(1, data.height * 100 / zoom);
    ImageDataProvider sharp =
        wanted ->
            wanted == zoom
                ? data
                : data.scaledTo(
                    Math.max(1, width * wanted / 100), Math.max(1, height * wanted / 100));
    Image image = new Image(display, sharp);
    images.add(image);
    return image;
  }

  private static String use(Split split) {
    return switch (split) {
      case TRAIN -> "training";
      case TEST -> "testing";
      case NONE -> "–";
    };
  }

  private static String files(String photo, String sketch) {
    return photo.equals(sketch) || sketch.isEmpty() ? photo : photo + "  and  " + sketch;
  }

  private void fillSkipped(Paired paired) {
    List<SkippedFile> reasons = paired.reasons();
    int all = paired.skipped();
    form()
        .skippedTitle()
        .setText(
            all == 0
                ? "Every file is part of a pair."
                : all > reasons.size()
                    ? "Left out, the first " + reasons.size() + " of " + all + ":"
                    : "Left out:");
    Table table = form().skipped();
    table.addListener(
        SWT.SetData,
        e -> {
          if (e.index < reasons.size()) {
            SkippedFile file = reasons.get(e.index);
            ((TableItem) e.item).setText(new String[] {file.file(), file.reason()});
          }
        });
    table.setItemCount(reasons.size());
  }

  private void clear() {
    form().pairs().removeAll();
    for (var listener : form().skipped().getListeners(SWT.SetData)) {
      form().skipped().removeListener(SWT.SetData, listener);
    }
    form().skipped().setItemCount(0);
    form().skippedTitle().setText("");
    images.forEach(Image::dispose);
    images.clear();
  }

  private void busy(boolean busy) {
    form().busy().setVisible(busy);
  }

  private void tell(String text) {
    form().summary().setText(text);
    form().summary().requestLayout();
  }
}
