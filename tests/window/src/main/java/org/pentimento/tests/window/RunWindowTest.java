package org.pentimento.tests.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
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
import org.osgi.framework.ServiceRegistration;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.RunStarted;
import org.pentimento.casefile.result.Condition;
import org.pentimento.casefile.result.ImageRole.OfReference;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.result.ReferenceSketch;
import org.pentimento.casefile.result.Subject;
import org.pentimento.chart.ColorRole;
import org.pentimento.chart.Theme;
import org.pentimento.chart.draw.Rendering;
import org.pentimento.chart.draw.Rendering.Spot;
import org.pentimento.figures.AboutFigure;
import org.pentimento.figures.RunFigure;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.chart.ChartCanvas;
import org.pentimento.workbench.chart.ChartFormat;
import org.pentimento.workbench.chart.ShownChart;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.jobs.ChildJobs;
import org.pentimento.workbench.preferences.Appearance;
import org.pentimento.workbench.selection.PairRef;

/** Runs: their pages and charts, several side by side, findings, and audits that go on. */
@ExtendWith(OpenWindow.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RunWindowTest {
  private static final String THEME = "org.pentimento.workbench.theme";
  private static final String FINDINGS = "org.pentimento.workbench.run.findings";
  private static final String EDITOR = "org.pentimento.workbench.run";

  private Path folder;
  private Driver driver;
  private Path caseFolder;
  private Shell window;

  @BeforeAll
  void open(@TempDir Path temporary, Driver opened) throws Exception {
    folder = temporary;
    driver = opened;
    caseFolder = folder.toRealPath().resolve("runs.case");
    MadeUpRuns.write(caseFolder);
    window = driver.ui(Driver::window);
    driver.openCase(caseFolder);
    Driver.await("the case", () -> driver.ui(() -> items(tree(), "Runs").size() == 5));
  }

  @Test
  @Order(1)
  void showsWhatFollowsAndAllMeans() {
    openRun("r4", MadeUpRuns.STRONG);
    Driver.await("the table", () -> !visible(Table.class, this::isMeans).isEmpty());
    Driver.await(
        "its rows",
        () -> driver.ui(() -> visible(Table.class, this::isMeans).get(0).getItemCount() == 6));
    List<String> first = driver.ui(() -> texts(visible(Table.class, this::isMeans).get(0), 0));
    assertThat(first).contains("FSIM", "Scoot", "SSIM");
    String cell = driver.ui(() -> visible(Table.class, this::isMeans).get(0).getItem(0).getText(5));
    assertThat(cell).matches("0\\.\\d{3} \\[0\\.\\d{3}, 0\\.\\d{3}\\]");
    List<String> prose =
        driver.ui(
            () -> visible(StyledText.class, t -> true).stream().map(StyledText::getText).toList());
    assertThat(prose)
        .anyMatch(t -> t.contains("The attack works in this generator."))
        .anyMatch(t -> t.contains("In this run as well\n•  Conditional GAN"))
        .anyMatch(
            t ->
                t.contains("FSIM does not see the backdoor.  For the poisoned model it is 0.720")
                    && t.contains("Scoot sees the backdoor.")
                    && t.contains("which is the trigger's doing")
                    && t.contains("The rule."));
    assertThat(driver.picture(window, "run-overview-light")).isGreaterThan(50);
  }

  @Test
  @Order(2)
  void sortsMeans() {
    List<Double> sorted =
        driver.ui(
            () -> {
              Table table = visible(Table.class, this::isMeans).get(0);
              table.getColumn(5).notifyListeners(SWT.Selection, new Event());
              return texts(table, 5).stream().map(t -> Double.valueOf(t.split(" ")[0])).toList();
            });
    assertThat(sorted).isSorted();
    assertThat(sorted.get(0)).isLessThan(sorted.get(5));
  }

  @Test
  @Order(3)
  void drawsCharts() {
    page("Charts");
    Driver.await(
        "all charts",
        () -> charts().stream().allMatch(c -> driver.ui(() -> c.figure().isPresent())));
    assertThat(charts()).hasSizeGreaterThanOrEqualTo(6);
    assertThat(driver.picture(window, "run-charts-light")).isGreaterThan(100);
  }

  @Test
  @Order(4)
  void zoomsAndShowsAllAgain() {
    ChartCanvas chart = chart("Two metrics");
    Rendering.Area all = driver.ui(() -> chart.rendering().orElseThrow().area().orElseThrow());
    driver.ui(
        () -> {
          Control control = chart.control();
          int x = (int) all.place().getMinX();
          int y = (int) all.place().getMinY();
          mouse(control, SWT.MouseDown, x + 20, y + 20);
          mouse(control, SWT.MouseMove, x + 120, y + 90);
          mouse(control, SWT.MouseUp, x + 120, y + 90);
          return true;
        });
    Driver.await(
        "the zoom",
        () -> driver.ui(() -> across(chart) < .6 * (all.across().high() - all.across().low())));
    driver.ui(
        () -> {
          Event escape = new Event();
          escape.keyCode = SWT.ESC;
          chart.control().notifyListeners(SWT.KeyDown, escape);
          return true;
        });
    Driver.await(
        "all of it",
        () -> driver.ui(() -> across(chart) == all.across().high() - all.across().low()));
  }

  @Test
  @Order(5)
  void aMarkSelectsItsPair() {
    ChartCanvas chart = chart("Two metrics");
    Spot spot =
        driver.ui(
            () ->
                chart.rendering().orElseThrow().spots().stream()
                    .filter(s -> s.id().equals("face-0007"))
                    .reduce((a, b) -> b)
                    .orElseThrow());
    assertThat(spot.words()).contains("face-0007", "FSIM", "Scoot");
    driver.ui(
        () -> {
          int x = (int) spot.shape().getBounds2D().getCenterX();
          int y = (int) spot.shape().getBounds2D().getCenterY();
          mouse(chart.control(), SWT.MouseMove, x, y);
          assertThat(chart.control().getToolTipText()).contains("FSIM");
          mouse(chart.control(), SWT.MouseDown, x, y);
          mouse(chart.control(), SWT.MouseUp, x, y);
          return true;
        });
    assertThat(selected()).startsWith("face-");
    page("Images");
    assertThat(driver.picture(window, "run-images-light"))
        .as("colours with pictures")
        .isGreaterThan(500);
  }

  @Test
  @Order(6)
  void ordersImagesByAMetric() {
    driver.ui(
        () -> {
          Combo order =
              visible(Combo.class, c -> c.getItemCount() == 3 && c.getItem(1).equals("worst first"))
                  .get(0);
          order.select(1);
          order.notifyListeners(SWT.Selection, new Event());
          Canvas strip = strip();
          strip.setFocus();
          Event home = new Event();
          home.keyCode = SWT.HOME;
          strip.notifyListeners(SWT.KeyDown, home);
          return true;
        });
    String worst = selected();
    driver.ui(
        () -> {
          Event end = new Event();
          end.keyCode = SWT.END;
          strip().notifyListeners(SWT.KeyDown, end);
          return true;
        });
    String best = selected();
    assertThat(worst).isNotEqualTo(best);
    assertThat(values().get(worst)).isLessThan(values().get(best));
    assertThat(values().values().stream().min(Double::compare)).contains(values().get(worst));
    driver.picture(window, "run-images-worst-light");
  }

  @Test
  @Order(7)
  void tellsWhereItsFiguresComeFrom() {
    page("Provenance");
    List<String> what =
        driver.ui(() -> texts(visible(Table.class, t -> t.getColumnCount() == 2).get(0), 0));
    assertThat(what).contains("Generator", "Seed", "Result, SHA-256", "native build", "Trigger");
    driver.picture(window, "run-provenance-light");
  }

  @Test
  @Order(8)
  void followsAPairThatIsSelectedElsewhere() {
    IEditorPart first = driver.ui(() -> Driver.page().getActiveEditor());
    openRun("r3", MadeUpRuns.WEAK);
    page("Images");
    Driver.await(
        "its pictures", () -> visible(Combo.class, c -> c.getText().equals("FSIM")).size() > 0);
    driver.ui(
        () -> {
          Event end = new Event();
          end.keyCode = SWT.END;
          strip().notifyListeners(SWT.KeyDown, end);
          return true;
        });
    assertThat(selected()).isEqualTo("face-0023");
    assertThat(driver.ui(() -> first.getAdapter(ShownChart.class).marked())).isEqualTo("face-0023");
    driver.ui(
        () -> {
          Driver.page().closeEditor(Driver.page().getActiveEditor(), false);
          Driver.page().activate(first);
          return true;
        });
  }

  @Test
  @Order(9)
  void savesCharts() throws Exception {
    page("Charts");
    ChartCanvas chart = chart("Attack success");
    for (ChartFormat format : ChartFormat.values()) {
      Path file = folder.resolve("chart." + format);
      driver.ui(
          () -> {
            chart.save(format, file);
            return true;
          });
      Driver.await("the file " + file, () -> Files.exists(file));
    }
    assertThat(Files.readString(folder.resolve("chart.SVG")))
        .startsWith("<svg")
        .contains("triggered photos, with 95 % interval");
    assertThat(ImageIO.read(folder.resolve("chart.PNG").toFile()).getWidth())
        .isEqualTo(2 * driver.ui(() -> chart.control().getSize().x));
    assertThat(Files.readAllLines(folder.resolve("chart.CSV")))
        .hasSize(42)
        .first()
        .isEqualTo("threshold,triggered,triggered low,triggered high,clean");
    assertThat(Stream.of(folder.toFile().list())).noneMatch(n -> n.endsWith(".part"));
    for (String name : List.of("chart.SVG", "chart.PNG", "chart.CSV")) {
      Driver.await(
          "the entry of " + name,
          () -> Files.readString(caseFolder.resolve("custody.jsonl")).contains(name));
    }
  }

  @Test
  @Order(10)
  void aChartThatCannotBeSavedSaysWhy() {
    ChartCanvas chart = chart("Attack success");
    driver.ui(
        () -> {
          chart.save(ChartFormat.CSV, folder.resolve("nowhere/chart.csv"));
          return true;
        });
    Shell told = driver.dialog("Save Chart");
    assertThat(words(told)).contains("could not be saved").contains("Choose another folder");
    driver.press(told, "OK");
    Driver.await("the dialog's end", () -> driver.ui(told::isDisposed));
  }

  @Test
  @Order(11)
  void enlargesTheChartThatIsLookedAt() {
    driver.ui(() -> Driver.page().showView("org.pentimento.workbench.run.charts"));
    Driver.await(
        "the large chart",
        () -> charts().stream().filter(c -> driver.ui(() -> c.figure().isPresent())).count() > 0);
    ChartCanvas tile = chart("Metric blindness");
    driver.ui(() -> tile.control().setFocus());
    driver.ui(
        () -> {
          tile.control().notifyListeners(SWT.FocusIn, new Event());
          return true;
        });
    Driver.await(
        "its title",
        () ->
            !visible(Label.class, l -> l.getText().startsWith("Metric blindness. How much worse"))
                .isEmpty());
    driver.picture(window, "charts-view-light");
  }

  @Test
  @Order(12)
  void aChartThatThrowsAndOneThatNeverEndsSaySoInPlace() {
    RunFigure throwing =
        input -> {
          throw new IllegalStateException("the number of beans is odd");
        };
    RunFigure endless =
        input -> {
          while (true) {
            try {
              Thread.sleep(60_000);
            } catch (InterruptedException e) {
              return Optional.empty();
            }
          }
        };
    List<ServiceRegistration<?>> added = new ArrayList<>();
    added.add(contribute("Beans", throwing));
    added.add(contribute("Eternity", endless));
    driver.ui(() -> Driver.page().closeAllEditors(false));
    openRun("r4", MadeUpRuns.STRONG);
    page("Charts");
    ChartCanvas beans = chart("Beans");
    Driver.await(
        "the message",
        () -> driver.ui(() -> beans.message().contains("the number of beans is odd")));
    assertThat(driver.ui(beans::message)).contains("cannot be drawn").doesNotContain("Exception");
    ChartCanvas eternity = chart("Eternity");
    Driver.await(
        "the end of patience",
        () -> driver.ui(() -> eternity.message().contains("is not ready after")));
    Driver.await("the others", () -> driver.ui(() -> chart("Attack success").figure().isPresent()));
    driver.picture(window, "run-charts-broken-light");
    added.forEach(ServiceRegistration::unregister);
    driver.ui(() -> Driver.page().closeAllEditors(false));
  }

  @Test
  @Order(13)
  void comparesTwoRuns() {
    driver.ui(
        () -> {
          Driver.page().showView("org.pentimento.workbench.explorer").setFocus();
          Tree tree = tree();
          List<TreeItem> runs = items(tree, "Runs");
          tree.setSelection(
              runs.stream()
                  .filter(
                      i ->
                          i.getText().startsWith(MadeUpRuns.WEAK)
                              || i.getText().startsWith(MadeUpRuns.STRONG))
                  .toArray(TreeItem[]::new));
          tree.notifyListeners(SWT.Selection, new Event());
          return true;
        });
    driver.command("org.pentimento.workbench.run.compare");
    Driver.await("the comparison", () -> !visible(Table.class, this::isComparison).isEmpty());
    Driver.await(
        "its rows",
        () -> driver.ui(() -> visible(Table.class, this::isComparison).get(0).getItemCount() > 0));
    List<String> heads =
        driver.ui(
            () ->
                Stream.of(visible(Table.class, this::isComparison).get(0).getColumns())
                    .map(c -> c.getText())
                    .toList());
    assertThat(heads)
        .containsExactly(
            "Metric", "Against", "Sketches", MadeUpRuns.WEAK, MadeUpRuns.STRONG, "Difference");
    TableItem success =
        driver.ui(
            () ->
                Stream.of(visible(Table.class, this::isComparison).get(0).getItems())
                    .filter(i -> i.getText(0).startsWith("Attack success"))
                    .findFirst()
                    .orElseThrow());
    assertThat(driver.ui(() -> success.getText(5))).startsWith("+0.").endsWith("apart");
    Driver.await(
        "the curves",
        () -> driver.ui(() -> chart("Attack success of all runs").figure().isPresent()));
    assertThat(
            driver.ui(
                () -> chart("Attack success of all runs").figure().orElseThrow().values().rows()))
        .hasSize(82);
    driver.picture(window, "compare-light");
    Combo of = visible(Combo.class, c -> c.getItem(0).startsWith("all comparisons")).get(0);
    int one = driver.ui(() -> visible(Table.class, this::isComparison).get(0).getItemCount());
    driver.ui(
        () -> {
          of.select(0);
          of.notifyListeners(SWT.Selection, new Event());
          return true;
        });
    Table all = visible(Table.class, t -> t.getColumnCount() == 7 && t.getItemCount() > one).get(0);
    assertThat(driver.ui(() -> texts(all, 0)))
        .anyMatch(t -> t.startsWith("Fully convolutional"))
        .anyMatch(t -> t.startsWith("Conditional GAN"));
    driver.picture(window, "compare-all-light");
    driver.ui(
        () -> {
          of.select(1);
          of.notifyListeners(SWT.Selection, new Event());
          return true;
        });
    assertThat(driver.ui(() -> visible(Table.class, this::isComparison).get(0).getItemCount()))
        .isEqualTo(one);
  }

  @Test
  @Order(14)
  void findingsLeadToTheEvidence() {
    driver.ui(() -> Driver.page().closeAllEditors(false));
    driver.ui(() -> Driver.page().showView(FINDINGS));
    Driver.await("the findings", () -> driver.ui(() -> findings().getItemCount() > 8));
    List<String> severities = driver.ui(() -> texts(findings(), 0));
    List<String> kinds = driver.ui(() -> texts(findings(), 1));
    assertThat(kinds).contains("Integrity", "Simulation");
    for (int i = 0; i < kinds.size(); i++) { // what was planted here is no alarm
      if (kinds.get(i).equals("Simulation")) {
        assertThat(severities.get(i)).isIn("Result", "Remark");
      }
    }
    assertThat(driver.ui(() -> texts(findings(), 2)))
        .anyMatch(t -> t.startsWith("The attack works in this generator."))
        .anyMatch(t -> t.startsWith("FSIM does not see the backdoor."))
        .anyMatch(t -> t.contains("no effect there says nothing about robustness"))
        .anyMatch(t -> t.contains("do not fit into memory"))
        .noneMatch(t -> t.contains("null"));
    driver.picture(window, "findings-light");
    driver.ui(
        () -> {
          Table table = findings();
          TableItem item =
              Stream.of(table.getItems())
                  .filter(
                      i ->
                          i.getText(0).equals("Result")
                              && i.getText(3).startsWith("Conditional GAN"))
                  .findFirst()
                  .orElseThrow();
          table.setSelection(item);
          Event event = new Event();
          event.item = item;
          table.notifyListeners(SWT.Selection, event);
          table.notifyListeners(SWT.DefaultSelection, event);
          return true;
        });
    Driver.await(
        "the comparison that shows it",
        () -> !visible(Combo.class, c -> c.getText().startsWith("Conditional GAN")).isEmpty());
    driver.ui(() -> Driver.page().showView(FINDINGS));
    driver.ui(() -> Driver.page().showView("org.pentimento.workbench.properties"));
    Driver.await(
        "what there is to say about it",
        () -> !visible(Label.class, l -> l.getText().equals("Finding")).isEmpty());
  }

  @Test
  @Order(15)
  void isDarkWhenAskedTo() {
    driver.command(THEME, THEME + ".name", "dark");
    Driver.await("the dark theme", () -> driver.ui(() -> tree().getBackground().getRed() < 90));
    driver.picture(window, "run-overview-dark");
    page("Charts");
    driver.picture(window, "run-charts-dark");
    page("Images");
    driver.picture(window, "run-images-dark");
    page("Provenance");
    driver.picture(window, "run-provenance-dark");
    driver.ui(() -> Driver.page().showView("org.pentimento.workbench.run.charts"));
    driver.picture(window, "charts-view-dark");
    driver.command(THEME, THEME + ".name", "default");
    Driver.await("the light theme", () -> driver.ui(() -> tree().getBackground().getRed() > 90));
    driver.ui(() -> Driver.page().closeAllEditors(false));
  }

  @Test
  @Order(20)
  void drawsInThePaletteThatIsChosen() throws Exception {
    openRun("r4", MadeUpRuns.STRONG);
    page("Charts");
    drawnIn(Theme.LIGHT);
    palette("cividis");
    drawnIn(Theme.LIGHT_CIVIDIS);
    driver.picture(window, "run-charts-cividis-light");
    Path file = folder.resolve("cividis.svg");
    driver.ui(
        () -> {
          chart("Attack success").save(ChartFormat.SVG, file);
          return true;
        });
    Driver.await("the file", () -> Files.exists(file));
    assertThat(Files.readString(file))
        .contains(css(Theme.LIGHT_CIVIDIS))
        .doesNotContain(css(Theme.LIGHT));
    driver.command(THEME, THEME + ".name", "dark");
    drawnIn(Theme.DARK_CIVIDIS);
    driver.picture(window, "run-charts-cividis-dark");
    palette("tol");
    drawnIn(Theme.DARK_TOL);
    driver.picture(window, "run-charts-tol-dark");
    driver.command(THEME, THEME + ".name", "default");
    drawnIn(Theme.LIGHT_TOL);
    palette("okabe_ito");
    drawnIn(Theme.LIGHT);
    driver.ui(() -> Driver.page().closeAllEditors(false));
  }

  private static String css(Theme theme) {
    return "#%06x".formatted(theme.color(ColorRole.HARMED).getRGB() & 0xffffff);
  }

  @Test
  @Order(16)
  void offersToResumeAndShowsWhatGoesOn() throws Exception {
    openRun("r5", MadeUpRuns.UNFINISHED);
    Driver.await("the offer", () -> !visible(Button.class, this::isResume).isEmpty());
    assertThat(
            driver.ui(
                () ->
                    visible(Label.class, l -> l.getText().startsWith("This run has no result"))
                        .get(0)
                        .getText()))
        .contains("its process ended without a word", "One finished step is kept.");
    driver.picture(window, "run-unfinished-light");
    Files.createDirectories(caseFolder.resolve("work/previews"));
    try (CaseFile file = CaseFile.openForWriting(caseFolder)) {
      var images =
          file.blobs()
              .readJson(
                  file.run("r1").orElseThrow().result(),
                  org.pentimento.casefile.result.RunResult.class)
              .comparisons()
              .get(0)
              .images();
      Files.write(
          caseFolder.resolve("work/previews/one.png"),
          file.blobs()
              .read(images.get(0).blob(new OfReference(ReferenceSketch.TRUTH)).orElseThrow()));
      Files.write(
          caseFolder.resolve("work/previews/two.png"),
          file.blobs()
              .read(images.get(1).blob(new OfReference(ReferenceSketch.TARGET)).orElseThrow()));
    }
    driver.ui(
        () -> {
          visible(Button.class, this::isResume).get(0).notifyListeners(SWT.Selection, new Event());
          return true;
        });
    Driver.await("the child", () -> Files.exists(caseFolder.resolve("work/child.pid")));
    started("r5", MadeUpRuns.UNFINISHED);
    Driver.await("the live page", () -> tabs().contains("Live"));
    Driver.await("losses", () -> driver.ui(() -> chart("Losses so far").figure().isPresent()));
    Driver.await(
        "progress in words",
        () ->
            !visible(
                    Label.class,
                    l ->
                        l.getText()
                            .matches(
                                "Training FCN, poisoned by attack 1, seed 1: \\d+ of 400, 19.5 per"
                                    + " second, about .* left for this."))
                .isEmpty());
    Thread.sleep(1500);
    driver.picture(window, "run-live-light");
    int points =
        driver.ui(() -> chart("Losses so far").figure().orElseThrow().values().rows().size());
    assertThat(points).isGreaterThan(20);
  }

  @Test
  @Order(17)
  void saysWhenTheChildIsKilledAndOffersToResume() throws Exception {
    long pid = Long.parseLong(Files.readString(caseFolder.resolve("work/child.pid")).strip());
    assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
    Shell told = driver.dialog("Problem Occurred");
    assertThat(words(told)).contains("ended by signal 9");
    driver.press(told, "OK");
    Driver.await(
        "the message in place",
        () ->
            !visible(
                    Label.class,
                    l ->
                        l.getText().contains("ended by signal 9")
                            && l.getText().contains("One finished step is kept"))
                .isEmpty());
    Driver.await("the offer", () -> !visible(Button.class, this::isResume).isEmpty());
    assertThat(driver.ui(() -> visible(Button.class, this::isResume).get(0).isEnabled())).isTrue();
    driver.picture(window, "run-killed-light");
    assertThat(driver.ui(() -> Driver.page().showView(FINDINGS))).isNotNull();
  }

  @Test
  @Order(18)
  void opensTheEditorOfAnAuditByItself() throws Exception {
    driver.ui(() -> Driver.page().closeAllEditors(false));
    Files.delete(caseFolder.resolve("work/child.pid"));
    Job job =
        driver.ui(
            () ->
                PlatformUI.getWorkbench()
                    .getService(ChildJobs.class)
                    .start(
                        "Audit of runs",
                        new org.pentimento.protocol.Job.Run(
                            org.pentimento.protocol.Job.PROTOCOL,
                            caseFolder.toString(),
                            null,
                            "of a test",
                            "name: a new one\n# streaming",
                            List.of())));
    Driver.await("the child", () -> Files.exists(caseFolder.resolve("work/child.pid")));
    started("r6", "a new one");
    Driver.await(
        "its editor",
        () ->
            driver.ui(
                () ->
                    Stream.of(Driver.page().getEditorReferences())
                        .anyMatch(e -> e.getPartName().equals("a new one"))));
    Driver.await("the live page", () -> tabs().contains("Live"));
    job.cancel();
    Driver.await("its end", () -> job.getState() == Job.NONE);
    assertThat(job.getResult().getSeverity()).isEqualTo(IStatus.CANCEL);
    Driver.await("the offer", () -> !visible(Button.class, this::isResume).isEmpty());
  }

  @Test
  @Order(19)
  void aChildThatPrintsRubbishIsToldInWords() throws Exception {
    Job job =
        driver.ui(
            () ->
                PlatformUI.getWorkbench()
                    .getService(ChildJobs.class)
                    .start(
                        "Audit of runs",
                        new org.pentimento.protocol.Job.Run(
                            org.pentimento.protocol.Job.PROTOCOL,
                            caseFolder.toString(),
                            null,
                            "of a test",
                            "# rubbish",
                            List.of())));
    Shell told = driver.dialog("Problem Occurred");
    assertThat(words(told)).contains("ended with status 7").contains("Segmentation fault");
    driver.picture(told, "rubbish-light");
    driver.press(told, "OK");
    Driver.await("its end", () -> job.getState() == Job.NONE);
    driver.ui(() -> Driver.page().closeAllEditors(false));
  }

  @Test
  @Order(99)
  void showsAllComparisonsInOneTable() {
    driver.ui(() -> Driver.page().closeAllEditors(false));
    openRun("r4", MadeUpRuns.STRONG);
    Driver.await("the run", () -> !visible(Table.class, this::isMeans).isEmpty());
    Driver.await(
        "its rows",
        () -> driver.ui(() -> visible(Table.class, this::isMeans).get(0).getItemCount() == 6));
    page("All Comparisons");
    Table table =
        visible(Table.class, t -> t.getColumn(0).getText().equals("Generator or model")).get(0);
    assertThat(driver.ui(table::getItemCount)).isGreaterThan(1);
    List<String> heads =
        driver.ui(() -> Stream.of(table.getColumns()).map(c -> c.getText()).toList());
    assertThat(heads)
        .contains("Trigger", "Seed", "Attack success", "FSIM, poisoned, trigger")
        .doesNotContain("FSIM, clean");
    List<String> sorted =
        driver.ui(
            () -> {
              int success = heads.indexOf("Attack success");
              table.getColumn(success).notifyListeners(SWT.Selection, new Event());
              return texts(table, success);
            });
    assertThat(sorted.stream().map(t -> Double.valueOf(t.replaceAll("[^0-9.]", "")))).isSorted();
    driver.picture(window, "run-all-light");
    String generator = driver.ui(() -> table.getItem(1).getText(0));
    driver.ui(
        () -> {
          table.setSelection(1);
          Event event = new Event();
          event.item = table.getItem(1);
          table.notifyListeners(SWT.Selection, event);
          table.notifyListeners(SWT.DefaultSelection, event);
          return true;
        });
    Driver.await(
        "the comparison",
        () -> !visible(Combo.class, c -> c.getText().startsWith(generator)).isEmpty());
    driver.ui(() -> Driver.page().closeAllEditors(false));
  }

  // What the tests say

  private void openRun(String id, String name) {
    driver.ui(
        () ->
            Driver.page()
                .openEditor(new CaseInput(caseFolder, CaseInput.Kind.RUN, id, name), EDITOR));
  }

  /** Notes the start of a run, as the real child would. */
  private void started(String id, String name) throws Exception {
    try (CaseFile file = CaseFile.openForWriting(caseFolder)) {
      String plan = file.blobs().put("# streaming\n".getBytes(StandardCharsets.UTF_8));
      file.record(new RunStarted(id, name, plan));
    }
    PlatformUI.getWorkbench().getService(OpenCases.class).open(caseFolder);
  }

  private void palette(String name) {
    InstanceScope.INSTANCE.getNode(Appearance.NODE).put(Appearance.PALETTE, name);
  }

  /**
   * Waits until all charts in sight are drawn in the colours of a theme, and in none of another
   * one. Those out of sight are drawn when they come into it.
   */
  private void drawnIn(Theme wanted) {
    Driver.await(
        wanted + "",
        () -> {
          assertThat(charts())
              .filteredOn(c -> c.toString().matches(".*(Attack success|blind).*"))
              .filteredOn(c -> driver.ui(() -> inSight(c.control())))
              .isNotEmpty()
              .allMatch(c -> driver.ui(() -> shows(c, wanted)));
          return true;
        });
  }

  private static boolean inSight(Control control) {
    for (Composite above = control.getParent(); above != null; above = above.getParent()) {
      Rectangle there = control.getDisplay().map(control.getParent(), above, control.getBounds());
      if (!above.getClientArea().intersects(there)) {
        return false;
      }
    }
    return true;
  }

  private static boolean shows(ChartCanvas chart, Theme theme) {
    int[] drawn = chart.rendering().orElseThrow().rgb();
    int paper = theme.color(ColorRole.PAPER).getRGB() & 0xffffff;
    int harmed = theme.color(ColorRole.HARMED).getRGB() & 0xffffff;
    return (drawn[0] & 0xffffff) == paper
        && IntStream.of(drawn).filter(p -> (p & 0xffffff) == harmed).count() > 20;
  }

  private ServiceRegistration<?> contribute(String title, RunFigure chart) {
    Hashtable<String, Object> properties = new Hashtable<>();
    properties.put(AboutFigure.PREFIX_ + "title", title);
    properties.put(AboutFigure.PREFIX_ + "help", "Brought by somebody else.");
    properties.put("service.ranking", 1000);
    return Driver.context().registerService(RunFigure.class, chart, properties);
  }

  private <T extends Control> List<T> visible(Class<T> type, java.util.function.Predicate<T> fits) {
    return driver.ui(() -> driver.controls(window, type, c -> c.isVisible() && fits.test(c)));
  }

  private boolean isMeans(Table table) {
    return table.getColumnCount() == 6 && table.getColumn(2).getText().equals("Clean");
  }

  private boolean isComparison(Table table) {
    return table.getColumnCount() > 3 && table.getColumn(2).getText().equals("Sketches");
  }

  private boolean isResume(Button button) {
    return button.getText().equals("&Resume");
  }

  private Table findings() {
    return visible(
            Table.class,
            t -> t.getColumnCount() == 6 && t.getColumn(0).getText().equals("Severity"))
        .get(0);
  }

  private Tree tree() {
    return driver.control(window, Tree.class, t -> t.isVisible() && t.getColumnCount() == 0);
  }

  private static List<TreeItem> items(Tree tree, String group) {
    for (TreeItem item : tree.getItems()) {
      for (TreeItem child : item.getItems()) {
        if (child.getText().startsWith(group)) {
          return List.of(child.getItems());
        }
      }
    }
    return List.of();
  }

  private static List<String> texts(Table table, int column) {
    return Stream.of(table.getItems()).map(i -> i.getText(column)).toList();
  }

  private String words(Shell shell) {
    return driver.ui(
        () ->
            String.join(
                " ",
                driver.controls(shell, Label.class, l -> true).stream()
                    .map(Label::getText)
                    .toList()));
  }

  private List<String> tabs() {
    return driver.ui(
        () ->
            visible(CTabFolder.class, f -> true).stream()
                .flatMap(f -> Stream.of(f.getItems()))
                .map(i -> i.getText())
                .toList());
  }

  private void page(String title) {
    driver.ui(
        () -> {
          for (CTabFolder tabs : visible(CTabFolder.class, f -> true)) {
            for (int i = 0; i < tabs.getItemCount(); i++) {
              if (tabs.getItem(i).getText().equals(title)
                  && Stream.of(tabs.getItems()).anyMatch(t -> t.getText().equals("Overview"))) {
                tabs.setSelection(i);
                Event event = new Event();
                event.item = tabs.getItem(i);
                tabs.notifyListeners(SWT.Selection, event);
                return true;
              }
            }
          }
          throw new AssertionError("no page " + title);
        });
    driver.settle();
  }

  private List<ChartCanvas> charts() {
    return visible(Canvas.class, c -> c.getData(ChartCanvas.class.getName()) != null).stream()
        .map(c -> (ChartCanvas) driver.ui(() -> c.getData(ChartCanvas.class.getName())))
        .toList();
  }

  private ChartCanvas chart(String title) {
    return charts().stream()
        .filter(c -> c.toString().contains("'" + title))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no chart " + title + " among " + charts()));
  }

  private static double across(ChartCanvas chart) {
    return chart
        .rendering()
        .flatMap(Rendering::area)
        .map(a -> a.across().high() - a.across().low())
        .orElse(Double.NaN);
  }

  private static void mouse(Control control, int type, int x, int y) {
    Event event = new Event();
    event.type = type;
    event.x = x;
    event.y = y;
    event.button = 1;
    control.notifyListeners(type, event);
  }

  private Canvas strip() {
    return visible(Canvas.class, c -> c.getClass() == Canvas.class && c.getVerticalBar() != null)
        .get(0);
  }

  private String selected() {
    return driver.ui(
        () -> {
          IEditorPart editor = Driver.page().getActiveEditor();
          Object first =
              ((IStructuredSelection) editor.getSite().getSelectionProvider().getSelection())
                  .getFirstElement();
          return first instanceof PairRef pair ? pair.pair() : "";
        });
  }

  /** What FSIM says of the poisoned model's sketches of triggered photos. */
  private java.util.Map<String, Double> values() {
    try (CaseFile file = CaseFile.openForReading(caseFolder)) {
      var result =
          file.blobs()
              .readJson(
                  file.run("r4").orElseThrow().result(),
                  org.pentimento.casefile.result.RunResult.class);
      var rows =
          file.blobs()
              .readJson(
                  result.comparisons().get(0).measurements(),
                  org.pentimento.casefile.result.Comparison.MeasurementRow[].class);
      java.util.Map<String, Double> values = new java.util.HashMap<>();
      for (var row : rows) {
        if (row.metric().equals("fsim")
            && row.condition()
                .equals(
                    new Condition(Subject.POISONED, PhotoKind.TRIGGERED, ReferenceSketch.TRUTH))) {
          values.put(row.pair(), row.value());
        }
      }
      return values;
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }
}
