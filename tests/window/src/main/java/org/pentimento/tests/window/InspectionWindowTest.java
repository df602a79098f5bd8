package org.pentimento.tests.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
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

/** Inspections of data sets: in the explorer, in their editor, and on to a plan. */
@ExtendWith(OpenWindow.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InspectionWindowTest {
  private static final String PAIR_EDITOR = "org.pentimento.workbench.dataset.pair";
  private static final String THEME = "org.pentimento.workbench.theme";

  private Driver driver;
  private Path caseFolder;

  @BeforeAll
  void open(@TempDir Path temporary, Driver opened) throws Exception {
    driver = opened;
    caseFolder = temporary.resolve("inspected.case");
    MadeUpInspection.write(temporary, caseFolder);
    driver.openCase(caseFolder);
  }

  @Test
  @Order(0)
  void listsInspectionsWithTheirVerdicts() {
    Driver.await("the case", () -> driver.ui(() -> labels().contains("Inspections  3")));
    List<String> labels = driver.ui(this::labels);
    for (String expected :
        List.of(
            MadeUpInspection.NAME + "  poisoned, " + MadeUpInspection.POISONED + " flagged",
            MadeUpInspection.NOTHING + "  nothing found",
            MadeUpInspection.CANCELLED + "  cancelled")) {
      assertThat(labels).as("outcome").contains(expected);
    }
  }

  @Test
  @Order(1)
  void saysTheVerdictAndWhatIsNotKnown() {
    openInspection("inspection-1", MadeUpInspection.NAME);
    Driver.await("the verdict", () -> driver.ui(() -> driver.says("are called poisoned")));
    assertThat(driver.ui(this::proses))
        .anyMatch(t -> t.contains("about 0.4 would be"))
        .anyMatch(t -> t.contains("“Worn at the eyes” says nothing"))
        .anyMatch(t -> t.contains("is blind to: Attacks that leave the sketches"))
        .anyMatch(t -> t.toLowerCase(java.util.Locale.ROOT).contains("self-test"));
    driver.picture(driver.ui(Driver::window), "inspection-verdict-light");
  }

  @Test
  @Order(2)
  void ranksPairsWithTheirEvidence() {
    page(1);
    Driver.await("the pairs", () -> rows().size() == 40);
    assertThat(rows().get(0))
        .startsWith(MadeUpInspection.id(3) + "\t3.35\tflagged\tless ink; shared pattern");
    assertThat(driver.ui(this::proses)).anyMatch(t -> t.contains("less ink than its photo"));
    driver.settle();
    driver.picture(driver.ui(Driver::window), "inspection-pairs-light");
  }

  @Test
  @Order(3)
  void filtersSortsAndSearches() {
    choose(0, "Flagged (" + MadeUpInspection.POISONED + ")");
    assertThat(ids()).hasSize(MadeUpInspection.POISONED);
    choose(0, "Quality: near duplicate (2)");
    assertThat(ids()).containsExactlyInAnyOrder(MadeUpInspection.id(6), MadeUpInspection.id(7));
    choose(0, "All pairs (40)");
    choose(1, "By id");
    assertThat(ids()).isSorted().hasSize(40);
    search("-01");
    assertThat(ids()).hasSize(10).allMatch(id -> id.contains("-01"));
    search("nobody");
    assertThat(driver.ui(() -> driver.says("No pair fits"))).isTrue();
    search("");
    choose(1, "Most suspicious first");
  }

  @Test
  @Order(4)
  void opensAPairByKeyboard() {
    key(SWT.HOME, 0);
    key(SWT.ARROW_DOWN, 0);
    Driver.await("its evidence", () -> driver.ui(() -> driver.says(MadeUpInspection.id(11))));
    key(SWT.ARROW_UP, 0);
    key(SWT.CR, 0);
    Driver.await(
        "the pair",
        () ->
            driver.ui(() -> Driver.page().getActiveEditor().getSite().getId()).equals(PAIR_EDITOR));
    driver.ui(() -> Driver.page().closeEditor(Driver.page().getActiveEditor(), false));
  }

  @Test
  @Order(5)
  void showsThePatternAndTriesItsTrigger() {
    page(2);
    Driver.await(
        "the trigger on a photo",
        60_000,
        () -> driver.ui(() -> driver.says("which is not flagged. The trigger changes")));
    driver.picture(driver.ui(Driver::window), "inspection-pattern-light");
    press("Try It");
    Driver.await(
        "the plan",
        () ->
            driver.ui(() -> Driver.page().getActiveEditor().getEditorInput() instanceof PlanInput));
    String plan =
        driver.ui(
            () ->
                java.nio.file.Files.readString(
                    ((PlanInput) Driver.page().getActiveEditor().getEditorInput()).file()));
    assertThat(plan)
        .contains("dataset: " + MadeUpInspection.DATASET)
        .contains("id: sinusoidal")
        .contains("amplitude: 0.12");
    driver.ui(() -> Driver.page().closeEditor(Driver.page().getActiveEditor(), false));
  }

  @Test
  @Order(6)
  void isDarkAndFitsIntoASmallWindow() {
    driver.command(THEME, THEME + ".name", "dark");
    driver.settle();
    for (int i = 0; i < 5; i++) {
      page(i);
      driver.settle();
      driver.picture(driver.ui(Driver::window), "inspection-" + i + "-dark");
    }
    Rectangle before = driver.ui(() -> Driver.window().getBounds());
    driver.ui(
        () -> {
          Driver.window().setMaximized(false);
          Driver.window().setSize(1024, 700);
          return true;
        });
    for (int i = 0; i < 5; i++) {
      page(i);
      driver.settle();
      driver.picture(driver.ui(Driver::window), "inspection-" + i + "-small");
    }
    driver.command(THEME, THEME + ".name", "default");
    driver.ui(
        () -> {
          Driver.window().setBounds(before); // later tests need their room
          return true;
        });
  }

  @Test
  @Order(7)
  void saysWhatNothingIsWorthAndWhatWasNotFinished() {
    openInspection("inspection-2", MadeUpInspection.NOTHING);
    Driver.await("the verdict", () -> driver.ui(() -> driver.says("Nothing was found")));
    page(2);
    assertThat(driver.ui(this::proses))
        .anyMatch(t -> t.contains("No group of photos shares a pattern"));
    driver.picture(driver.ui(Driver::window), "inspection-nothing-light");
    openInspection("inspection-3", MadeUpInspection.CANCELLED);
    Driver.await("the state", () -> driver.ui(() -> driver.says("It was cancelled")));
    driver.picture(driver.ui(Driver::window), "inspection-cancelled-light");
  }

  @Test
  @Order(8)
  void asksWhatToLookForAndStartsTheInspection() {
    driver.ui(() -> Driver.page().closeAllEditors(false));
    driver.ui(() -> select(MadeUpInspection.DATASET));
    driver.command("org.pentimento.workbench.inspection.inspect");
    Shell dialog = driver.dialog("Inspect Data Set");
    Driver.await(
        "the detectors",
        () -> driver.ui(() -> driver.control(dialog, Table.class, t -> true).getItemCount()) == 2);
    assertThat(driver.ui(() -> texts(dialog)))
        .anyMatch(t -> t.contains("Blind to: Attacks that leave the sketches as they are."));
    driver.picture(dialog, "inspect-detectors-light");
    driver.ui(
        () -> {
          Table table = driver.control(dialog, Table.class, t -> true);
          table.getItem(1).setChecked(false);
          Event event = new Event();
          event.item = table.getItem(1);
          event.detail = SWT.CHECK;
          table.notifyListeners(SWT.Selection, event);
          return true;
        });
    assertThat(driver.ui(() -> texts(dialog)))
        .anyMatch(t -> t.contains("It needs 1000 pairs and will say nothing here."));
    driver.press(dialog, "Next >");
    Driver.await(
        "the page", () -> driver.ui(() -> field(dialog, "False alarms in %:").isVisible()));
    Driver.await(
        "what is foreseen",
        60_000,
        () ->
            driver.ui(() -> texts(dialog).stream().noneMatch(t -> t.contains("Being estimated"))));
    driver.picture(dialog, "inspect-options-light");
    driver.ui(
        () -> {
          field(dialog, "False alarms in %:").setText("none");
          return true;
        });
    assertThat(driver.ui(() -> button(dialog, "Finish").isEnabled())).isFalse();
    driver.ui(
        () -> {
          field(dialog, "False alarms in %:").setText("2");
          return true;
        });
    assertThat(driver.ui(() -> button(dialog, "Finish").isEnabled())).isTrue();
    driver.press(dialog, "Finish");
    Driver.await("its end", () -> driver.ui(dialog::isDisposed));
  }

  @Test
  @Order(9)
  void asksInWhichDataToPlantAttacks() {
    driver.ui(() -> select(MadeUpInspection.DATASET));
    driver.command("org.pentimento.workbench.inspection.selfTest");
    Shell dialog = driver.dialog("Self-Test of Inspections");
    driver.press(dialog, "Next >");
    Driver.await("the page", () -> driver.ui(() -> field(dialog, "Most sets:").isVisible()));
    assertThat(driver.ui(() -> texts(dialog)))
        .anyMatch(t -> t.startsWith("The pairs of this data set are taken for honest."));
    driver.picture(dialog, "selftest-options-light");
    driver.press(dialog, "Cancel");
    Driver.await("its end", () -> driver.ui(dialog::isDisposed));
  }

  private List<String> texts(Shell dialog) {
    return driver.controls(dialog, Label.class, Label::isVisible).stream()
        .map(Label::getText)
        .toList();
  }

  private Text field(Shell dialog, String label) {
    return driver.field(dialog, label);
  }

  private Button button(Shell dialog, String words) {
    return driver.control(dialog, Button.class, b -> b.getText().replace("&", "").equals(words));
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

  private void openInspection(String id, String name) {
    CaseInput input = new CaseInput(caseFolder, CaseInput.Kind.INSPECTION, id, name);
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
                  f -> f.isVisible() && Stream.of(f.getItems()).anyMatch(i -> is(i, "Method")));
          tabs.setSelection(index);
          Event event = new Event();
          event.item = tabs.getItem(index);
          tabs.notifyListeners(SWT.Selection, event);
          return true;
        });
  }

  private static boolean is(CTabItem item, String title) {
    return item.getText().equals(title);
  }

  private Canvas pairs() {
    return driver.control(
        Driver.window(),
        Canvas.class,
        c ->
            c.isVisible()
                && c.getClass() == Canvas.class
                && c.getVerticalBar() != null
                && c.getListeners(SWT.MouseDoubleClick).length > 0);
  }

  private void key(int code, int mask) {
    driver.ui(
        () -> {
          Event event = new Event();
          event.keyCode = code;
          event.stateMask = mask;
          pairs().notifyListeners(SWT.KeyDown, event);
          return true;
        });
  }

  /** The pairs that are listed, as they are copied; without the heading. */
  private List<String> rows() {
    key('c', SWT.MOD1 | SWT.MOD2);
    String text =
        driver.ui(
            () -> {
              Clipboard clipboard = new Clipboard(Driver.display());
              Object copied = clipboard.getContents(TextTransfer.getInstance());
              clipboard.dispose();
              return String.valueOf(copied);
            });
    return text.lines().skip(1).toList();
  }

  private List<String> ids() {
    return rows().stream().map(row -> row.split("\t", -1)[0]).toList();
  }

  /** Chooses in one of the two combos above the pairs. */
  private void choose(int which, String item) {
    driver.ui(
        () -> {
          Combo combo = driver.controls(bar(), Combo.class, c -> c.isVisible()).get(which);
          int index = combo.indexOf(item);
          assertThat(index).as(item + " of " + List.of(combo.getItems())).isNotNegative();
          combo.select(index);
          combo.notifyListeners(SWT.Selection, new Event());
          return true;
        });
  }

  /** What holds the choices above the pairs. */
  private Composite bar() {
    return pairs().getParent().getParent();
  }

  private void search(String letters) {
    driver.ui(
        () -> {
          driver.control(bar(), Text.class, t -> t.isVisible()).setText(letters);
          return true;
        });
  }

  private void press(String words) {
    driver.ui(
        () -> {
          driver
              .control(
                  Driver.window(),
                  Button.class,
                  b -> b.isVisible() && b.getText().replace("&", "").equals(words))
              .notifyListeners(SWT.Selection, new Event());
          return true;
        });
  }

  private List<String> proses() {
    return driver.controls(Driver.window(), StyledText.class, t -> t.isVisible()).stream()
        .map(StyledText::getText)
        .toList();
  }

  private List<String> labels() {
    List<String> found = new ArrayList<>();
    for (Tree tree : driver.controls(Driver.window(), Tree.class, t -> t.isVisible())) {
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
