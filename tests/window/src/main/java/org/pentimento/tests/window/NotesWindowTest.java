package org.pentimento.tests.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.Note;
import org.pentimento.casefile.event.ReportWritten;
import org.pentimento.casefile.event.SignOff;
import org.pentimento.casefile.log.Entry;

/** Notes, bookmarks, and a reviewer's word on a report. */
@ExtendWith(OpenWindow.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NotesWindowTest {
  private static final String NOTE = "org.pentimento.workbench.note";
  private static final String VIEW = "org.pentimento.workbench.notes";
  private static final String BOOKMARK = "org.pentimento.workbench.bookmark";

  private Driver driver;
  private Path caseFolder;
  private CaseTree tree;

  @BeforeAll
  void open(@TempDir Path temporary, Driver opened) throws Exception {
    driver = opened;
    tree = new CaseTree(driver);
    caseFolder = temporary.toRealPath().resolve("noted.case");
    MadeUpCase.write(caseFolder);
    driver.openCase(caseFolder);
    Driver.await("the case", () -> tree.rows().contains("Runs  2"));
  }

  @Test
  @Order(1)
  void notesOnARun() throws Exception {
    tree.select("Runs", row -> row.startsWith(MadeUpCase.RUN_NAME));
    driver.command(NOTE);
    Shell dialog = driver.dialog("Note");
    assertThat(driver.ui(() -> button(dialog, "Record").isEnabled())).isFalse();
    type(dialog, "Seed 2 is still to be done.");
    driver.picture(dialog, "note-light");
    driver.press(dialog, "Record");
    Driver.await("its end", () -> driver.ui(dialog::isDisposed));
    Driver.await("the row", () -> notes().contains("Run " + MadeUpCase.RUN_NAME));
    assertThat(MadeUpCase.lastEntry(caseFolder).as(Note.class))
        .contains(
            new Note(new Note.Subject(Note.Kind.RUN, "r1"), "Seed 2 is still to be done.", false));
  }

  @Test
  @Order(2)
  void bookmarksAFinding() throws Exception {
    tree.select("Findings", row -> row.startsWith("The attack works"));
    driver.command(BOOKMARK);
    Driver.await(
        "the star", () -> tree.rows().stream().anyMatch(r -> r.startsWith("★ The attack")));
    Driver.await("the row", () -> notes().stream().anyMatch(n -> n.startsWith("The attack works")));
    driver.picture(driver.ui(Driver::window), "notes-light");
    selectInFindings("The attack works"); // the same finding, met elsewhere
    driver.command(BOOKMARK);
    Driver.await("no star", () -> tree.rows().stream().noneMatch(r -> r.startsWith("★")));
    driver.ui(() -> Driver.page().showView("org.pentimento.workbench.notes"));
    Driver.await("no row", () -> notes().size() == 1);
    assertThat(MadeUpCase.lastEntry(caseFolder).as(Note.class).orElseThrow().bookmark()).isFalse();
  }

  @Test
  @Order(3)
  void theMenuOffersWhatFitsTheSelection() {
    tree.select("Runs", row -> row.startsWith(MadeUpCase.RUN_NAME));
    assertThat(tree.menu()).contains("Open", "Add Note …", "Bookmark");
    driver.command("org.pentimento.workbench.open");
    Driver.await(
        "the run's editor",
        () ->
            driver.ui(
                () ->
                    Driver.page().getActiveEditor() != null
                        && Driver.page()
                            .getActiveEditor()
                            .getTitle()
                            .startsWith(MadeUpCase.RUN_NAME)));
    driver.ui(
        () -> {
          tree.select(tree.tree().getItem(0).getItem(0));
          return true;
        });
    assertThat(tree.menu())
        .as("on a group, while the run's editor is open")
        .contains("Import …", "Properties")
        .doesNotContain("Open", "Add Note …", "Bookmark");
    driver.ui(() -> Driver.page().closeAllEditors(false));
  }

  @Test
  @Order(4)
  void aReviewerSignsAReportOff() throws Exception {
    tree.select("Reports", row -> row.startsWith("Report"));
    driver.command("org.pentimento.workbench.signOff");
    Shell dialog = driver.dialog("Review of a Report");
    driver.ui(
        () -> {
          driver.field(dialog, "Reviewer:").setText("");
          return true;
        });
    assertThat(driver.ui(() -> button(dialog, "Record").isEnabled())).isFalse();
    driver.ui(
        () -> {
          driver.field(dialog, "Reviewer:").setText("B. Second");
          return true;
        });
    assertThat(driver.ui(() -> button(dialog, "Record").isEnabled())).as("no verdict").isFalse();
    driver.ui(
        () -> {
          Button approved = button(dialog, "Approved: I stand by this report");
          approved.setSelection(true);
          approved.notifyListeners(SWT.Selection, new Event());
          return true;
        });
    driver.picture(dialog, "sign-off-light");
    driver.press(dialog, "Record");
    driver.press(driver.dialog("Report Signed Off"), "Not Now");
    Driver.await(
        "the word, and that it is no second person's",
        () ->
            tree.rows().stream()
                .anyMatch(r -> r.endsWith(", approved by B. Second ⚠ by the login that wrote it")));
    assertThat(driver.ui(() -> tree.tree().getSelection()))
        .as("the report is still selected")
        .hasSize(1);
    SignOff word = MadeUpCase.lastEntry(caseFolder).as(SignOff.class).orElseThrow();
    try (CaseFile file = CaseFile.openForReading(caseFolder)) {
      Entry report =
          file.entries().stream()
              .filter(e -> e.as(ReportWritten.class).isPresent())
              .findFirst()
              .orElseThrow();
      assertThat(word)
          .isEqualTo(new SignOff(report.number(), report.hash(), "B. Second", true, ""));
    }
  }

  @Test
  @Order(5)
  void keepsWhatCannotBeRecordedYet() throws Exception {
    try (CaseFile holder = CaseFile.openForWriting(caseFolder)) {
      tree.select("Runs", row -> row.startsWith(MadeUpCase.RUN_NAME));
      driver.command(NOTE);
      Shell dialog = driver.dialog("Note");
      assertThat(words(dialog)).contains("Seed 2 is still to be done.");
      type(dialog, "While a run goes on.");
      driver.press(dialog, "Record");
      Driver.await("it is on the disk", () -> driver.ui(dialog::isDisposed));
      assertThat(holder.entries()).noneMatch(e -> e.body().toString().contains("While a run"));
      assertThat(CaseFile.waitingNotes(caseFolder))
          .extracting(remark -> ((org.pentimento.casefile.event.Note) remark).text())
          .containsExactly("While a run goes on.");
      Driver.await("it is listed", () -> written().contains("While a run goes on."));
      assertThat(written()).contains(", waits for the log");
      driver.picture(driver.ui(Driver::window), "note-waiting-light");
    }
    Driver.await("the writer took it in", () -> !written().contains(", waits for the log"));
    assertThat(written()).contains("While a run goes on.");
  }

  /** What the view of notes says, row by row: the text and by whom. */
  private String written() {
    return driver.ui(
        () -> {
          Driver.page().showView(VIEW);
          return Stream.of(table(6, "About").getItems())
              .map((TableItem i) -> i.getText(2) + " | " + i.getText(3))
              .collect(Collectors.joining("\n"));
        });
  }

  private void type(Shell dialog, String words) {
    driver.ui(
        () -> {
          driver
              .control(dialog, Text.class, t -> (t.getStyle() & SWT.MULTI) != 0 && t.getEditable())
              .setText(words);
          return true;
        });
  }

  private Button button(Shell dialog, String text) {
    return driver.control(
        dialog, Button.class, b -> b.isVisible() && b.getText().replace("&", "").equals(text));
  }

  private void selectInFindings(String start) {
    driver.ui(() -> Driver.page().showView("org.pentimento.workbench.run.findings"));
    Driver.await(
        "the finding",
        () ->
            driver.ui(
                () -> {
                  Table table = table(6, "Kind");
                  for (TableItem item : table.getItems()) {
                    if (item.getText(2).startsWith(start)) {
                      table.setSelection(item);
                      Event event = new Event();
                      event.item = item;
                      table.notifyListeners(SWT.Selection, event);
                      return true;
                    }
                  }
                  return false;
                }));
  }

  /** What the view of notes says that they are about, when a person turns to it. */
  private List<String> notes() {
    return driver.ui(
        () -> {
          Driver.page().showView(VIEW);
          return Stream.of(table(6, "About").getItems())
              .map((TableItem i) -> i.getText(1))
              .toList();
        });
  }

  /** The table of a view that is to be seen, by its second column. */
  private Table table(int columns, String second) {
    return driver.control(
        Driver.window(),
        Table.class,
        t ->
            t.isVisible()
                && t.getColumnCount() == columns
                && t.getColumn(1).getText().equals(second));
  }

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
}
