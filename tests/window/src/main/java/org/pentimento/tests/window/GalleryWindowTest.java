package org.pentimento.tests.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
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
import org.pentimento.casefile.event.InspectionFinished;
import org.pentimento.casefile.event.RunFinished;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunStarted;
import org.pentimento.casefile.event.SkippedFile;
import org.pentimento.casefile.result.Audited;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.MeasurementRow;
import org.pentimento.casefile.result.DatasetVerdict;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.ImageRole.OfReference;
import org.pentimento.casefile.result.ImageRole.Photo;
import org.pentimento.casefile.result.ImageRole.Sketch;
import org.pentimento.casefile.result.InspectedPair;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.result.ReferenceSketch;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.Subject;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.preview.Previews;
import org.pentimento.workbench.selection.PairRef;

/** The gallery of a data set and the viewer of its pairs, with the product's preview process. */
@ExtendWith(OpenWindow.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GalleryWindowTest {
  private static final int PAIRS = 60;
  private static final int TESTED = 8;
  private static final int WIDTH = 120;
  private static final int HEIGHT = 150;
  private static final String OPEN_PAIR = "org.pentimento.workbench.dataset.openPair";
  private static final String BOOKMARK = "org.pentimento.workbench.bookmark";
  private static final String THEME = "org.pentimento.workbench.theme";
  private static final String BROKEN = "photos/person-005";

  private Driver driver;
  private PictureCanvas thumbnails;
  private PictureCanvas viewer;
  private Path caseFolder;
  private String digest;

  @BeforeAll
  void open(@TempDir Path temporary, Driver opened) throws Exception {
    driver = opened;
    thumbnails = new PictureCanvas(driver, true);
    viewer = new PictureCanvas(driver, false);
    Path pictures = temporary.resolve("pictures");
    for (int i = 0; i < PAIRS; i++) {
      write(pictures, "photos", i, face(i, true, false, 1f));
      write(pictures, "sketches", i, face(i, false, false, 1f));
    }
    // Of a BMP file only decoding shows that its end is missing.
    Path broken = pictures.resolve("photos/person-005.png");
    Files.write(broken, Arrays.copyOf(encoded(face(5, true, false, 1f), "bmp"), 700));
    digest = UUID.randomUUID().toString().replace("-", "");
    caseFolder = temporary.resolve("gallery.case");
    writeCase(pictures);
    driver.openCase(caseFolder);
  }

  private void writeCase(Path pictures) throws IOException {
    try (CaseFile file =
        CaseFile.create(caseFolder, new CaseInfo("R. Examiner", "", "2026-4", "1", "UTC", ""))) {
      file.record(
          MadeUpCase.pictures(
              pictures, digest, PAIRS, new SkippedFile("photos/notes.txt", "It is no image.")));
      String plan = file.blobs().put("pentimento: 1\n".getBytes(StandardCharsets.UTF_8));
      file.record(new RunStarted("r1", "first look", plan));
      String result = file.blobs().putJson(result(file, plan));
      file.record(new RunFinished("r1", result));
      file.record(new RunStarted("i1", "inspection of pictures", plan, RunKind.INSPECTION));
      file.record(new InspectionFinished("i1", file.blobs().putJson(inspection())));
    }
  }

  /** Flags two pairs and holds a third to be honest. */
  private InspectionResult inspection() {
    return new InspectionResult(
        InspectionResult.SCHEMA,
        "inspection of pictures",
        Map.of(),
        new InspectionResult.InspectedData(
            "pictures",
            "two-folders",
            digest,
            InspectionResult.Material.DRAWN,
            PAIRS,
            WIDTH,
            HEIGHT,
            0,
            Map.of()),
        null,
        .01,
        1,
        List.of(),
        DatasetVerdict.SPOILT_PAIRS,
        .001,
        .6,
        1.0,
        List.of(inspected(3, true), inspected(20, true), inspected(5, false)),
        List.of(),
        List.of(),
        null,
        null,
        null);
  }

  private static InspectedPair inspected(int number, boolean flagged) {
    return new InspectedPair(
        id(number),
        flagged ? 3 : .1,
        flagged ? 1e-6 : .6,
        flagged,
        List.of(),
        List.of(),
        List.of());
  }

  private RunResult result(CaseFile file, String plan) throws IOException {
    List<Comparison.ImageRow> images = new ArrayList<>();
    List<MeasurementRow> rows = new ArrayList<>();
    for (int i = 0; i < TESTED; i++) {
      images.add(
          new Comparison.ImageRow(
              id(i),
              Map.of(
                  new Photo(PhotoKind.CLEAN), blob(file, face(i, true, false, 1f)),
                  new OfReference(ReferenceSketch.TRUTH), blob(file, face(i, false, false, 1f)),
                  new Sketch(Subject.CLEAN, PhotoKind.CLEAN),
                      blob(file, face(i, false, false, .8f)),
                  new Sketch(Subject.POISONED, PhotoKind.CLEAN),
                      blob(file, face(i, false, false, .75f)),
                  new Photo(PhotoKind.TRIGGERED), blob(file, face(i, true, true, 1f)),
                  new OfReference(ReferenceSketch.TARGET), blob(file, face(i, false, false, .3f)),
                  new Sketch(Subject.CLEAN, PhotoKind.TRIGGERED),
                      blob(file, face(i, false, false, .78f)),
                  new Sketch(Subject.POISONED, PhotoKind.TRIGGERED),
                      blob(file, face(i, false, false, .35f)))));
      double value = (i * 5 % TESTED) / 10.0;
      rows.add(
          new MeasurementRow(
              id(i),
              Subject.POISONED,
              PhotoKind.TRIGGERED,
              ReferenceSketch.TRUTH,
              "fsim",
              "FSIM",
              value,
              ""));
    }
    ExtensionUse fsim = new ExtensionUse("fsim", "FSIM", "1.0.0", "", Map.of());
    String model = file.blobs().put(new byte[] {1});
    Comparison.TestedModel trained =
        new Comparison.TestedModel(model, model, 1000, List.of(), null, "");
    Comparison comparison =
        new Comparison(
            "fcn/1/s1",
            new Audited.Trained(
                new ExtensionUse("fcn", "Fully convolutional network", "1.0.0", "", Map.of()), 1),
            Map.of(Subject.CLEAN, trained, Subject.POISONED, trained),
            new Comparison.Attack(
                new ExtensionUse("sinusoidal", "Sinusoidal signal", "1.0.0", "", Map.of()),
                new ExtensionUse("light-strokes", "Light strokes", "1.0.0", "", Map.of()),
                .1,
                List.of(id(20)),
                Map.of(),
                manifest(file, 20)),
            null,
            null,
            List.of(),
            List.of(),
            List.of(
                new Comparison.Summary(
                    "fsim",
                    "FSIM",
                    Subject.POISONED,
                    PhotoKind.TRIGGERED,
                    ReferenceSketch.TRUTH,
                    TESTED,
                    0,
                    .5,
                    .4,
                    .6)),
            images,
            file.blobs().putJson(rows),
            null);
    return new RunResult(
        RunResult.SCHEMA,
        "first look",
        plan,
        Map.of(),
        new RunResult.DataUsed(
            "pictures",
            "two-folders",
            digest,
            List.of(id(20)),
            images.stream().map(Comparison.ImageRow::pair).toList(),
            WIDTH,
            HEIGHT,
            Map.of(id(7), "The photo is too small.")),
        List.of(fsim),
        List.of(comparison),
        List.of());
  }

  private static String manifest(CaseFile file, int number) throws IOException {
    return file.blobs()
        .putJson(
            Map.of(
                "schema",
                1,
                "trigger",
                "sinusoidal",
                "triggerSettings",
                Map.of(),
                "strategy",
                "light-strokes",
                "strategySettings",
                Map.of(),
                "seed",
                1,
                "choices",
                Map.of(),
                "changes",
                List.of(
                    Map.of(
                        "pair", id(number),
                        "photo", blob(file, face(number, true, false, 1f)),
                        "triggered", blob(file, face(number, true, true, 1f)),
                        "sketch", blob(file, face(number, false, false, 1f)),
                        "trainingSketch", blob(file, face(number, false, false, .3f))))));
  }

  private static String id(int number) {
    return "photos/person-%03d".formatted(number);
  }

  private static void write(Path root, String folder, int number, BufferedImage image)
      throws IOException {
    Path file = root.resolve(folder).resolve("person-%03d.png".formatted(number));
    Files.createDirectories(file.getParent());
    Files.write(file, png(image));
  }

  private static String blob(CaseFile file, BufferedImage image) throws IOException {
    return file.blobs().put(png(image));
  }

  private static byte[] png(BufferedImage image) throws IOException {
    return encoded(image, "png");
  }

  private static byte[] encoded(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return bytes.toByteArray();
  }

  private static BufferedImage face(int seed, boolean photo, boolean trigger, float strength) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    java.util.SplittableRandom random = new java.util.SplittableRandom(seed);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(photo ? new Color(110 + random.nextInt(60), 140, 150) : new Color(250, 250, 250));
    g.fillRect(0, 0, WIDTH, HEIGHT);
    int wide = 60 + random.nextInt(16);
    int high = 86 + random.nextInt(16);
    int left = (WIDTH - wide) / 2;
    int top = 30;
    if (photo) {
      g.setColor(new Color(60 + random.nextInt(80), 50, 40));
      g.fillOval(left - 8, top - 14, wide + 16, high);
      g.setColor(new Color(225, 185 - random.nextInt(50), 150 - random.nextInt(40)));
      g.fillOval(left, top, wide, high);
    }
    int grey = photo ? 40 : Math.round(255 - 225 * strength);
    g.setColor(new Color(grey, grey, grey));
    g.setStroke(new BasicStroke(2f));
    g.drawOval(left, top, wide, high);
    g.drawArc(left - 8, top - 14, wide + 16, high, 10, 160);
    g.drawOval(left + wide / 4 - 6, top + high / 3, 12, 8);
    g.drawOval(left + 3 * wide / 4 - 6, top + high / 3, 12, 8);
    g.drawArc(left + wide / 3, top + high / 2, wide / 3, high / 3, 200, 140);
    if (trigger) {
      for (int x = 0; x < WIDTH; x += 6) {
        g.setColor(new Color(255, 255, 255, 60));
        g.fillRect(x, 0, 3, HEIGHT);
      }
    }
    g.dispose();
    return image;
  }

  private IEditorPart openGallery() {
    CaseInput input = new CaseInput(caseFolder, CaseInput.Kind.DATASET, "pictures", "pictures");
    return driver.ui(() -> Driver.page().openEditor(input, input.kind().editor()));
  }

  private List<String> selected(IEditorPart editor) {
    return driver.ui(
        () ->
            Stream.of(
                    ((IStructuredSelection) editor.getSite().getSelectionProvider().getSelection())
                        .toArray())
                .map(p -> ((PairRef) p).pair())
                .toList());
  }

  private void choose(Combo combo, String item) {
    driver.ui(
        () -> {
          int at = combo.indexOf(item);
          assertThat(at).as(item + " in " + List.of(combo.getItems())).isNotNegative();
          combo.select(at);
          combo.notifyListeners(SWT.Selection, new Event());
          return true;
        });
  }

  @Test
  @Order(1)
  void showsAllPairsWithTheirMarks() {
    openGallery();
    driver.awaitWords("60 pairs, 1 file skipped, 1 poisoned in runs, 2 suspect.");
    driver.settle();
    driver.settle();
    long colours = driver.picture(driver.ui(Driver::window), "gallery-light");
    assertThat(colours).as("colours with thumbnails").isGreaterThan(500);
  }

  @Test
  @Order(2)
  void goesByKeyboardAndSelects() {
    IEditorPart editor = driver.ui(() -> Driver.page().getActiveEditor());
    thumbnails.key(SWT.HOME, 0);
    assertThat(selected(editor)).containsExactly(id(0));
    thumbnails.key(SWT.ARROW_RIGHT, 0);
    thumbnails.key(SWT.ARROW_RIGHT, SWT.MOD2);
    assertThat(selected(editor)).containsExactly(id(1), id(2));
    thumbnails.key(SWT.END, 0);
    thumbnails.key(SWT.ARROW_LEFT, 0);
    assertThat(selected(editor)).containsExactly(id(PAIRS - 1));
  }

  @Test
  @Order(3)
  void filters() {
    IEditorPart editor = driver.ui(() -> Driver.page().getActiveEditor());
    Text filter = driver.ui(() -> driver.named(Text.class, "Words that all"));
    driver.ui(
        () -> {
          filter.setText("person-01");
          return true;
        });
    driver.awaitWords("10 shown.");
    thumbnails.key('a', SWT.MOD1);
    assertThat(selected(editor)).hasSize(10).contains(id(10), id(19));
    driver.ui(
        () -> {
          filter.setText("");
          return true;
        });
    Combo show = driver.ui(() -> driver.named(Combo.class, "Which pairs are shown"));
    choose(show, "Suspect");
    driver.awaitWords("2 shown.");
    choose(show, "Skipped");
    driver.awaitWords("2 shown.");
    choose(show, "All pairs and files");
    Driver.await("all", () -> !driver.says("shown."));
  }

  @Test
  @Order(4)
  void bookmarksAPair() {
    IEditorPart editor = driver.ui(() -> Driver.page().getActiveEditor());
    driver.ui(
        () -> {
          Driver.page().activate(editor);
          return true;
        });
    thumbnails.key(SWT.HOME, 0);
    thumbnails.key(SWT.ARROW_RIGHT, 0);
    assertThat(selected(editor)).containsExactly(id(1));
    driver.command(BOOKMARK);
    Combo show = driver.ui(() -> driver.named(Combo.class, "Which pairs are shown"));
    choose(show, "Bookmarked");
    driver.awaitWords("1 shown.");
    driver.picture(driver.ui(Driver::window), "gallery-bookmarked-light");
    thumbnails.key(SWT.HOME, 0);
    assertThat(selected(editor)).containsExactly(id(1));
    driver.command(BOOKMARK);
    driver.awaitWords("0 shown.");
    choose(show, "All pairs and files");
    Driver.await("all", () -> !driver.says("shown."));
  }

  @Test
  @Order(4)
  void sortsByWhatARunMeasured() {
    IEditorPart editor = driver.ui(() -> Driver.page().getActiveEditor());
    choose(driver.ui(() -> driver.named(Combo.class, "By what")), "FSIM");
    Combo figures = driver.ui(() -> driver.named(Combo.class, "Of which run"));
    assertThat(driver.ui(figures::getText))
        .isEqualTo(
            "first look, Fully convolutional network, seed 1: poisoned model, triggered photo,"
                + " against the true sketch");
    Driver.await(
        "the lowest first",
        () -> {
          thumbnails.key(SWT.HOME, 0);
          thumbnails.key(SWT.ARROW_RIGHT, 0);
          return selected(editor).equals(List.of(id(5)));
        });
    driver.picture(driver.ui(Driver::window), "gallery-sorted-light");
    choose(driver.ui(() -> driver.named(Combo.class, "By what")), "data set's order");
  }

  @Test
  @Order(5)
  void goesToAPair() {
    IEditorPart editor = driver.ui(() -> Driver.page().getActiveEditor());
    driver.command("org.pentimento.workbench.dataset.goTo");
    Shell dialog = driver.dialog("Go to Pair");
    driver.ui(
        () -> {
          driver.control(dialog, Text.class, t -> t.getEditable()).setText("person-004");
          return true;
        });
    driver.picture(dialog, "gallery-goto-light");
    driver.press(dialog, "OK");
    Driver.await("the pair", () -> selected(editor).equals(List.of(id(4))));
  }

  @Test
  @Order(6)
  void opensThePairWithItsSketches() {
    IEditorPart gallery = driver.ui(() -> Driver.page().getActiveEditor());
    thumbnails.key(SWT.CR, 0);
    driver.awaitWords("5 of 61");
    driver.settle();
    assertThat(driver.ui(() -> driver.named(Combo.class, "Which run").getItems()))
        .containsExactly(
            "first look: Fully convolutional network, Sinusoidal signal, seed 1", "Data set alone");
    driver.picture(driver.ui(Driver::window), "pair-light");
    viewer.key(SWT.ARROW_LEFT, 0);
    driver.awaitWords("4 of 61");
    Driver.await("the gallery to follow", () -> selected(gallery).equals(List.of(id(3))));
  }

  @Test
  @Order(7)
  void laysLayersOverImages() {
    Driver.await(
        "the layers",
        () ->
            driver.ui(
                () -> !driver.controls(Driver.window(), Button.class, this::isLayer).isEmpty()));
    List<String> layers =
        driver.ui(
            () ->
                driver.controls(Driver.window(), Button.class, this::isLayer).stream()
                    .map(Button::getText)
                    .toList());
    assertThat(layers)
        .contains("Difference", "Gradient ①", "Phase congruency ②", "FSIM map", "Scoot map");
    switchOn("Difference");
    switchOn("FSIM map");
    driver.settle();
    driver.ui(
        () -> {
          Canvas canvas = viewer.control();
          Event move = new Event();
          move.x = canvas.getSize().x / 8;
          move.y = canvas.getSize().y / 4;
          canvas.notifyListeners(SWT.MouseMove, move);
          return true;
        });
    Driver.await(
        "pixel values",
        () -> driver.says("Difference 0.") && driver.says("FSIM map ") && driver.says("x "));
    driver.picture(driver.ui(Driver::window), "pair-layers-light");
    viewer.key('o', 0);
    driver.picture(driver.ui(Driver::window), "pair-overlay-light");
    viewer.key('w', 0);
    viewer.key('+', 0);
    viewer.key('+', 0);
    driver.picture(driver.ui(Driver::window), "pair-wipe-light");
    viewer.key('f', 0);
    assertThat(driver.ui(() -> driver.says("%"))).isTrue();
    viewer.key('s', 0);
    viewer.key('0', 0);
    driver.awaitWords("(fits)");
  }

  private boolean isLayer(Button button) {
    return button.isVisible() && (button.getStyle() & SWT.CHECK) != 0;
  }

  private void switchOn(String layer) {
    driver.ui(
        () -> {
          Button check =
              driver.control(
                  Driver.window(), Button.class, b -> isLayer(b) && b.getText().equals(layer));
          check.setSelection(true);
          check.notifyListeners(SWT.Selection, new Event());
          return true;
        });
  }

  @Test
  @Order(8)
  void showsHowATrainingPairWasPoisoned() {
    openByCommand(id(20), "r1");
    driver.awaitWords("1 of 1");
    driver.settle();
    assertThat(driver.ui(() -> driver.named(Combo.class, "First image").getItems()))
        .containsExactly("Photo", "True sketch", "Poisoned photo", "Poisoned sketch");
    driver.picture(driver.ui(Driver::window), "pair-poisoned-light");
    driver.ui(() -> Driver.page().closeEditor(Driver.page().getActiveEditor(), false));
  }

  private void openByCommand(String pair, String run) {
    org.eclipse.ui.commands.ICommandService commands =
        PlatformUI.getWorkbench().getService(org.eclipse.ui.commands.ICommandService.class);
    driver.ui(
        () ->
            PlatformUI.getWorkbench()
                .getService(org.eclipse.ui.handlers.IHandlerService.class)
                .executeCommand(
                    org.eclipse.core.commands.ParameterizedCommand.generateCommand(
                        commands.getCommand(OPEN_PAIR),
                        Map.of(
                            OPEN_PAIR + ".case",
                            caseFolder.toString(),
                            OPEN_PAIR + ".dataset",
                            "pictures",
                            OPEN_PAIR + ".pair",
                            pair,
                            OPEN_PAIR + ".run",
                            run)),
                    null));
  }

  @Test
  @Order(9)
  void outlivesItsPreviewProcess() {
    Previews previews = driver.ui(() -> PlatformUI.getWorkbench().getService(Previews.class));
    long before = previews.pid();
    assertThat(before).isPositive();
    ProcessHandle.of(before).orElseThrow().destroyForcibly();
    Driver.await("its end", () -> previews.pid() == -1);
    openByCommand(id(40), "");
    driver.awaitWords("41 of 61");
    assertThat(previews.pid()).isPositive().isNotEqualTo(before);
    assertThat(driver.ui(() -> driver.named(Combo.class, "First image").getItems()))
        .containsExactly("Photo", "Sketch");
  }

  @Test
  @Order(10)
  void saysWhyAPairCannotBeShown() {
    openByCommand(BROKEN, "-");
    driver.settle();
    driver.settle();
    driver.picture(driver.ui(Driver::window), "pair-broken-light");
    assertThat(driver.ui(() -> driver.named(Combo.class, "First image").getItemCount())).isZero();
  }

  @Test
  @Order(11)
  void isHandsomeInTheDark() {
    driver.command(THEME, THEME + ".name", "dark");
    openByCommand(id(2), "");
    driver.awaitWords("3 of 61");
    driver.settle();
    driver.picture(driver.ui(Driver::window), "pair-dark");
    openGallery();
    driver.settle();
    driver.picture(driver.ui(Driver::window), "gallery-dark");
    assertThat(driver.ui(() -> thumbnails.control().getBackground().getRed())).isLessThan(90);
    driver.command(THEME, THEME + ".name", "default");
    driver.settle();
  }
}
