package org.pentimento.workbench.exchange.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.pentimento.protocol.preview.Answer;
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
  private @Nullable CompletableFuture<Answer> asked;

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
    ObjectNode question =
        JsonNodeFactory.instance
            .objectNode()
            .put("path", wanted.folder())
            .put("format", wanted.format())
            .put("first", SHOWN)
            .put("side", SIDE * zoom / 100);
    ObjectNode settings = question.putObject("settings");
    wanted.settings().forEach(settings::put);
    Display display = form().summary().getDisplay();
    CompletableFuture<Answer> answer = previews.ask("pairing", question);
    asked = answer;
    answer.whenComplete(
        (found, failure) -> {
          if (!answer.isCancelled() && !display.isDisposed()) {
            display.asyncExec(() -> show(wanted, found, failure, zoom));
          }
        });
  }

  private void show(Choice wanted, @Nullable Answer found, @Nullable Throwable failure, int zoom) {
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
    JsonNode data = found.data();
    if (!data.path("complete").asBoolean()) {
      tell(tooLarge(data));
      setPageComplete(true);
      return;
    }
    int pairs = data.path("pairs").asInt();
    tell(summary(data));
    fillPairs(data, found.pictures(), zoom);
    fillSkipped(data);
    if (pairs == 0) {
      setErrorMessage(
          "There is no pair of photo and sketch. Go back and choose another folder or layout.");
    }
    setPageComplete(pairs > 0);
  }

  private static String tooLarge(JsonNode data) {
    long total = data.path("total").asLong();
    return "The folder is large: after 18 seconds "
        + data.path("looked").asLong()
        + (total > 0 ? " of " + total : "")
        + " files or pairs were looked at, so the pairs cannot be shown beforehand. The import"
        + " itself looks at all of them; what it leaves out and why will be among the data set's"
        + " properties.";
  }

  private static String summary(JsonNode data) {
    int pairs = data.path("pairs").asInt();
    int train = data.path("train").asInt();
    int test = data.path("test").asInt();
    int skipped = data.path("skipped").asInt();
    String split =
        train + test == 0
            ? "; the data set does not say which are for training"
            : ": " + train + " for training, " + test + " for testing";
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

  private void fillPairs(JsonNode data, List<Answer.Picture> pictures, int zoom) {
    Display display = form().pairs().getDisplay();
    int next = 0;
    for (JsonNode pair : data.path("shown")) {
      TableItem item = new TableItem(form().pairs(), SWT.NONE);
      String problem = pair.path("problem").asText();
      if (problem.isEmpty() && next + 1 < pictures.size()) {
        item.setImage(0, image(display, pictures.get(next), zoom));
        item.setImage(1, image(display, pictures.get(next + 1), zoom));
        next += 2;
      }
      item.setText(2, pair.path("id").asText());
      item.setText(3, use(pair.path("split").asText()));
      item.setText(
          4,
          problem.isEmpty()
              ? files(pair.path("photo").asText(), pair.path("sketch").asText())
              : "Cannot be decoded: " + problem);
    }
  }

  private Image image(Display display, Answer.Picture picture, int zoom) {
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

  private static String use(String split) {
    return switch (split) {
      case "train" -> "training";
      case "test" -> "testing";
      default -> "–";
    };
  }

  private static String files(String photo, String sketch) {
    return photo.equals(sketch) || sketch.isEmpty() ? photo : photo + "  and  " + sketch;
  }

  private void fillSkipped(JsonNode data) {
    List<JsonNode> reasons = new ArrayList<>();
    data.path("reasons").forEach(reasons::add);
    int all = data.path("skipped").asInt();
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
            JsonNode reason = reasons.get(e.index);
            ((TableItem) e.item)
                .setText(
                    new String[] {reason.path("file").asText(), reason.path("reason").asText()});
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
