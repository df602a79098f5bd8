package org.pentimento.tests.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IEditorPart;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.casefile.CaseFile;

/** What every part of the window leans on: cases, runs, custody, extensions, jobs, themes. */
@ExtendWith(OpenWindow.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WindowTest {
  private static final String THEME = "org.pentimento.workbench.theme";

  private Path folder;
  private Driver driver;
  private Path caseFolder;

  @BeforeAll
  void open(@TempDir Path temporary, Driver opened) throws Exception {
    folder = temporary;
    driver = opened;
    caseFolder = folder.resolve("first look.case");
    MadeUpCase.write(caseFolder);
  }

  @Test
  @Order(1)
  void opensAndSaysWhatOneCanDo() {
    Shell window = driver.ui(Driver::window);
    assertThat(driver.ui(window::getText)).contains("Pentimento");
    List<String> links =
        driver.ui(
            () ->
                driver
                    .controls(
                        window, Link.class, l -> l.isVisible() && l.getText().startsWith("<a>"))
                    .stream()
                    .map(Link::getText)
                    .toList());
    assertThat(links)
        .startsWith(
            "<a>Look at a finished sample case</a>",
            "<a>Open a case …</a>",
            "<a>Begin a new audit …</a>")
        .contains("<a>Import a data set …</a>"); // the start page
    assertThat(driver.picture(window, "empty-light")).as("colours").isGreaterThan(10);
  }

  @Test
  @Order(2)
  void opensACase() {
    driver.openCase(caseFolder);
    Driver.await("the case", () -> driver.ui(() -> labels(cases()).contains("Runs  2")));
    List<String> shown = driver.ui(() -> labels(cases()));
    assertThat(shown)
        .contains("first look  2026-117", "Data sets  1", "Plans  1", "Runs  2", "Reports  1");
    Driver.await(
        "no start page any more",
        () -> driver.ui(() -> Driver.page().getEditorReferences().length == 0));
  }

  @Test
  @Order(3)
  void showsARunInWordsFiguresAndPictures() {
    driver.ui(() -> doubleClick(MadeUpCase.RUN_NAME + "  finished"));
    Driver.await("the table", () -> driver.ui(() -> rows() > 0));
    assertThat(driver.ui(this::rows)).as("metrics against truth and target").isEqualTo(8);
    String conclusions =
        driver.ui(
            () ->
                driver
                    .control(
                        Driver.window(),
                        StyledText.class,
                        t -> t.isVisible() && t.getText().contains("attack works"))
                    .getText());
    assertThat(conclusions)
        .startsWith("•  The attack works")
        .contains("Does not see the backdoor: FSIM, SSIM.");
    driver.picture(driver.ui(Driver::window), "run-light");
  }

  @Test
  @Order(4)
  void sortsByAColumn() {
    List<String> sorted =
        driver.ui(
            () -> {
              Table table = runTable();
              table.getColumn(2).notifyListeners(SWT.Selection, new Event());
              return Stream.of(table.getItems()).map(i -> i.getText(2).split(" ")[0]).toList();
            });
    assertThat(sorted.stream().map(Double::valueOf).toList()).isSorted();
  }

  @Test
  @Order(5)
  void showsAnotherGenerator() {
    List<String> items =
        driver.ui(
            () ->
                List.of(
                    driver.control(Driver.window(), Combo.class, c -> c.isVisible()).getItems()));
    assertThat(items)
        .containsExactly(
            "Fully convolutional network, Sinusoidal signal, seed 1",
            "Conditional GAN, Sinusoidal signal, seed 1");
  }

  @Test
  @Order(6)
  void saysWhyARunHasNoResult() {
    driver.ui(() -> doubleClick("too large  failed"));
    Driver.await(
        "the reason",
        () ->
            driver.ui(
                () ->
                    !driver
                        .controls(
                            Driver.window(),
                            Label.class,
                            l -> l.isVisible() && l.getText().contains("do not fit into memory"))
                        .isEmpty()));
    driver.ui(
        () -> {
          IEditorPart editor = Driver.page().getActiveEditor();
          return Driver.page().closeEditor(editor, false);
        });
  }

  @Test
  @Order(7)
  void casesAndPropertiesFollowTheEditorInFront() {
    IEditorPart first = driver.ui(() -> Driver.page().getActiveEditor());
    driver.ui(() -> link(true));
    Driver.await("the run", () -> driver.ui(this::selected).startsWith(MadeUpCase.RUN_NAME));
    driver.ui(() -> doubleClick("too large  failed"));
    driver.ui(() -> Driver.page().showView("org.pentimento.workbench.properties"));
    driver.ui(
        () -> {
          Driver.page().activate(first);
          return true;
        });
    Driver.await("it again", () -> driver.ui(this::selected).startsWith(MadeUpCase.RUN_NAME));
    Driver.await("its properties", () -> driver.ui(() -> tells("Run " + MadeUpCase.RUN_NAME)));
    driver.ui(() -> select("too large  failed"));
    Driver.await(
        "its editor in front",
        () ->
            driver
                .ui(() -> Driver.page().getActiveEditor().getEditorInput().getName())
                .equals("too large"));
    driver.ui(() -> Driver.page().closeEditor(Driver.page().getActiveEditor(), false));
    driver.ui(() -> link(false));
  }

  @Test
  @Order(8)
  void showsAndVerifiesTheCustodyLog() throws Exception {
    driver.ui(() -> Driver.page().showView("org.pentimento.workbench.custody"));
    Table table =
        driver.ui(
            () ->
                driver.control(
                    Driver.window(),
                    Table.class,
                    t -> t.isVisible() && t.getColumn(1).getText().equals("Time")));
    int entries;
    try (CaseFile file = CaseFile.openForReading(caseFolder)) {
      entries = file.entries().size();
    }
    assertThat(driver.ui(table::getItemCount)).isEqualTo(entries);
    assertThat(driver.ui(() -> table.getItem(0).getText(3))).isEqualTo("note");
    assertThat(driver.ui(() -> table.getItem(entries - 1).getText(3))).isEqualTo("case created");
    driver.picture(driver.ui(Driver::window), "custody-light");
  }

  @Test
  @Order(9)
  void describesWhatIsInstalled() {
    driver.ui(() -> Driver.page().showView("org.pentimento.workbench.extensions"));
    Driver.await("the extensions", () -> driver.ui(() -> extensions().getItemCount() == 9));
    assertThat(driver.ui(() -> Stream.of(extensions().getItems()).map(TreeItem::getText).toList()))
        .containsExactly(
            "Dataset format (1)",
            "Trigger (2)",
            "Poisoning strategy (1)",
            "Generator (1)",
            "Model format (1)",
            "Metric (1)",
            "Dataset detector (2)",
            "Model detector (1)",
            "Set aside (1)");
    driver.ui(
        () -> {
          TreeItem group = extensions().getItem(1);
          Event expand = new Event();
          expand.item = group;
          extensions().notifyListeners(SWT.Expand, expand);
          group.setExpanded(true);
          extensions().setSelection(group.getItem(0));
          Event select = new Event();
          select.item = group.getItem(0);
          extensions().notifyListeners(SWT.Selection, select);
          return true;
        });
    String text =
        driver.ui(
            () ->
                driver
                    .control(
                        Driver.window(),
                        StyledText.class,
                        t -> t.isVisible() && t.getText().contains("Barni"))
                    .getText());
    assertThat(text).contains("amplitude = 0.2 of 1", "Takes a number from 0 to 1.");
    driver.picture(driver.ui(Driver::window), "extensions-light");
  }

  @Test
  @Order(10)
  void carriesOutAnAudit() throws Exception {
    Shell dialog = newAudit("done.case");
    driver.picture(dialog, "new-audit-light");
    driver.press(dialog, "Finish");
    join();
    driver.settle();
    assertThat(driver.ui(() -> labels(cases())))
        .as("the child made no case")
        .noneMatch(l -> l.startsWith("done"));
    closePlans();
  }

  @Test
  @Order(11)
  void cancelsAnAudit() throws Exception {
    Shell dialog = newAudit("cancelled.case");
    examinedBy(dialog, "never ending"); // what the child does
    driver.press(dialog, "Finish");
    Driver.await("the job", () -> audits().length == 1);
    Job job = audits()[0];
    MadeUpCase.write(folder.resolve("cancelled.case")); // as a real child would
    job.cancel();
    Driver.await("its end", () -> job.getState() == Job.NONE);
    assertThat(job.getResult().getSeverity()).isEqualTo(org.eclipse.core.runtime.IStatus.CANCEL);
    Driver.await(
        "the new case in the explorer",
        () -> driver.ui(() -> labels(cases()).contains("cancelled  2026-117")));
    closePlans();
  }

  @Test
  @Order(12)
  void saysThatAnAuditWasKilled() throws Exception {
    Shell dialog = newAudit("killed.case");
    examinedBy(dialog, "killed"); // what happens to the child
    driver.press(dialog, "Finish");
    Shell told = driver.dialog("Problem Occurred");
    List<String> words =
        driver.ui(
            () ->
                driver.controls(told, Label.class, l -> true).stream()
                    .map(Label::getText)
                    .toList());
    assertThat(String.join(" ", words)).contains("was ended by signal 9");
    driver.picture(told, "killed-light");
    driver.press(told, "OK");
    closePlans();
  }

  @Test
  @Order(13)
  void asksWhoExamines() {
    Shell dialog = newAudit("empty.case");
    examinedBy(dialog, "");
    boolean complete =
        driver.ui(
            () ->
                driver
                    .control(
                        dialog,
                        org.eclipse.swt.widgets.Button.class,
                        b -> b.getText().replace("&", "").equals("Finish"))
                    .isEnabled());
    assertThat(complete).isFalse();
    driver.press(dialog, "Cancel");
  }

  @Test
  @Order(14)
  void saysWhyAFolderIsNoCase() throws Exception {
    Path config = Files.createDirectories(folder.resolve("config"));
    driver.openCase(config);
    Driver.await(
        "the reason",
        () ->
            driver.ui(
                () ->
                    labels(cases()).stream()
                        .anyMatch(l -> l.startsWith("config  ") && !l.contains("being read"))));
  }

  @Test
  @Order(15)
  void isDarkWhenAskedTo() {
    driver.command(THEME, THEME + ".name", "dark");
    Shell window = driver.ui(Driver::window);
    Driver.await("the dark theme", () -> driver.ui(() -> cases().getBackground().getRed() < 90));
    driver.picture(window, "run-dark");
    driver.ui(() -> Driver.page().showView("org.pentimento.workbench.custody"));
    driver.picture(window, "custody-dark");
    driver.ui(() -> Driver.page().showView("org.eclipse.pde.runtime.LogView"));
    driver.picture(window, "log-dark");
    Shell dialog = newAudit("dark.case");
    driver.picture(dialog, "new-audit-dark");
    driver.press(dialog, "Cancel");
    driver.command("org.pentimento.workbench.about");
    Shell about = driver.dialog("About Pentimento");
    driver.picture(about, "about-dark");
    driver.press(about, "Close");
    driver.command(THEME, THEME + ".name", "default");
  }

  @Test
  @Order(16)
  void loggedNoError() throws Exception {
    Path log = Path.of(Platform.getLogFileLocation().toOSString());
    String errors =
        Files.exists(log)
            ? Files.readAllLines(log).stream()
                .filter(l -> l.matches("!(SUB)?ENTRY.* 4 \\d+ \\d{4}-.*|!MESSAGE.*"))
                .collect(Collectors.joining("\n"))
            : "";
    assertThat(
            errors
                .lines()
                .filter(l -> l.startsWith("!ENTRY") || l.startsWith("!SUBENTRY"))
                .filter(l -> !l.contains("org.pentimento.workbench 4"))
                .toList())
        .as(errors)
        .isEmpty();
  }

  private Shell newAudit(String name) {
    driver.command("org.pentimento.workbench.newAudit");
    Shell dialog = driver.dialog("New Audit");
    driver.ui(
        () -> {
          driver
              .controls(dialog, Combo.class, c -> true)
              .get(0) // the case; the plan has its own
              .setText(folder.resolve(name).toString());
          return true;
        });
    return dialog;
  }

  private void examinedBy(Shell dialog, String name) {
    driver.ui(
        () -> {
          driver.field(dialog, "Examiner:").setText(name);
          return true;
        });
  }

  /** A plan opens with each new audit. */
  private void closePlans() {
    Driver.await(
        "the plan",
        () ->
            driver.ui(
                () ->
                    Stream.of(Driver.page().getEditorReferences())
                        .anyMatch(e -> e.getId().equals("org.pentimento.workbench.plan"))));
    driver.ui(
        () ->
            Driver.page()
                .closeEditors(
                    Stream.of(Driver.page().getEditorReferences())
                        .filter(e -> e.getId().equals("org.pentimento.workbench.plan"))
                        .toArray(org.eclipse.ui.IEditorReference[]::new),
                    false));
  }

  private static Job[] audits() {
    return Stream.of(Job.getJobManager().find(null))
        .filter(j -> j.getName().startsWith("Audit "))
        .toArray(Job[]::new);
  }

  private static void join() throws Exception {
    Driver.await("the audit to end", () -> audits().length == 0);
  }

  private Tree cases() {
    return driver.control(
        Driver.window(), Tree.class, t -> t.isVisible() && t.getColumnCount() == 0);
  }

  private Tree extensions() {
    return driver.control(
        Driver.window(),
        Tree.class,
        t ->
            t.isVisible()
                && t.getColumnCount() > 0
                && t.getColumn(0).getText().equals("Extension"));
  }

  private Table runTable() {
    return driver.control(
        Driver.window(),
        Table.class,
        t -> t.isVisible() && t.getColumn(0).getText().equals("Metric"));
  }

  private int rows() {
    return driver
        .controls(
            Driver.window(),
            Table.class,
            t -> t.isVisible() && t.getColumn(0).getText().equals("Metric"))
        .stream()
        .mapToInt(Table::getItemCount)
        .sum();
  }

  private boolean link(boolean wanted) {
    ToolItem toggle =
        driver.controls(Driver.window(), ToolBar.class, b -> true).stream()
            .flatMap(b -> Stream.of(b.getItems()))
            .filter(i -> String.valueOf(i.getToolTipText()).startsWith("Select what the editor"))
            .findFirst()
            .orElseThrow();
    toggle.setSelection(wanted);
    toggle.notifyListeners(SWT.Selection, new Event());
    return true;
  }

  private String selected() {
    return Stream.of(cases().getSelection())
        .map(TreeItem::getText)
        .collect(Collectors.joining("; "));
  }

  private boolean tells(String title) {
    return !driver
        .controls(Driver.window(), Label.class, l -> l.isVisible() && l.getText().equals(title))
        .isEmpty();
  }

  private static List<String> labels(Tree tree) {
    List<String> labels = new java.util.ArrayList<>();
    for (TreeItem item : tree.getItems()) {
      labels.add(item.getText());
      for (TreeItem child : item.getItems()) {
        labels.add(child.getText());
      }
    }
    return labels;
  }

  private static String allLabels(TreeItem[] items) {
    return Stream.of(items)
        .map(i -> i.getText() + " (" + allLabels(i.getItems()) + ")")
        .collect(Collectors.joining("; "));
  }

  private boolean doubleClick(String start) {
    Event event = select(start);
    cases().notifyListeners(SWT.DefaultSelection, event);
    return true;
  }

  private Event select(String start) {
    Tree tree = cases();
    for (TreeItem group : tree.getItem(0).getItems()) {
      if (group.getText().startsWith("Runs")) {
        Event expand = new Event();
        expand.item = group;
        tree.notifyListeners(SWT.Expand, expand);
        group.setExpanded(true);
        for (TreeItem item : group.getItems()) {
          if (item.getText().startsWith(start)) {
            tree.setSelection(item);
            Event event = new Event();
            event.item = item;
            tree.notifyListeners(SWT.Selection, event);
            return event;
          }
        }
      }
    }
    throw new AssertionError("no run " + start + " among " + allLabels(tree.getItems()));
  }
}
