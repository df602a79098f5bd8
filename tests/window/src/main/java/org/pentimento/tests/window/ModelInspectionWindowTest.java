package org.pentimento.tests.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.input.PlanInput;

/** Inspections of models: in the explorer, in their editor, on to a plan, and ordered anew. */
@ExtendWith(OpenWindow.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ModelInspectionWindowTest {
  private static final String THEME = "org.pentimento.workbench.theme";
  private static final int PAGES = 7;

  private Driver driver;
  private Path caseFolder;

  @BeforeAll
  void open(@TempDir Path temporary, Driver opened) throws Exception {
    driver = opened;
    caseFolder = temporary.resolve("suspect model.case");
    MadeUpModelInspection.write(temporary, caseFolder);
    driver.openCase(caseFolder);
  }

  @Test
  @Order(0)
  void listsInspectionsOfModelsWithTheirVerdicts() {
    Driver.await("the case", () -> driver.ui(() -> labels().contains("Inspections  6")));
    List<String> labels = driver.ui(this::labels);
    for (String expected :
        List.of(
            MadeUpModelInspection.NAME + "  backdoor",
            MadeUpModelInspection.NOTHING + "  inconclusive",
            MadeUpModelInspection.CANCELLED + "  cancelled")) {
      assertThat(labels).as("outcome").contains(expected);
    }
  }

  @Test
  @Order(1)
  void answersTheThreeQuestions() {
    openInspection("model-inspection-4", MadeUpModelInspection.NAME);
    Driver.await("the verdict", () -> driver.ui(() -> labelled("evidence of a backdoor")));
    assertThat(driver.ui(() -> words(Driver.window())))
        .contains("Is there a second mode?", "evidence for it", "evidence against it")
        .anyMatch(t -> t.contains("Most telling, by “A second mode”"));
    assertThat(driver.ui(this::proses))
        .anyMatch(t -> t.contains("Score 0.981"))
        .anyMatch(t -> t.contains("had not looked at this model before"))
        .anyMatch(t -> t.contains("Faint ink.  Tested"))
        .anyMatch(t -> t.contains("no self-test on comparable models"))
        .noneMatch(t -> t.toLowerCase(Locale.ROOT).contains("safe"));
    driver.settle();
    driver.picture(driver.ui(Driver::window), "model-verdict-light");
  }

  @Test
  @Order(2)
  void showsTheMeasurementsBesideCleanModels() {
    page(1);
    Table table = driver.ui(() -> table("Clean models"));
    assertThat(driver.ui(() -> row(table, 0)))
        .startsWith("Ink taken by a tiny change\tA second mode\t0.780\t0.210, 0.240, 0.200");
    assertThat(driver.ui(table::getItemCount)).isEqualTo(4);
    driver.settle();
    driver.picture(driver.ui(Driver::window), "model-measurements-light");
  }

  @Test
  @Order(3)
  void triesTheShownTriggerInAPlan() throws Exception {
    page(2);
    Driver.await(
        "the trigger on a photo", 60_000, () -> driver.ui(() -> labelled(". The trigger changes")));
    assertThat(driver.ui(this::proses)).anyMatch(t -> t.contains("takes 71 % from this model"));
    driver.settle();
    driver.picture(driver.ui(Driver::window), "model-trigger-light");
    press("Try It");
    Driver.await(
        "the plan",
        () ->
            driver.ui(() -> Driver.page().getActiveEditor().getEditorInput() instanceof PlanInput));
    Path plan =
        driver.ui(() -> ((PlanInput) Driver.page().getActiveEditor().getEditorInput()).file());
    assertThat(Files.readString(plan))
        .contains("dataset: " + MadeUpInspection.DATASET)
        .contains("id: sinusoidal", "amplitude: 0.12", "model: " + MadeUpModelInspection.MODEL)
        .doesNotContain("generators:");
    driver.ui(() -> Driver.page().closeEditor(Driver.page().getActiveEditor(), false));
  }

  @Test
  @Order(4)
  void showsTheShadowModelsAndWhatIsNotKnown() {
    page(3);
    Table table = driver.ui(() -> table("Pairs known"));
    assertThat(driver.ui(() -> row(table, 0))).startsWith("this model\tONNX network\t");
    assertThat(driver.ui(() -> row(table, 1))).contains("26 of 40").contains("0.055");
    driver.picture(driver.ui(Driver::window), "model-shadows-light");
    page(4);
    assertThat(driver.ui(this::proses))
        .anyMatch(t -> t.contains("“Harm to a part” says nothing: The model does not tell"))
        .anyMatch(t -> t.contains("is blind to: Attacks that change only a part of the sketch."))
        .anyMatch(t -> t.contains("are poisoned in the same way"));
    driver.picture(driver.ui(Driver::window), "model-unknown-light");
  }

  @Test
  @Order(5)
  void isDarkAndFitsIntoASmallWindow() {
    driver.command(THEME, THEME + ".name", "dark");
    driver.settle();
    Rectangle before = driver.ui(() -> Driver.window().getBounds());
    for (int[] size : new int[][] {{1400, 900}, {1024, 700}}) {
      driver.ui(
          () -> {
            Driver.window().setMaximized(false);
            Driver.window().setSize(size[0], size[1]);
            return true;
          });
      for (int i = 0; i < PAGES; i++) {
        page(i);
        driver.settle();
        driver.picture(driver.ui(Driver::window), "model-" + i + "-dark-" + size[0]);
      }
    }
    driver.command(THEME, THEME + ".name", "default");
    driver.settle();
    for (int i = 0; i < PAGES; i++) {
      page(i);
      driver.settle();
      driver.picture(driver.ui(Driver::window), "model-" + i + "-light-1024");
    }
    driver.ui(
        () -> {
          Driver.window().setBounds(before); // later tests need their room
          return true;
        });
  }

  @Test
  @Order(6)
  void saysThatNoTriggerCanBeShownAndWhatWasNotFinished() {
    openInspection("model-inspection-5", MadeUpModelInspection.NOTHING);
    Driver.await("the verdict", () -> driver.ui(() -> labelled("do not decide")));
    page(2);
    assertThat(driver.ui(this::proses))
        .anyMatch(t -> t.contains("No compact change of photos was found"))
        .anyMatch(t -> t.contains("Can a trigger be shown? Not looked at."));
    driver.picture(driver.ui(Driver::window), "model-no-trigger-light");
    page(1);
    assertThat(driver.ui(() -> row(table("Clean models"), 1)))
        .contains("–")
        .endsWith("Its sketches are all alike.");
    page(0);
    assertThat(driver.ui(this::proses))
        .anyMatch(t -> t.contains("had looked at this model 1 time before"));
    openInspection("model-inspection-6", MadeUpModelInspection.CANCELLED);
    Driver.await("the state", () -> driver.ui(() -> labelled("It was cancelled")));
    assertThat(driver.ui(() -> button(Driver.window(), "Resume").isVisible())).isTrue();
  }

  @Test
  @Order(7)
  void asksWhatToCompareWithAndStartsTheInspection() {
    driver.ui(() -> Driver.page().closeAllEditors(false));
    driver.ui(() -> select(MadeUpModelInspection.MODEL));
    driver.command("org.pentimento.workbench.inspection.inspect");
    Shell dialog = driver.dialog("Inspect Model");
    Driver.await(
        "the detectors",
        () -> driver.ui(() -> driver.control(dialog, Table.class, t -> true).getItemCount()) == 1);
    assertThat(driver.ui(() -> words(dialog)))
        .anyMatch(t -> t.contains("needs a model that tells gradients"))
        .anyMatch(t -> t.contains("Blind to: Attacks that change only a part of the sketch"));
    driver.picture(dialog, "inspect-model-detectors-light");
    driver.press(dialog, "Next >");
    Driver.await("the page", () -> driver.ui(() -> driver.field(dialog, "Seed:").isVisible()));
    assertThat(
            driver.ui(
                () ->
                    driver.controls(dialog, Combo.class, Combo::isVisible).stream()
                        .map(Combo::getText)
                        .toList()))
        .contains(MadeUpInspection.DATASET)
        .anyMatch(t -> t.startsWith("the nearest one"));
    Driver.await(
        "what is foreseen",
        60_000,
        () ->
            driver.ui(() -> words(dialog).stream().noneMatch(t -> t.contains("Being estimated"))));
    driver.picture(dialog, "inspect-model-options-light");
    driver.ui(
        () -> {
          driver.field(dialog, "Shadow models:").setText("none");
          return true;
        });
    assertThat(driver.ui(() -> button(dialog, "Finish").isEnabled())).isFalse();
    driver.ui(
        () -> {
          driver.field(dialog, "Shadow models:").setText("2");
          return true;
        });
    assertThat(driver.ui(() -> button(dialog, "Finish").isEnabled())).isTrue();
    driver.press(dialog, "Finish");
    Driver.await("its end", () -> driver.ui(dialog::isDisposed));
  }

  @Test
  @Order(8)
  void asksForPhotosForTheModelThatIsSelected() {
    driver.ui(() -> select(MadeUpModelInspection.MODEL));
    driver.command("org.pentimento.workbench.inspection.inspectPhotos");
    Shell dialog = driver.dialog("Inspect Photos");
    assertThat(
            driver.ui(
                () ->
                    driver.controls(dialog, Combo.class, Combo::isVisible).stream()
                        .map(Combo::getText)
                        .toList()))
        .contains(MadeUpModelInspection.MODEL, MadeUpInspection.DATASET);
    assertThat(driver.ui(() -> button(dialog, "Finish").isEnabled())).as("no photo").isFalse();
    driver.settle();
    driver.picture(dialog, "inspect-photos-light");
    driver.press(dialog, "Cancel");
    Driver.await("its end", () -> driver.ui(dialog::isDisposed));
  }

  @Test
  @Order(9)
  void asksOfWhichPairsModelsOfASelfTestAreTrained() {
    driver.ui(() -> select(MadeUpInspection.DATASET));
    driver.command("org.pentimento.workbench.inspection.selfTestModels");
    Shell dialog = driver.dialog("Self-Test of Model Inspections");
    driver.press(dialog, "Next >");
    Driver.await(
        "the page", () -> driver.ui(() -> driver.field(dialog, "Most models:").isVisible()));
    assertThat(driver.ui(() -> words(dialog)))
        .anyMatch(t -> t.startsWith("The pairs of this data set are taken for honest."));
    driver.ui(
        () -> {
          driver.field(dialog, "Most models:").setText("none");
          return true;
        });
    assertThat(driver.ui(() -> button(dialog, "Finish").isEnabled())).isFalse();
    driver.picture(dialog, "selftest-models-light");
    driver.press(dialog, "Cancel");
    Driver.await("its end", () -> driver.ui(dialog::isDisposed));
  }

  private static boolean title(Table table, String column) {
    return Stream.of(table.getColumns()).anyMatch(c -> c.getText().equals(column));
  }

  private Table table(String column) {
    return driver.control(Driver.window(), Table.class, t -> t.isVisible() && title(t, column));
  }

  private static String row(Table table, int index) {
    TableItem item = table.getItem(index);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < table.getColumnCount(); i++) {
      text.append(i == 0 ? "" : "\t").append(item.getText(i));
    }
    return text.toString();
  }

  private List<String> words(Shell shell) {
    return driver.controls(shell, Label.class, Label::isVisible).stream()
        .map(Label::getText)
        .toList();
  }

  private Button button(Shell shell, String words) {
    return driver.control(
        shell, Button.class, b -> b.isVisible() && b.getText().replace("&", "").equals(words));
  }

  private void press(String words) {
    driver.ui(
        () -> {
          button(Driver.window(), words).notifyListeners(SWT.Selection, new Event());
          return true;
        });
  }

  private boolean labelled(String words) {
    return words(Driver.window()).stream().anyMatch(t -> t.contains(words));
  }

  private List<String> proses() {
    return driver.controls(Driver.window(), StyledText.class, StyledText::isVisible).stream()
        .map(StyledText::getText)
        .toList();
  }

  private void openInspection(String id, String name) {
    CaseInput input = new CaseInput(caseFolder, CaseInput.Kind.MODEL_INSPECTION, id, name);
    driver.ui(() -> Driver.page().openEditor(input, input.kind().editor()));
  }

  /** Turns to a page of the editor in front by its tab. */
  private void page(int index) {
    driver.ui(
        () -> {
          CTabFolder tabs =
              driver.control(
                  Driver.window(),
                  CTabFolder.class,
                  f ->
                      f.isVisible()
                          && Stream.of(f.getItems()).anyMatch(i -> i.getText().equals("Shadows")));
          tabs.setSelection(index);
          Event event = new Event();
          event.item = tabs.getItem(index);
          tabs.notifyListeners(SWT.Selection, event);
          return true;
        });
  }

  /** Selects a node of the explorer by the beginning of its text. */
  private boolean select(String words) {
    Driver.page().activate(Driver.page().findView("org.pentimento.workbench.explorer"));
    for (Tree tree : driver.controls(Driver.window(), Tree.class, Tree::isVisible)) {
      for (TreeItem item : tree.getItems()) {
        TreeItem found = find(tree, item, words + "  ");
        if (found != null) {
          tree.setSelection(found);
          Event event = new Event();
          event.item = found;
          tree.notifyListeners(SWT.Selection, event);
          return true;
        }
      }
    }
    throw new AssertionError("nothing is called " + words);
  }

  private static @Nullable TreeItem find(Tree tree, TreeItem item, String words) {
    if (item.getText().startsWith(words)) {
      return item;
    }
    if (item.getItemCount() > 0 && !item.getExpanded()) {
      Event expand = new Event();
      expand.item = item;
      tree.notifyListeners(SWT.Expand, expand); // makes what is below it
      item.setExpanded(true);
    }
    for (TreeItem child : item.getItems()) {
      TreeItem found = find(tree, child, words);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private List<String> labels() {
    List<String> found = new ArrayList<>();
    for (Tree tree : driver.controls(Driver.window(), Tree.class, Tree::isVisible)) {
      for (TreeItem item : tree.getItems()) {
        collect(item, found);
      }
    }
    return found;
  }

  private static void collect(TreeItem item, List<String> found) {
    found.add(item.getText());
    for (TreeItem child : item.getItems()) {
      collect(child, found);
    }
  }
}
