package org.pentimento.tests.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.casefile.event.Named;
import org.pentimento.workbench.cases.OpenCases;

/** What can be done to the things in the tree, the search in cases, and cases opened before. */
@ExtendWith(OpenWindow.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TreeWindowTest {
  private static final String RENAME = "org.pentimento.workbench.rename";
  private static final String DUPLICATE = "org.pentimento.workbench.duplicate";
  private static final String DELETE = "org.pentimento.workbench.delete";
  private static final String SEARCH = "org.pentimento.workbench.search";

  private Driver driver;
  private Path caseFolder;
  private CaseTree tree;

  @BeforeAll
  void open(@TempDir Path temporary, Driver opened) throws Exception {
    driver = opened;
    tree = new CaseTree(driver);
    caseFolder = temporary.toRealPath().resolve("harbour.case");
    MadeUpCase.write(caseFolder);
    driver.openCase(caseFolder);
    Driver.await("the case", () -> tree.rows().contains("Runs  2"));
  }

  @Test
  @Order(1)
  void whatIsRecordedIsGivenANameAndKeepsItsOwn() throws Exception {
    tree.select("Runs", row -> row.startsWith(MadeUpCase.RUN_NAME));
    assertThat(tree.menu())
        .contains("Run", "Duplicate Plan", "Rename …")
        .doesNotContain("Delete Draft …");
    driver.command("org.pentimento.workbench.open");
    Driver.await("its editor", () -> title().startsWith(MadeUpCase.RUN_NAME));
    tree.select("Runs", row -> row.startsWith(MadeUpCase.RUN_NAME));
    driver.command(RENAME);
    Shell dialog = driver.dialog("Rename");
    driver.ui(
        () -> {
          driver.field(dialog, "Shown as:").setText("Pilot");
          return true;
        });
    driver.picture(dialog, "rename-light");
    driver.press(dialog, "Record");
    Driver.await(
        "both names in the tree",
        () -> tree.rows().contains("Pilot  recorded as " + MadeUpCase.RUN_NAME + ", finished"));
    Driver.await("the tab", () -> title().startsWith("Pilot"));
    assertThat(MadeUpCase.lastEntry(caseFolder).as(Named.class))
        .contains(new Named(new Named.Thing(Named.Kind.RUN, "r1"), "Pilot"));
    driver.picture(driver.ui(Driver::window), "renamed-light");
    driver.ui(() -> Driver.page().closeAllEditors(false));
  }

  @Test
  @Order(2)
  void onlyDraftsAreDeleted() throws Exception {
    long before = entries();
    tree.select("Runs", row -> row.startsWith("Pilot"));
    driver.command(DELETE);
    driver.press(driver.dialog("Delete"), "OK");
    tree.select("Runs", row -> row.startsWith("Pilot"));
    driver.command(DUPLICATE);
    Driver.await("the copy", () -> title().startsWith("copy of "));
    driver.ui(() -> Driver.page().closeAllEditors(false));
    tree.select("Plans", row -> row.startsWith("copy of "));
    driver.command(RENAME);
    Shell dialog = driver.dialog("Rename");
    driver.ui(
        () -> {
          driver.control(dialog, Text.class, Text::getEditable).setText("second look");
          return true;
        });
    driver.press(dialog, "OK");
    Driver.await("the draft's name", () -> tree.rows().contains("second look  draft"));
    tree.select("Plans", row -> row.startsWith("second look"));
    assertThat(tree.menu()).contains("Run", "Duplicate Plan", "Rename …", "Delete Draft …");
    driver.command(DELETE);
    driver.press(driver.dialog("Delete"), "Delete");
    Driver.await("no draft", () -> tree.rows().stream().noneMatch(row -> row.endsWith("  draft")));
    assertThat(entries()).as("entries of the log").isEqualTo(before);
  }

  @Test
  @Order(3)
  void everythingInTheCaseIsSearched() {
    driver.command(SEARCH);
    Driver.await("the field", () -> driver.ui(() -> field() != null));
    search("pilot");
    Driver.await(
        "the run", () -> found().contains("Run | Pilot, recorded as " + MadeUpCase.RUN_NAME));
    assertThat(found()).anyMatch(row -> row.startsWith("Log entry | Entry "));
    driver.picture(driver.ui(Driver::window), "search-light");
    search("attack works");
    Driver.await(
        "the finding", () -> found().stream().anyMatch(row -> row.startsWith("Finding | ")));
    driver.ui(
        () -> {
          Table table = hits();
          table.setSelection(0);
          table.notifyListeners(SWT.DefaultSelection, event(table.getItem(0)));
          return true;
        });
    Driver.await("its run", () -> title().startsWith("Pilot"));
    search("no such words at all");
    Driver.await("nothing", () -> found().isEmpty());
    driver.ui(() -> Driver.page().closeAllEditors(false));
  }

  @Test
  @Order(4)
  void theListOfKeysNamesWhatIsBound() {
    driver.command("org.pentimento.workbench.help", "org.pentimento.workbench.help.topic", "keys");
    Driver.await(
        "the keys",
        () ->
            driver.ui(
                () ->
                    driver
                        .controls(Driver.window(), StyledText.class, StyledText::isVisible)
                        .stream()
                        .map(StyledText::getText)
                        .anyMatch(
                            t ->
                                t.contains("Ctrl+Shift+F  Search in Cases")
                                    && t.contains("F2  Rename")
                                    && t.contains("In the tree of cases"))));
    driver.picture(driver.ui(Driver::window), "keys-light");
    driver.ui(
        () -> {
          Driver.page().hideView(Driver.page().findView("org.pentimento.workbench.help"));
          Driver.page().hideView(Driver.page().findView(SEARCH));
          return true;
        });
  }

  @Test
  @Order(5)
  void aCaseThatWasOpenIsOpenedAgain() {
    tree.select("Runs", row -> row.startsWith("Pilot"));
    driver.command("org.pentimento.workbench.closeCase");
    OpenCases cases = PlatformUI.getWorkbench().getService(OpenCases.class);
    Driver.await("no case", () -> cases.all().isEmpty());
    driver.ui(
        () -> {
          item(recent(), caseFolder.getParent().toString())
              .notifyListeners(SWT.Selection, new Event());
          return true;
        });
    Driver.await("the case", () -> tree.rows().contains("Runs  2"));
    driver.ui(
        () -> {
          item(recent(), "Clear List").notifyListeners(SWT.Selection, new Event());
          return true;
        });
    assertThat(driver.ui(() -> item(recent(), "No case was opened yet").isEnabled())).isFalse();
  }

  private static MenuItem item(Menu menu, String words) {
    return Stream.of(menu.getItems())
        .filter(i -> i.getText().replace("&", "").contains(words))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no entry " + words));
  }

  /** The menu Open Recent, filled as if it was opened. */
  private Menu recent() {
    Menu file = shown(item(Driver.window().getMenuBar(), "File").getMenu());
    return shown(item(file, "Open Recent").getMenu());
  }

  private static Menu shown(Menu menu) {
    menu.notifyListeners(SWT.Show, new Event());
    return menu;
  }

  private String title() {
    return driver.ui(
        () ->
            Driver.page().getActiveEditor() == null
                ? ""
                : Driver.page().getActiveEditor().getTitle());
  }

  private Text field() {
    return driver
        .controls(
            Driver.window(),
            Text.class,
            t -> t.isVisible() && t.getMessage().equals("Search in the open cases"))
        .stream()
        .findFirst()
        .orElse(null);
  }

  private void search(String words) {
    driver.ui(
        () -> {
          Driver.page().showView(SEARCH); // an editor that was opened may have taken its place
          field().setText(words);
          return true;
        });
  }

  private Table hits() {
    return driver.control(
        Driver.window(),
        Table.class,
        t ->
            t.isVisible()
                && t.getColumnCount() == 4
                && t.getColumn(2).getText().equals("Found in"));
  }

  private List<String> found() {
    return driver.ui(
        () ->
            Stream.of(hits().getItems())
                .map((TableItem i) -> i.getText(0) + " | " + i.getText(1))
                .toList());
  }

  private long entries() throws Exception {
    return MadeUpCase.lastEntry(caseFolder).number();
  }

  private static Event event(org.eclipse.swt.widgets.Item item) {
    Event event = new Event();
    event.item = item;
    return event;
  }
}
