package org.pentimento.tests.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
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
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
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
import org.pentimento.casefile.event.Named;
import org.pentimento.casefile.log.Entry;
import org.pentimento.workbench.cases.OpenCases;

/** What can be done to the things in the tree, the search in cases, and cases opened before. */
@ExtendWith(OpenWindow.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TreeWindowTest {
  private static final String OPEN = "org.pentimento.workbench.openCase";
  private static final String RENAME = "org.pentimento.workbench.rename";
  private static final String DUPLICATE = "org.pentimento.workbench.duplicate";
  private static final String DELETE = "org.pentimento.workbench.delete";
  private static final String SEARCH = "org.pentimento.workbench.search";

  private Driver driver;
  private Path caseFolder;

  @BeforeAll
  void open(@TempDir Path temporary, Driver opened) throws Exception {
    driver = opened;
    caseFolder = temporary.toRealPath().resolve("harbour.case");
    MadeUpCase.write(caseFolder);
    driver.command(OPEN, OPEN + ".folder", caseFolder.toString());
    Driver.await("the case", () -> rows().contains("Runs  2"));
  }

  @Test
  @Order(1)
  void whatIsRecordedIsGivenANameAndKeepsItsOwn() throws Exception {
    select("Runs", row -> row.startsWith(MadeUpCase.RUN_NAME));
    assertThat(menu())
        .contains("Run", "Duplicate Plan", "Rename …")
        .doesNotContain("Delete Draft …");
    driver.command("org.pentimento.workbench.open");
    Driver.await("its editor", () -> title().startsWith(MadeUpCase.RUN_NAME));
    select("Runs", row -> row.startsWith(MadeUpCase.RUN_NAME));
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
        () -> rows().contains("Pilot  recorded as " + MadeUpCase.RUN_NAME + ", finished"));
    Driver.await("the tab", () -> title().startsWith("Pilot"));
    assertThat(last().as(Named.class))
        .contains(new Named(new Named.Thing(Named.Kind.RUN, "r1"), "Pilot"));
    driver.picture(driver.ui(Driver::window), "renamed-light");
    driver.ui(() -> Driver.page().closeAllEditors(false));
  }

  @Test
  @Order(2)
  void onlyDraftsAreDeleted() throws Exception {
    long before = entries();
    select("Runs", row -> row.startsWith("Pilot"));
    driver.command(DELETE);
    driver.press(driver.dialog("Delete"), "OK");
    select("Runs", row -> row.startsWith("Pilot"));
    driver.command(DUPLICATE);
    Driver.await("the copy", () -> title().startsWith("copy of "));
    driver.ui(() -> Driver.page().closeAllEditors(false));
    select("Plans", row -> row.startsWith("copy of "));
    driver.command(RENAME);
    Shell dialog = driver.dialog("Rename");
    driver.ui(
        () -> {
          driver.control(dialog, Text.class, Text::getEditable).setText("second look");
          return true;
        });
    driver.press(dialog, "OK");
    Driver.await("the draft's name", () -> rows().contains("second look  draft"));
    select("Plans", row -> row.startsWith("second look"));
    assertThat(menu()).contains("Run", "Duplicate Plan", "Rename …", "Delete Draft …");
    driver.command(DELETE);
    driver.press(driver.dialog("Delete"), "Delete");
    Driver.await("no draft", () -> rows().stream().noneMatch(row -> row.endsWith("  draft")));
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
    select("Runs", row -> row.startsWith("Pilot"));
    driver.command("org.pentimento.workbench.closeCase");
    OpenCases cases = PlatformUI.getWorkbench().getService(OpenCases.class);
    Driver.await("no case", () -> cases.all().isEmpty());
    driver.ui(
        () -> {
          item(recent(), caseFolder.getParent().toString())
              .notifyListeners(SWT.Selection, new Event());
          return true;
        });
    Driver.await("the case", () -> rows().contains("Runs  2"));
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

  private Entry last() throws Exception {
    try (CaseFile file = CaseFile.openForReading(caseFolder)) {
      List<Entry> entries = file.entries();
      return entries.get(entries.size() - 1);
    }
  }

  private long entries() throws Exception {
    return last().number();
  }

  private Tree tree() {
    return driver.control(
        Driver.window(), Tree.class, t -> t.isVisible() && t.getColumnCount() == 0);
  }

  private void select(String group, Predicate<String> fits) {
    driver.ui(
        () -> {
          TreeItem found =
              Stream.of(expanded(tree().getItem(0)).getItems())
                  .filter(i -> i.getText().startsWith(group))
                  .flatMap(i -> Stream.of(expanded(i).getItems()))
                  .filter(i -> fits.test(i.getText()))
                  .findFirst()
                  .orElseThrow();
          Driver.page().activate(Driver.page().findView("org.pentimento.workbench.explorer"));
          tree().setSelection(found);
          tree().notifyListeners(SWT.Selection, event(found));
          return true;
        });
  }

  private static Event event(org.eclipse.swt.widgets.Item item) {
    Event event = new Event();
    event.item = item;
    return event;
  }

  private List<String> menu() {
    return driver.ui(
        () -> {
          Menu menu = shown(tree().getMenu());
          List<String> words =
              Stream.of(menu.getItems())
                  .map(i -> i.getText().replace("&", "").replaceFirst("\t.*", ""))
                  .toList();
          menu.notifyListeners(SWT.Hide, new Event());
          return words;
        });
  }

  private TreeItem expanded(TreeItem item) {
    tree().notifyListeners(SWT.Expand, event(item));
    item.setExpanded(true);
    return item;
  }

  /** All rows of the first case. */
  private List<String> rows() {
    return driver.ui(
        () -> {
          List<String> rows = new ArrayList<>();
          if (tree().getItemCount() == 0) {
            return rows;
          }
          for (TreeItem group : expanded(tree().getItem(0)).getItems()) {
            rows.add(group.getText());
            Stream.of(expanded(group).getItems()).map(TreeItem::getText).forEach(rows::add);
          }
          return rows;
        });
  }
}
