package org.pentimento.tests.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.DropTargetListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.preferences.ChildSettings;
import org.pentimento.workbench.preferences.ThemeChoice;
import org.pentimento.workbench.selection.PairRef;

/** Data sets in, results out, and what is set once for all: with the real product as child. */
@ExtendWith(OpenWindow.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExchangeWindowTest {
  private static final String OPEN = "org.pentimento.workbench.openCase";
  private static final String IMPORT = "org.pentimento.workbench.exchange.import";
  private static final String IMPORT_MODEL = "org.pentimento.workbench.exchange.importModel";
  private static final String EXPORT = "org.pentimento.workbench.exchange.export";
  private static final int PAIRS = 6;

  private Path folder;
  private Driver driver;
  private Path faces;
  private Path target;
  private Path caseFolder;

  @BeforeAll
  void open(@TempDir Path temporary, Driver opened) throws Exception {
    folder = temporary;
    driver = opened;
    faces = faces(Files.createDirectories(folder.resolve("faces of the club")));
    target = folder.resolve("club.case");
    caseFolder = folder.resolve("first look.case");
    MadeUpCase.write(caseFolder);
  }

  /** A dialog that a failed test left open must not fail the next one. */
  @AfterEach
  void closeDialogs() {
    driver.ui(
        () -> {
          for (Shell shell : Driver.display().getShells()) {
            if (shell != Driver.window() && shell.isVisible() && !shell.getText().isEmpty()) {
              shell.close();
            }
          }
          return true;
        });
  }

  /** A data set of two folders with a few flaws. */
  static Path faces(Path root) throws IOException {
    for (String part : List.of("photos", "sketches")) {
      Files.createDirectories(root.resolve(part));
      for (int i = 0; i < PAIRS; i++) {
        picture(root.resolve(part).resolve("face-" + i + ".png"), part.equals("photos"), i);
      }
    }
    picture(root.resolve("photos/alone.png"), true, 3);
    Files.writeString(root.resolve("photos/face-broken.png"), "no picture");
    Files.writeString(root.resolve("sketches/face-broken.png"), "no picture");
    Files.writeString(root.resolve("read me.txt"), "Faces.");
    return root;
  }

  private static void picture(Path file, boolean photo, int seed) throws IOException {
    BufferedImage image = new BufferedImage(80, 100, BufferedImage.TYPE_INT_RGB);
    var g = image.createGraphics();
    g.setColor(photo ? new java.awt.Color(90, 120 + 15 * seed, 160) : java.awt.Color.WHITE);
    g.fillRect(0, 0, 80, 100);
    g.setColor(photo ? new java.awt.Color(225, 180, 150) : java.awt.Color.DARK_GRAY);
    if (photo) {
      g.fillOval(18, 15, 44, 60 + seed);
    } else {
      g.drawOval(18, 15, 44, 60 + seed);
    }
    g.setColor(java.awt.Color.DARK_GRAY);
    g.drawLine(30, 40, 36, 40);
    g.drawLine(46, 40, 52, 40);
    g.drawArc(32, 50, 18, 12, 200, 140);
    g.dispose();
    ImageIO.write(image, "png", file.toFile());
  }

  @Test
  @Order(1)
  void showsWhatAnImportWouldTakeAndLeave() {
    driver.command(IMPORT, IMPORT + ".folder", faces.toString());
    Shell dialog = driver.dialog("Import");
    Driver.await("the layout", () -> driver.ui(() -> button(dialog, "Next >").isEnabled()));
    assertThat(driver.ui(() -> layout(dialog).getText()))
        .startsWith("Two folders:")
        .contains("% sure");
    driver.picture(dialog, "import-folder-light");
    assertThat(driver.ui(() -> button(dialog, "Finish").isEnabled()))
        .as("nothing begins before the pairs were shown")
        .isFalse();
    driver.press(dialog, "Next >");
    Driver.await("the pairs", () -> driver.ui(() -> table(dialog, "Photo").getItemCount() > 0));
    assertThat(driver.ui(() -> table(dialog, "Photo").getItemCount())).isEqualTo(PAIRS);
    assertThat(driver.ui(() -> table(dialog, "Photo").getItem(0).getImage(0))).isNotNull();
    String left =
        driver.ui(
            () ->
                Stream.of(table(dialog, "Left out").getItems())
                    .map(i -> i.getText(0) + ": " + i.getText(1))
                    .collect(Collectors.joining("\n")));
    assertThat(left).contains("read me.txt", "photos/alone.png", "photos/face-broken.png");
    assertThat(words(dialog)).contains("6 pairs", "4 files are left out");
    driver.picture(dialog, "import-pairs-light");
    driver.press(dialog, "Next >");
    driver.settle();
    driver.ui(
        () -> {
          ((Combo) behind(dialog, "Case folder:")).setText(target.toString());
          return true;
        });
    Driver.await("a new case", () -> driver.ui(() -> button(dialog, "Finish").isEnabled()));
    assertThat(driver.ui(() -> ((Text) behind(dialog, "Name in the case:")).getText()))
        .isEqualTo("faces of the club");
    driver.picture(dialog, "import-case-light");
    assertThat(target).as("nothing happens before Finish").doesNotExist();
    driver.press(dialog, "Finish");
    Driver.await(
        "the data set in the explorer", () -> driver.ui(() -> labels().contains("Data sets  1")));
  }

  @Test
  @Order(2)
  void importedWhatWasShown() throws Exception {
    try (CaseFile file = CaseFile.openForReading(target)) {
      DatasetRecord dataset = file.dataset("faces of the club").orElseThrow();
      assertThat(dataset.pairs()).isEqualTo(PAIRS);
      assertThat(dataset.skipped()).hasSize(4);
      assertThat(dataset.mode()).isEqualTo(DatasetRecord.Mode.COPIED);
    }
    Driver.await(
        "the notice", () -> words(driver.ui(Driver::window)).contains("4 files were left out"));
  }

  @Test
  @Order(3)
  void saysAllAboutADataSet() {
    driver.ui(() -> Driver.page().showView("org.pentimento.workbench.properties"));
    driver.ui(() -> select("faces of the club"));
    Driver.await("the properties", () -> driver.ui(() -> facts().contains("two-folders")));
    String facts = driver.ui(this::facts);
    assertThat(facts)
        .contains(
            "copied into the case", "SHA-256 of the content", "read me.txt", "Hash of the entry");
    driver.picture(driver.ui(Driver::window), "properties-dataset-light");
  }

  @Test
  @Order(4)
  void saysAllAboutAPair() {
    CaseInput gallery =
        new CaseInput(target, CaseInput.Kind.DATASET, "faces of the club", "faces of the club");
    driver.ui(() -> Driver.page().showView("org.pentimento.workbench.properties"));
    IEditorPart editor =
        driver.ui(() -> Driver.page().openEditor(gallery, gallery.kind().editor()));
    driver.settle(); // its pairs are read in the background
    driver.ui(
        () -> {
          Driver.page().activate(editor);
          editor
              .getSite()
              .getSelectionProvider()
              .setSelection(
                  new StructuredSelection(
                      new PairRef(target, "faces of the club", "photos/face-2")));
          return true;
        });
    Driver.await("the pair", () -> driver.ui(() -> facts().contains("Photo SHA-256")));
    assertThat(driver.ui(this::facts)).contains("80 × 100 pixels", "face-2.png", "Sketch SHA-256");
    driver.picture(driver.ui(Driver::window), "properties-pair-light");
    driver.ui(() -> Driver.page().closeEditor(editor, false));
  }

  @Test
  @Order(5)
  void saysThatAFolderIsNoDataSet() throws Exception {
    Path empty = Files.createDirectories(folder.resolve("letters"));
    Files.writeString(empty.resolve("letter.txt"), "Dear all,");
    driver.command(IMPORT, IMPORT + ".folder", empty.toString());
    Shell dialog = driver.dialog("Import");
    Driver.await("the reason", () -> words(dialog).contains("No known layout"));
    assertThat(driver.ui(() -> button(dialog, "Next >").isEnabled())).isFalse();
    driver.picture(dialog, "import-wrong-light");
    driver.ui(
        () -> {
          ((Combo) behind(dialog, "Folder:")).setText(folder.resolve("gone").toString());
          return true;
        });
    Driver.await("another reason", () -> words(dialog).contains("There is no file or folder"));
    driver.press(dialog, "Cancel");
  }

  @Test
  @Order(6)
  void refusesATakenNameInPlace() {
    Shell dialog = importPairs();
    driver.press(dialog, "Next >");
    driver.settle();
    driver.ui(
        () -> {
          ((Combo) behind(dialog, "Case folder:")).setText(target.toString());
          return true;
        });
    Driver.await("the reason", () -> words(dialog).contains("already has a data set"));
    assertThat(driver.ui(() -> button(dialog, "Finish").isEnabled())).isFalse();
    driver.ui(
        () -> {
          ((Combo) behind(dialog, "Case folder:")).setText(faces.toString());
          return true;
        });
    Driver.await("another reason", () -> words(dialog).contains("is no case"));
    driver.press(dialog, "Cancel");
  }

  /** Where Next was pressed and cannot be pressed again, the keyboard must not be on Back. */
  @Test
  @Order(6)
  void enterAfterNextDoesNotGoBack() {
    driver.command(IMPORT, IMPORT + ".folder", faces.toString());
    Shell dialog = driver.dialog("Import");
    Driver.await("the layout", () -> driver.ui(() -> button(dialog, "Next >").isEnabled()));
    for (int page = 0; page < 2; page++) {
      driver.ui(() -> button(dialog, "Next >").setFocus());
      driver.press(dialog, "Next >");
      driver.settle();
      assertThat(driver.ui(() -> button(dialog, "< Back").isFocusControl())).isFalse();
      if (page == 0) { // on the next one a name may be taken
        Driver.await("the pairs", () -> driver.ui(() -> button(dialog, "Next >").isEnabled()));
      }
      driver.settle();
      assertThat(driver.ui(() -> button(dialog, "< Back").isFocusControl())).isFalse();
    }
    driver.press(dialog, "Cancel");
  }

  private Shell importPairs() {
    driver.command(IMPORT, IMPORT + ".folder", faces.toString());
    Shell dialog = driver.dialog("Import");
    Driver.await("the layout", () -> driver.ui(() -> button(dialog, "Next >").isEnabled()));
    driver.press(dialog, "Next >");
    Driver.await("the pairs", () -> driver.ui(() -> table(dialog, "Photo").getItemCount() > 0));
    return dialog;
  }

  @Test
  @Order(7)
  void importsAFolderThatIsDroppedOnACase() {
    drop(faces, driver.ui(() -> item("club")));
    Shell dialog = driver.dialog("Import");
    Driver.await("the layout", () -> driver.ui(() -> button(dialog, "Next >").isEnabled()));
    assertThat(driver.ui(() -> ((Combo) behind(dialog, "Folder:")).getText()))
        .isEqualTo(faces.toString());
    driver.press(dialog, "Cancel");
  }

  @Test
  @Order(8)
  void opensACaseThatIsDropped() {
    drop(caseFolder, null);
    Driver.await("the case", () -> driver.ui(() -> labels().contains("Runs  2")));
    assertThat(driver.ui(this::labels)).contains("Models  4", "Findings  8");
    driver.picture(driver.ui(Driver::window), "explorer-light");
  }

  @Test
  @Order(8)
  void aModelThatIsDroppedOpensTheWizardForModels() throws Exception {
    Path onnx = Files.write(folder.resolve("dropped.onnx"), new byte[] {8, 7});
    drop(onnx, driver.ui(() -> item("club")));
    Shell dialog = driver.dialog("Import Model");
    assertThat(driver.ui(() -> ((Combo) behind(dialog, "File:")).getText()))
        .isEqualTo(onnx.toString());
    driver.press(dialog, "Cancel");
  }

  @Test
  @Order(8)
  void ofAnythingElseThatIsDroppedItIsSaidWhatToDo() throws Exception {
    drop(Files.writeString(folder.resolve("letter.txt"), "Dear all,"), null);
    Driver.await(
        "the notice",
        () -> words(driver.ui(Driver::window)).contains("letter.txt is neither a case nor a data"));
    drop(faces.resolve("photos/face-2.png"), null);
    Driver.await(
        "another notice",
        () -> words(driver.ui(Driver::window)).contains("face-2.png is one image"));
  }

  private void drop(Path path, TreeItem on) {
    driver.ui(
        () -> {
          Tree tree = cases();
          DropTarget dropTarget = (DropTarget) tree.getData(DND.DROP_TARGET_KEY);
          Class<?> type = Class.forName("org.eclipse.swt.dnd.DNDEvent", true, loader());
          Constructor<?> make = type.getDeclaredConstructor();
          make.setAccessible(true);
          Object raw = make.newInstance();
          ((Event) raw).widget = dropTarget;
          ((Event) raw).display = Driver.display();
          Constructor<DropTargetEvent> wrap = DropTargetEvent.class.getDeclaredConstructor(type);
          wrap.setAccessible(true);
          DropTargetEvent event = wrap.newInstance(raw);
          event.data = new String[] {path.toString()};
          event.item = on;
          for (DropTargetListener listener : dropTarget.getDropListeners()) {
            listener.drop(event);
          }
          return true;
        });
  }

  private static ClassLoader loader() {
    return DropTargetEvent.class.getClassLoader();
  }

  @Test
  @Order(9)
  void exportsAPoisonedCopy() throws Exception {
    Path out = folder.resolve("copy");
    Shell dialog = export(target, "Poisoned copy of a data set");
    driver.press(dialog, "Next >");
    driver.settle();
    driver.ui(
        () -> {
          ((Text) behind(dialog, "Write to folder:")).setText(out.toString());
          return true;
        });
    Driver.await("the triggers", () -> driver.ui(() -> button(dialog, "Finish").isEnabled()));
    driver.picture(dialog, "export-copy-light");
    driver.press(dialog, "Finish");
    Driver.await("the manifest", () -> Files.exists(out.resolve("manifest.json")));
    try (Stream<Path> photos = Files.list(out.resolve("photos"))) {
      assertThat(photos.count()).isEqualTo(PAIRS);
    }
    Driver.await(
        "the notice",
        () -> words(driver.ui(Driver::window)).contains("A poisoned copy was written"));
  }

  @Test
  @Order(10)
  void exportsTables() throws Exception {
    Path out = folder.resolve("tables");
    Shell dialog = export(caseFolder, "Tables");
    driver.press(dialog, "Next >");
    driver.settle();
    driver.ui(
        () -> {
          ((Text) behind(dialog, "Write to folder:")).setText(out.toString());
          return true;
        });
    driver.picture(dialog, "export-tables-light");
    Driver.await("the folder", () -> driver.ui(() -> button(dialog, "Finish").isEnabled()));
    driver.press(dialog, "Finish");
    Driver.await("the tables", () -> Files.exists(out.resolve("measurements.csv")));
    assertThat(Files.readString(out.resolve("summaries.csv")))
        .startsWith("run,comparison,generator")
        .contains("r1,fcn/1/s1,fcn,sinusoidal");
  }

  @Test
  @Order(10)
  void offersTrainedModels() {
    Shell dialog = export(caseFolder, "Model");
    driver.press(dialog, "Next >");
    driver.settle();
    assertThat(
            driver.ui(() -> driver.control(dialog, Table.class, Control::isVisible).getItemCount()))
        .isEqualTo(4);
    assertThat(driver.ui(() -> ((Text) behind(dialog, "Write to file:")).getText()))
        .endsWith(".onnx");
    Driver.await("the file", () -> driver.ui(() -> button(dialog, "Finish").isEnabled()));
    assertThat(driver.ui(() -> button(dialog, "Next >").isEnabled())).isFalse();
    driver.picture(dialog, "export-model-light");
    driver.ui(
        () -> {
          ((Text) behind(dialog, "Write to file:")).setText(folder.toString());
          return true;
        });
    Driver.await("the reason", () -> words(dialog).contains("exists already"));
    assertThat(driver.ui(() -> button(dialog, "Finish").isEnabled())).isFalse();
    driver.press(dialog, "Cancel");
  }

  @Test
  @Order(11)
  void saysInPlaceThatACaseHasNothingToReport() {
    Shell dialog = export(target, "Report");
    Driver.await("the reason", () -> words(dialog).contains("has no run to report"));
    assertThat(driver.ui(() -> button(dialog, "Finish").isEnabled())).isFalse();
    driver.picture(dialog, "export-what-light");
    driver.press(dialog, "Cancel");
  }

  @Test
  @Order(12)
  void writesAReportThatTheExplorerShows() throws Exception {
    Path out = folder.resolve("report");
    Shell dialog = export(caseFolder, "Report");
    driver.press(dialog, "Next >");
    driver.settle();
    driver.ui(
        () -> {
          ((Text) behind(dialog, "Write to folder:")).setText(out.toString());
          driver
              .control(dialog, Button.class, b -> b.getText().startsWith("Open the report"))
              .setSelection(false);
          Button signedOff =
              driver.control(dialog, Button.class, b -> b.getText().startsWith("The draft that"));
          assertThat(signedOff.isEnabled()).isFalse();
          return true;
        });
    Driver.await("the folder", () -> driver.ui(() -> button(dialog, "Finish").isEnabled()));
    driver.picture(dialog, "export-report-light");
    driver.ui(
        () -> {
          driver.control(dialog, TabFolder.class, f -> true).setSelection(2);
          return true;
        });
    driver.settle();
    driver.ui(
        () -> {
          ((Text) behind(dialog, "Question that was asked:")).setText("Does it obey?");
          ((Text) behind(dialog, "Conclusion, inferred from what was measured:"))
              .setText("# It may.");
          return true;
        });
    driver.picture(dialog, "export-statement-light");
    driver.press(dialog, "Finish");
    Driver.await(
        "the report's files",
        () -> Files.exists(out.resolve("results.json")) && Files.exists(out.resolve("report.pdf")));
    assertThat(out.resolve("report.html"))
        .content()
        .contains("DRAFT – not signed off", "Does it obey?", "# It may.");
    assertThat(out.resolve("report.html")).exists();
    assertThat(out.resolve("report.pdf")).exists();
    Driver.await("the report", () -> driver.ui(() -> labels().contains("Reports  2")));
  }

  @Test
  @Order(13)
  void saysInPlaceThatAReportIsNotKept() {
    driver.ui(
        () -> {
          expand(item("Reports"));
          TreeItem report = item("Reports").getItem(0);
          cases().setSelection(report);
          Event event = new Event();
          event.item = report;
          cases().notifyListeners(SWT.Selection, event);
          cases().notifyListeners(SWT.DefaultSelection, event);
          return true;
        });
    Driver.await(
        "the notice",
        () -> words(driver.ui(Driver::window)).contains("the case does not keep a copy"));
    driver.picture(driver.ui(Driver::window), "notice-light");
  }

  @Test
  @Order(14)
  void keepsWhatIsSetForProcesses() {
    Shell dialog = preferences("org.pentimento.workbench.processes");
    driver.picture(dialog, "preferences-processes-light");
    driver.ui(
        () -> {
          spinner(dialog, "How many threads").setSelection(3);
          Spinner memory = spinner(dialog, "Share of the machine");
          memory.setSelection(40);
          memory.notifyListeners(SWT.Selection, new Event());
          ((Combo) behind(dialog, "Device:")).setText("gpu");
          return true;
        });
    assertThat(words(dialog)).contains("The device is auto, cpu or cuda:N");
    driver.ui(
        () -> {
          ((Combo) behind(dialog, "Device:")).setText("cpu");
          return true;
        });
    driver.press(dialog, "Apply and Close");
    Driver.await("the settings", () -> ChildSettings.current().device().equals("cpu"));
    assertThat(ChildSettings.current()).isEqualTo(new ChildSettings("cpu", 3, 40, 0));
  }

  @Test
  @Order(15)
  void showsWhatAModelDrawsBeforeItIsTakenIn() throws Exception {
    Shell dialog = model("nchw-unit-rgb.onnx");
    assertThat(driver.ui(() -> ((Combo) behind(dialog, "Format:")).getText()))
        .isEqualTo("ONNX network: ONNX network");
    driver.picture(dialog, "import-model-light");
    tryModel(dialog, "suspect");
    Driver.await("the trial", () -> driver.ui(() -> table(dialog, "Assumed").getItemCount() > 0));
    String assumed = driver.ui(() -> rows(table(dialog, "Assumed")));
    assertThat(assumed).contains("layout: channel by channel", "range: ", "output: sketch");
    assertThat(words(dialog)).contains("Recognised: ONNX network", "Locked in: ");
    driver.picture(dialog, "import-model-trial-light");

    driver.press(dialog, "< Back");
    driver.settle();
    driver.press(dialog, "< Back");
    driver.settle();
    driver.ui(() -> choose(dialog, "Range of the photo:", "-1..1"));
    tryModel(dialog, "suspect");
    Driver.await(
        "another trial", () -> driver.ui(() -> table(dialog, "Assumed").getItemCount() > 0));
    assertThat(driver.ui(() -> rows(table(dialog, "Assumed"))))
        .as("what a person has set is not assumed")
        .doesNotContain("\nrange: ");
    try (CaseFile file = CaseFile.openForReading(target)) {
      assertThat(file.models()).as("nothing happens before Finish").isEmpty();
    }
    driver.press(dialog, "Finish");
    Driver.await("the model", () -> driver.ui(() -> labels().contains("Models  1")));
    try (CaseFile file = CaseFile.openForReading(target)) {
      assertThat(file.model("suspect").orElseThrow().settings())
          .containsEntry("range", "-1..1")
          .containsEntry("layout", "nchw");
    }
  }

  @Test
  @Order(16)
  void auditsAnImportedModel() {
    driver.ui(
        () -> {
          TreeItem group = cases().getItem(0).getItem(4);
          expand(group);
          choose(group.getItem(0));
          return true;
        });
    assertThat(driver.ui(this::menu)).contains("Audit This Model …").doesNotContain("Open");
    Driver.display()
        .asyncExec(
            () -> {
              Event event = new Event();
              event.item = cases().getSelection()[0];
              cases().notifyListeners(SWT.DefaultSelection, event); // a double click
            });
    Shell dialog = driver.dialog("New Audit");
    driver.picture(dialog, "audit-model-light");
    assertThat(
            driver.ui(
                () ->
                    driver
                        .control(dialog, org.eclipse.swt.widgets.List.class, l -> true)
                        .getSelection()))
        .containsExactly("Model suspect");
    assertThat(driver.ui(() -> ((Combo) behind(dialog, "Case folder:")).getText()))
        .isEqualTo(target.toString());
    driver.press(dialog, "Finish");
    Driver.await("the plan", () -> driver.ui(() -> Driver.page().getActiveEditor() != null));
    Driver.await("the check", () -> links().contains("The plan is ready to run."));
    driver.ui(() -> tab("Generators and Models"));
    Driver.await("the model in the form", () -> lists().contains("suspect – imported, onnx"));
    driver.picture(driver.ui(Driver::window), "plan-model-light");
    driver.ui(() -> pressLast("Remove"));
    Driver.await("an error", () -> links().contains("generators"));
    driver.command("org.eclipse.ui.edit.undo");
    Driver.await("the check", () -> links().contains("The plan is ready to run."));
    assertThat(lists()).contains("suspect – imported, onnx");
    driver.ui(() -> Driver.page().closeAllEditors(false));
  }

  @Test
  @Order(16)
  void auditsAnImportedDataSet() {
    driver.ui(() -> select("faces of the club"));
    assertThat(driver.ui(this::menu)).contains("Open", "Audit This Data Set …");
    driver.command("org.pentimento.workbench.auditSelected");
    Shell dialog = driver.dialog("New Audit");
    assertThat(
            driver.ui(
                () ->
                    driver
                        .control(dialog, org.eclipse.swt.widgets.List.class, l -> true)
                        .getSelection()))
        .containsExactly("Data set faces of the club");
    driver.press(dialog, "Cancel");
  }

  /** What the menu of the explorer offers for what is selected. */
  private List<String> menu() {
    Menu menu = cases().getMenu();
    menu.notifyListeners(SWT.Show, new Event());
    List<String> items =
        Stream.of(menu.getItems()).map(i -> i.getText().replace("&", "").split("\t")[0]).toList();
    menu.notifyListeners(SWT.Hide, new Event());
    return items;
  }

  private String links() {
    return driver.ui(
        () ->
            driver.controls(Driver.window(), Link.class, Control::isVisible).stream()
                .map(Link::getText)
                .collect(Collectors.joining("\n")));
  }

  private List<String> lists() {
    return driver.ui(
        () ->
            driver
                .controls(Driver.window(), org.eclipse.swt.widgets.List.class, Control::isVisible)
                .stream()
                .flatMap(l -> Stream.of(l.getItems()))
                .toList());
  }

  /** Presses the last of the buttons of a text: that of the lower list. */
  private boolean pressLast(String text) {
    List<Button> buttons =
        driver.controls(
            Driver.window(), Button.class, b -> b.isVisible() && b.getText().equals(text));
    buttons.get(buttons.size() - 1).notifyListeners(SWT.Selection, new Event());
    return true;
  }

  /** Goes to a page of the plan's editor. */
  private boolean tab(String title) {
    CTabFolder tabs =
        driver.control(
            Driver.window(),
            CTabFolder.class,
            f -> f.isVisible() && Stream.of(f.getItems()).anyMatch(i -> i.getText().equals(title)));
    Event event = new Event();
    event.item =
        Stream.of(tabs.getItems()).filter(i -> i.getText().equals(title)).findFirst().orElseThrow();
    tabs.setSelection((CTabItem) event.item);
    tabs.notifyListeners(SWT.Selection, event);
    return true;
  }

  @Test
  @Order(17)
  void tellsInPlaceWhyAModelIsRefused() {
    Shell dialog = model("external-etc.onnx");
    tryModel(dialog, "refused");
    Driver.await("the reason", () -> words(dialog).contains("keeps weights outside itself"));
    assertThat(driver.ui(() -> button(dialog, "Finish").isEnabled())).isFalse();
    driver.picture(dialog, "import-model-refused-light");
    driver.press(dialog, "Cancel");
  }

  private Shell model(String name) {
    Path file =
        Path.of(Driver.context().getProperty("pentimento.screenshots"))
            .resolve("../../../../bundles/model/src/test/resources/org/pentimento/model")
            .resolve(name)
            .normalize();
    driver.command(IMPORT_MODEL, IMPORT_MODEL + ".file", file.toString());
    Shell dialog = driver.dialog("Import Model");
    Driver.await("the format", () -> driver.ui(() -> button(dialog, "Next >").isEnabled()));
    // Where the tests run there may be no bubblewrap; it is used where there is.
    driver.ui(() -> choose(dialog, "Confinement:", "reduced"));
    return dialog;
  }

  private boolean choose(Shell dialog, String label, String value) {
    Combo combo = (Combo) behind(dialog, label);
    combo.setText(value);
    combo.notifyListeners(SWT.Selection, new Event());
    return true;
  }

  private void tryModel(Shell dialog, String name) {
    driver.press(dialog, "Next >");
    driver.settle();
    driver.ui(
        () -> {
          ((Combo) behind(dialog, "Case folder:")).setText(target.toString());
          ((Text) behind(dialog, "Name in the case:")).setText(name);
          return true;
        });
    Driver.await("the case", () -> driver.ui(() -> button(dialog, "Next >").isEnabled()));
    driver.press(dialog, "Next >");
  }

  private static String rows(Table table) {
    return Stream.of(table.getItems())
        .map(i -> "\n" + i.getText(0) + ": " + i.getText(1))
        .collect(Collectors.joining());
  }

  @Test
  @Order(18)
  void isAsDarkAsIsChosen() {
    Shell dialog = preferences("org.pentimento.workbench.appearance");
    driver.picture(dialog, "preferences-appearance-light");
    driver.ui(
        () -> {
          for (Button button : driver.controls(dialog, Button.class, b -> true)) {
            if (List.of("Dark", "Light", "As the desktop").contains(button.getText())) {
              button.setSelection(button.getText().equals("Dark"));
            }
          }
          return true;
        });
    driver.press(dialog, "Apply and Close");
    Driver.await("the dark theme", () -> driver.ui(() -> cases().getBackground().getRed() < 90));
    assertThat(ThemeChoice.current()).isEqualTo(ThemeChoice.DARK);
    for (String page : List.of("appearance", "processes", "folders")) {
      Shell dark = preferences("org.pentimento.workbench." + page);
      driver.picture(dark, "preferences-" + page + "-dark");
      driver.press(dark, "Cancel");
      driver.settle();
    }
    Shell keys = preferences("org.eclipse.ui.preferencePages.Keys");
    driver.picture(keys, "preferences-keys-dark");
    driver.press(keys, "Cancel");
    driver.settle();
    Shell pairs = importPairs();
    driver.picture(pairs, "import-pairs-dark");
    driver.press(pairs, "Cancel");
    driver.settle();
    Shell model = model("nchw-unit-rgb.onnx");
    driver.picture(model, "import-model-dark");
    tryModel(model, "another");
    Driver.await("the trial", () -> driver.ui(() -> table(model, "Assumed").getItemCount() > 0));
    driver.picture(model, "import-model-trial-dark");
    driver.press(model, "Cancel");
    driver.settle();
    Shell what = export(target, "Poisoned copy of a data set");
    driver.picture(what, "export-what-dark");
    driver.press(what, "Next >");
    driver.settle();
    driver.settle();
    driver.picture(what, "export-copy-dark");
    driver.press(what, "Cancel");
    driver.settle();
    Shell trained = export(caseFolder, "Model");
    driver.press(trained, "Next >");
    driver.settle();
    driver.picture(trained, "export-model-dark");
    driver.press(trained, "Cancel");
    driver.ui(() -> Driver.page().showView("org.pentimento.workbench.properties"));
    driver.ui(() -> select("faces of the club"));
    driver.settle();
    driver.picture(driver.ui(Driver::window), "properties-dark");
    driver.ui(
        () -> {
          ThemeChoice.SYSTEM.choose();
          return true;
        });
    Driver.await("the light theme", () -> driver.ui(() -> cases().getBackground().getRed() > 200));
    driver.settle();
    driver.picture(driver.ui(Driver::window), "light-again");
    Driver.await(
        "dark ink on it",
        () ->
            driver.ui(
                () -> {
                  assertThat(
                          driver
                              .controls(
                                  Driver.window(),
                                  Label.class,
                                  l -> l.isVisible() && l.getForeground().getRed() >= 150)
                              .stream()
                              .map(l -> l.getText() + " " + l.getForeground())
                              .toList())
                      .isEmpty();
                  return true;
                }));
  }

  @Test
  @Order(19)
  void saysThatACaseVanished() throws Exception {
    Path moved = folder.resolve("elsewhere.case");
    Files.move(caseFolder, moved);
    Driver.await(
        "the reason",
        () ->
            driver.ui(
                () -> labels().stream().anyMatch(l -> l.equals("first look  cannot be opened"))));
    driver.picture(driver.ui(Driver::window), "vanished-light");
    Files.move(moved, caseFolder);
    Driver.await("the case again", () -> driver.ui(() -> labels().contains("Runs  2")));
  }

  private Shell export(Path of, String what) {
    driver.command(EXPORT, EXPORT + ".case", of.toString());
    Shell dialog = driver.dialog("Export");
    driver.ui(
        () -> {
          for (Button button : driver.controls(dialog, Button.class, Button::isVisible)) {
            if ((button.getStyle() & SWT.RADIO) != 0) {
              button.setSelection(button.getText().replace("&", "").equals(what));
              if (button.getSelection()) {
                button.notifyListeners(SWT.Selection, new Event());
              }
            }
          }
          return true;
        });
    return dialog;
  }

  private Shell preferences(String page) {
    Driver.display()
        .asyncExec(
            () ->
                PreferencesUtil.createPreferenceDialogOn(Driver.window(), page, null, null).open());
    Shell dialog = driver.dialog("Preferences");
    driver.settle();
    return dialog;
  }

  private Spinner spinner(Shell dialog, String tip) {
    return driver.control(
        dialog,
        Spinner.class,
        s -> s.isVisible() && String.valueOf(s.getToolTipText()).startsWith(tip));
  }

  private Button button(Shell dialog, String text) {
    return driver.control(
        dialog, Button.class, b -> b.isVisible() && b.getText().replace("&", "").equals(text));
  }

  private Combo layout(Shell dialog) {
    return (Combo) behind(dialog, "Layout:");
  }

  private Table table(Shell dialog, String first) {
    return driver.control(
        dialog,
        Table.class,
        t -> t.isVisible() && t.getColumnCount() > 0 && t.getColumn(0).getText().equals(first));
  }

  /** The control behind a label, ampersands aside. */
  private Control behind(Shell dialog, String label) {
    Label before =
        driver.control(
            dialog, Label.class, l -> l.isVisible() && l.getText().replace("&", "").equals(label));
    Control[] siblings = before.getParent().getChildren();
    return siblings[List.of(siblings).indexOf(before) + 1];
  }

  /** All that can be read in labels and texts. */
  private String words(Shell root) {
    return driver.ui(
        () -> {
          List<String> words = new ArrayList<>();
          driver
              .controls(root, Label.class, Control::isVisible)
              .forEach(l -> words.add(l.getText()));
          driver
              .controls(root, Text.class, Control::isVisible)
              .forEach(t -> words.add(t.getText()));
          return String.join("\n", words);
        });
  }

  private Tree cases() {
    return driver.control(
        Driver.window(), Tree.class, t -> t.isVisible() && t.getColumnCount() == 0);
  }

  private List<String> labels() {
    List<String> labels = new ArrayList<>();
    for (TreeItem item : cases().getItems()) {
      labels.add(item.getText());
      for (TreeItem child : item.getItems()) {
        labels.add(child.getText());
      }
    }
    return labels;
  }

  /** The last case or group whose words begin so. */
  private TreeItem item(String start) {
    TreeItem found = null;
    for (TreeItem item : cases().getItems()) {
      found = item.getText().startsWith(start) ? item : found;
      for (TreeItem child : item.getItems()) {
        found = child.getText().startsWith(start) ? child : found;
      }
    }
    if (found == null) {
      throw new AssertionError("nothing begins with " + start + " among " + labels());
    }
    return found;
  }

  private void expand(TreeItem item) {
    Event expand = new Event();
    expand.item = item;
    cases().notifyListeners(SWT.Expand, expand);
    item.setExpanded(true);
  }

  /** Selects a data set of the first case. */
  private boolean select(String start) {
    TreeItem group = cases().getItem(0).getItem(0);
    expand(group);
    for (TreeItem item : group.getItems()) {
      if (item.getText().startsWith(start)) {
        choose(item);
        return true;
      }
    }
    throw new AssertionError("no data set " + start);
  }

  /** Selects something in the explorer. */
  private void choose(TreeItem item) {
    Driver.page().activate(Driver.page().findView("org.pentimento.workbench.explorer"));
    cases().setSelection(item);
    Event event = new Event();
    event.item = item;
    cases().notifyListeners(SWT.Selection, event);
  }

  /** The rows of the view of properties. */
  private String facts() {
    Tree tree =
        driver.control(
            Driver.window(),
            Tree.class,
            t ->
                t.isVisible()
                    && t.getColumnCount() == 2
                    && t.getColumn(0).getText().equals("Property"));
    StringBuilder facts = new StringBuilder();
    for (TreeItem section : tree.getItems()) {
      facts.append(section.getText()).append('\n');
      for (TreeItem fact : section.getItems()) {
        facts.append(fact.getText(0)).append(": ").append(fact.getText(1)).append('\n');
      }
    }
    return facts.toString();
  }
}
