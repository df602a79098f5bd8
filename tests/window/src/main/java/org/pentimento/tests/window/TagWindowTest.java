package org.pentimento.tests.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.event.Exported;
import org.pentimento.casefile.event.Tagged;
import org.pentimento.workbench.drafts.Drafts;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.input.PlanInput;
import org.pentimento.workbench.selection.PairRef;

/** Tags of pairs, what they are good for, order by similarity, and a picture of what is shown. */
@ExtendWith(OpenWindow.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TagWindowTest {
  private static final int PAIRS = 24;
  private static final String TAG = "org.pentimento.workbench.tag";
  private static final String SAVE = "org.pentimento.workbench.dataset.savePicture";

  private Driver driver;
  private PictureCanvas thumbnails;
  private Path folder;
  private Path caseFolder;
  private IEditorPart gallery;

  @BeforeAll
  void open(@TempDir Path temporary, Driver opened) throws Exception {
    driver = opened;
    thumbnails = new PictureCanvas(driver, true);
    folder = temporary.toRealPath();
    Path pictures = folder.resolve("pictures");
    for (int i = 0; i < PAIRS; i++) {
      write(pictures.resolve("photos").resolve("p-%02d.png".formatted(i)), i, Color.LIGHT_GRAY);
      write(pictures.resolve("sketches").resolve("p-%02d.png".formatted(i)), i, Color.WHITE);
    }
    caseFolder = folder.resolve("tags.case");
    try (CaseFile file =
        CaseFile.create(caseFolder, new CaseInfo("R. Examiner", "", "2026-9", "1", "UTC", ""))) {
      file.record(
          MadeUpCase.pictures(pictures, UUID.randomUUID().toString().replace("-", ""), PAIRS));
    }
    driver.openCase(caseFolder);
    CaseInput input = new CaseInput(caseFolder, CaseInput.Kind.DATASET, "pictures", "pictures");
    gallery = driver.ui(() -> Driver.page().openEditor(input, input.kind().editor()));
    driver.awaitWords("24 pairs");
  }

  /** A square whose place tells the pair; those of pairs 7 and 8 lie nearly at one place. */
  private static void write(Path file, int number, Color paper) throws IOException {
    BufferedImage image = new BufferedImage(64, 80, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(paper);
    g.fillRect(0, 0, 64, 80);
    g.setColor(Color.BLACK);
    int at = number == 8 ? 7 : number;
    g.fillRect(at * 11 % 44, at * 17 % 60, number == 8 ? 19 : 20, 20);
    g.dispose();
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
  }

  private static String id(int number) {
    return "photos/p-%02d".formatted(number);
  }

  @Test
  @Order(1)
  void severalPairsAreTaggedAtOnce() throws Exception {
    thumbnails.key(SWT.HOME, 0);
    thumbnails.key(SWT.ARROW_RIGHT, 0);
    thumbnails.key(SWT.ARROW_RIGHT, SWT.MOD2);
    assertThat(selected()).containsExactly(id(1), id(2));
    driver.command(TAG);
    Shell dialog = driver.dialog("Tag");
    driver.ui(
        () -> {
          driver.control(dialog, Combo.class, c -> true).setText("bad light");
          return true;
        });
    driver.picture(dialog, "tag-light");
    driver.press(dialog, "Record");
    driver.awaitWords("2 tagged");
    assertThat(MadeUpCase.lastEntry(caseFolder).as(Tagged.class))
        .contains(new Tagged("pictures", List.of(id(1), id(2)), "bad light", true));
    filter("tag=bad");
    driver.awaitWords("2 shown.");
    driver.picture(driver.ui(Driver::window), "gallery-tagged-light");
  }

  @Test
  @Order(2)
  void aFilterIsKeptUnderItsName() {
    choose("Filters and orders", "Save this filter …");
    Shell dialog = driver.dialog("Save This Filter");
    driver.ui(
        () -> {
          driver.control(dialog, Text.class, Text::getEditable).setText("dark ones");
          return true;
        });
    driver.press(dialog, "OK");
    Driver.await("its end", () -> driver.ui(dialog::isDisposed));
    filter("");
    Driver.await("all", () -> !driver.says("shown."));
    Driver.await(
        "the name",
        () ->
            driver.ui(
                () -> driver.named(Combo.class, "Filters and orders").indexOf("dark ones") > 0));
    choose("Filters and orders", "dark ones");
    driver.awaitWords("2 shown.");
    filter("");
    Driver.await("all", () -> !driver.says("shown."));
  }

  @Test
  @Order(3)
  void pairsAreSortedBySimilarityToTheSelectedOne() {
    thumbnails.key(SWT.HOME, 0);
    for (int i = 0; i < 7; i++) {
      thumbnails.key(SWT.ARROW_RIGHT, 0);
    }
    assertThat(selected()).containsExactly(id(7));
    choose("By what", "similarity to the selected pair");
    Driver.await(
        "the pair itself, then the one like it",
        () -> {
          thumbnails.key(SWT.HOME, 0);
          boolean first = selected().equals(List.of(id(7)));
          thumbnails.key(SWT.ARROW_RIGHT, 0);
          return first && selected().equals(List.of(id(8)));
        });
    driver.picture(driver.ui(Driver::window), "gallery-similar-light");
    choose("By what", "data set's order");
  }

  @Test
  @Order(4)
  void aPlanLeavesOutPairsByTag() throws Exception {
    long entries = MadeUpCase.lastEntry(caseFolder).number();
    PlanInput draft =
        PlatformUI.getWorkbench()
            .getService(Drafts.class)
            .create(
                caseFolder,
                new CaseInfo("R. Examiner", "", "", "", "UTC", ""),
                """
                pentimento: 1
                name: without the dark ones
                data: {dataset: pictures, split: {train: 12, test: 6}}
                generators: [fcn]
                metrics: [ssim]
                """);
    IEditorPart editor = driver.ui(() -> Driver.page().openEditor(draft, PlanInput.EDITOR));
    Driver.await(
        "the choice",
        () ->
            driver.ui(
                () ->
                    driver
                        .control(
                            Driver.window(),
                            Button.class,
                            b -> b.isVisible() && b.getText().equals("&Tags …"))
                        .isEnabled()));
    driver.ui(
        () -> {
          Button tags =
              driver.control(
                  Driver.window(),
                  Button.class,
                  b -> b.isVisible() && b.getText().equals("&Tags …"));
          Driver.display().asyncExec(() -> tags.notifyListeners(SWT.Selection, new Event()));
          return true;
        });
    Shell dialog = driver.dialog("Leave Out by Tag");
    driver.ui(
        () -> {
          Table table = driver.control(dialog, Table.class, t -> true);
          assertThat(table.getItem(0).getText()).isEqualTo("bad light  (2 pairs)");
          table.getItem(0).setChecked(true);
          Event event = new Event();
          event.item = table.getItem(0);
          event.detail = SWT.CHECK;
          table.notifyListeners(SWT.Selection, event);
          return true;
        });
    driver.picture(dialog, "leave-out-light");
    driver.press(dialog, "OK");
    driver.awaitWords("pairs with the tag “bad light” as of entry " + entries);
    driver.picture(driver.ui(Driver::window), "plan-without-light");
    driver.ui(
        () -> {
          Driver.page().saveEditor(editor, false);
          Driver.page().closeEditor(editor, false);
          return true;
        });
    assertThat(Files.readString(draft.file())).contains("bad light").contains("entry: " + entries);
  }

  @Test
  @Order(5)
  void whatTheViewerShowsIsSavedWithAScaleOfColours() throws Exception {
    driver.ui(
        () -> {
          Driver.page().activate(gallery);
          return true;
        });
    thumbnails.key(SWT.HOME, 0);
    thumbnails.key(SWT.ARROW_RIGHT, 0);
    thumbnails.key(SWT.CR, 0);
    driver.awaitWords("Tags: bad light");
    Path plain = folder.resolve("plain.png");
    driver.command(SAVE, SAVE + ".file", plain.toString());
    driver.awaitWords("Saved to " + plain);
    Driver.await(
        "the layers",
        () ->
            driver.ui(
                () ->
                    !driver.controls(Driver.window(), Button.class, this::isDifference).isEmpty()));
    driver.ui(
        () -> {
          Button check = driver.control(Driver.window(), Button.class, this::isDifference);
          check.setSelection(true);
          check.notifyListeners(SWT.Selection, new Event());
          return true;
        });
    driver.settle();
    driver.settle();
    Path map = folder.resolve("map.png");
    driver.command(SAVE, SAVE + ".file", map.toString());
    driver.awaitWords("Saved to " + map);
    driver.picture(driver.ui(Driver::window), "pair-saved-light");
    BufferedImage without = ImageIO.read(plain.toFile());
    BufferedImage with = ImageIO.read(map.toFile());
    Files.copy(
        map,
        Path.of(Driver.context().getProperty("pentimento.screenshots")).resolve("pair-export.png"));
    assertThat(with.getWidth()).as("room for the scale").isGreaterThan(without.getWidth() + 100);
    assertThat(with.getHeight()).isEqualTo(without.getHeight());
    Exported exported = MadeUpCase.lastEntry(caseFolder).as(Exported.class).orElseThrow();
    assertThat(exported.kind()).isEqualTo(Exported.Kind.PICTURE);
    assertThat(exported.subject()).contains(id(1)).contains("map Difference");
    assertThat(exported.to()).isEqualTo(map.toString());
  }

  private boolean isDifference(Button button) {
    return button.isVisible() && button.getText().equals("Difference");
  }

  private List<String> selected() {
    return driver.ui(
        () ->
            Stream.of(
                    ((IStructuredSelection) gallery.getSite().getSelectionProvider().getSelection())
                        .toArray())
                .map(p -> ((PairRef) p).pair())
                .toList());
  }

  private void filter(String words) {
    driver.ui(
        () -> {
          driver.named(Text.class, "Words that all").setText(words);
          return true;
        });
  }

  private void choose(String tip, String item) {
    driver.ui(
        () -> {
          Combo combo = driver.named(Combo.class, tip);
          int at = combo.indexOf(item);
          assertThat(at).as(item + " in " + List.of(combo.getItems())).isNotNegative();
          combo.select(at);
          Driver.display().asyncExec(() -> combo.notifyListeners(SWT.Selection, new Event()));
          return true;
        });
    driver.ui(() -> true); // what was asked for is done, or its dialog is open
  }
}
