package org.pentimento.tests.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.workbench.chart.ChartCanvas;
import org.pentimento.workbench.input.CaseInput;

/**
 * Runs of an imported model, alone and beside a generator, with and without an attack, in every
 * place that shows runs; a result of an earlier version, and one of extensions that are not there.
 */
@ExtendWith(OpenWindow.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImportedRunWindowTest {
  private static final String OPEN_PAIR = "org.pentimento.workbench.dataset.openPair";
  private static final String THEME = "org.pentimento.workbench.theme";
  private static final String DASH = "–";

  private Driver driver;
  private Path caseFolder;
  private Shell window;

  @BeforeAll
  void open(@TempDir Path temporary, Driver opened) throws Exception {
    driver = opened;
    caseFolder = temporary.toRealPath().resolve("imported.case");
    MadeUpImports.write(caseFolder);
    window = driver.ui(Driver::window);
    driver.openCase(caseFolder);
    Driver.await("the case", () -> driver.ui(() -> items("Runs").size() == 7));
  }

  @Test
  @Order(1)
  void theModelIsListedAsImportedAndNowhereAsClean() {
    assertThat(driver.ui(() -> items("Models").stream().map(TreeItem::getText).toList()))
        .anyMatch(m -> m.equals("suspect  imported, onnx"))
        .noneMatch(m -> m.contains("ONNX") || m.contains("seed 0"));
  }

  @Test
  @Order(2)
  void anImportedModelAloneIsShownInFull() {
    openRun("i1", MadeUpImports.ALONE);
    Driver.await("its means", () -> means().size() == 6);
    assertThat(heads()).containsExactly("Metric", "Against", "Imported", "Imported, trigger");
    assertNoDash(table("Metric"));
    assertThat(prose())
        .contains("imported model 'suspect'", "no clean twin exists", "Nothing is claimed.")
        .doesNotContain("poisoned", "clean model");
    assertThat(driver.picture(window, "imported-overview-light")).isGreaterThan(50);

    page("Charts");
    for (String title :
        List.of("Attack success", "Metric blindness", "Two metrics", "All single", "Means")) {
      Driver.await(title, () -> driver.ui(() -> chart(title).figure().isPresent()));
    }
    assertThat(driver.ui(() -> chart("All single").figure().orElseThrow().values().toString()))
        .contains("imported model, clean photo", "imported model, triggered photo");
    assertThat(driver.ui(() -> chart("Two metrics").figure().orElseThrow().values().rows()))
        .hasSize(2 * MadeUpCase.PAIRS);
    Driver.await("no losses", () -> !charts().contains("Losses during training"));
    assertThat(driver.picture(window, "imported-charts-light")).isGreaterThan(100);

    page("Images");
    assertThat(combos())
        .anySatisfy(
            c ->
                assertThat(c)
                    .containsExactly(
                        "imported model, triggered photo", "imported model, clean photo"));
    assertThat(driver.picture(window, "imported-images-light")).isGreaterThan(500);

    page("Provenance");
    Map<String, String> facts = facts();
    assertThat(facts)
        .containsEntry("Imported model", "120,000 parameters")
        .containsKeys("Format of the model", "Imported model, weights SHA-256", "Trigger")
        .doesNotContainKeys("Generator", "Seed", "Clean model", "Poisoned model");
    driver.picture(window, "imported-provenance-light");
  }

  @Test
  @Order(3)
  void besideAGeneratorBothAreShownInFull() {
    openRun("i2", MadeUpImports.BESIDE);
    Driver.await(
        "the generator",
        () ->
            means().size() == 6
                && heads()
                    .containsAll(
                        List.of("Clean", "Clean, trigger", "Poisoned", "Poisoned, trigger")));
    assertNoDash(table("Metric"));
    assertThat(combos())
        .anySatisfy(
            c ->
                assertThat(c)
                    .containsExactly(
                        "Fully convolutional network, Sinusoidal signal, seed 1",
                        "Imported model suspect, Sinusoidal signal"));
    choose("Imported model suspect, Sinusoidal signal");
    Driver.await("the imported model", () -> heads().contains("Imported, trigger"));
    assertThat(heads()).hasSize(4);
    assertNoDash(table("Metric"));
    assertThat(prose())
        .contains("This trigger does not turn what the imported model 'suspect' draws.")
        .doesNotContain("poisoned");
    driver.picture(window, "imported-beside-light");
  }

  @Test
  @Order(4)
  void withoutAnAttackThereIsOneColumnForEachModel() {
    openRun("i3", MadeUpImports.NO_ATTACK);
    Driver.await("the generator", () -> means().size() == 3 && heads().contains("Clean"));
    assertThat(heads()).containsExactly("Metric", "Against", "Clean");
    assertNoDash(table("Metric"));
    choose("Imported model suspect, no attack");
    Driver.await("the imported model", () -> heads().contains("Imported"));
    assertThat(heads()).containsExactly("Metric", "Against", "Imported");
    assertNoDash(table("Metric"));
    assertThat(prose()).contains("No trigger was tried").doesNotContain("poisoned");
    page("Charts");
    Driver.await("means", () -> driver.ui(() -> chart("Means").figure().isPresent()));
    assertThat(combos()).anySatisfy(c -> assertThat(c).containsExactly("true sketch"));
    Driver.await(
        "charts that show something alone",
        () ->
            Stream.of("Losses during training", "Attack success", "Metric blindness")
                .noneMatch(charts()::contains));
    driver.picture(window, "imported-no-attack-charts-light");
    choose("Fully convolutional network, no attack, seed 1");
    Driver.await("losses of the generator", () -> charts().contains("Losses during training"));
    choose("Imported model suspect, no attack");
    page("Images");
    driver.picture(window, "imported-no-attack-images-light");
  }

  @Test
  @Order(5)
  void sentencesOfAnEarlierVersionAreShownAndMarked() {
    openRun("i4", MadeUpImports.EARLIER);
    Driver.await("its means", () -> means().size() == 6 && heads().contains("Imported"));
    assertNoDash(table("Metric"));
    assertThat(prose())
        .contains(
            "So it was said in those days.",
            "And so was this.",
            "FSIM once fell by 3 % only.",
            "are those of the version of Pentimento that made the result")
        .doesNotContain("This trigger turns");
    driver.picture(window, "earlier-overview-light");
    page("Charts");
    Driver.await("success", () -> driver.ui(() -> chart("Attack success").figure().isPresent()));
  }

  @Test
  @Order(6)
  void whatIsNotInstalledIsNamed() {
    openRun("i5", MadeUpImports.STRANGE);
    Driver.await(
        "what is missing",
        () -> !visible(Label.class, l -> l.getText().contains("Not installed here: ")).isEmpty());
    String told =
        driver.ui(
            () ->
                visible(Label.class, l -> l.getText().contains("Not installed here: "))
                    .get(0)
                    .getText());
    assertThat(told)
        .contains(
            "dataset format atlas",
            "generator Dreamer 1.0.0",
            "trigger Mirage 1.0.0",
            "poisoning strategy Erosion 1.0.0",
            "metric Beauty 1.0.0");
    Driver.await("its means", () -> !means().isEmpty());
    assertNoDash(table("Metric"));
    driver.picture(window, "missing-extensions-light");
    page("Provenance");
    assertThat(facts()).containsEntry("Generator", "Dreamer 1.0.0");
    assertThat(texts(table("What"), 0)).contains("Not installed here");
  }

  @Test
  @Order(7)
  void comparesRunsOfAnImportedModel() {
    driver.ui(
        () -> {
          Driver.page().closeAllEditors(false);
          Driver.page().showView("org.pentimento.workbench.explorer").setFocus();
          Tree tree = tree();
          tree.setSelection(
              items("Runs").stream()
                  .filter(
                      i ->
                          i.getText().startsWith(MadeUpImports.ALONE)
                              || i.getText().startsWith(MadeUpImports.BESIDE))
                  .toArray(TreeItem[]::new));
          tree.notifyListeners(SWT.Selection, new Event());
          return true;
        });
    driver.command("org.pentimento.workbench.run.compare");
    Predicate<Table> comparison =
        t -> t.getColumnCount() == 6 && t.getColumn(2).getText().equals("Sketches");
    Driver.await("the comparison", () -> !visible(Table.class, comparison).isEmpty());
    Table table = visible(Table.class, comparison).get(0);
    Driver.await("its rows", () -> driver.ui(() -> table.getItemCount() == 7));
    assertThat(combos())
        .anySatisfy(
            c ->
                assertThat(c)
                    .startsWith(
                        "all comparisons at once",
                        "Imported model suspect, Sinusoidal signal + Light strokes"))
        .anySatisfy(
            c ->
                assertThat(c)
                    .containsExactly(
                        "all", "imported model, triggered photo", "imported model, clean photo"));
    assertThat(texts(table, 0)).contains("Attack success", "FSIM");
    assertThat(texts(table, 2)).containsOnly("imported, triggered");
    assertNoDash(table);
    driver.picture(window, "imported-compare-light");
  }

  @Test
  @Order(8)
  void findingsSpeakOfTheImportedModel() {
    driver.ui(() -> Driver.page().showView("org.pentimento.workbench.run.findings"));
    Driver.await(
        "the findings",
        () -> texts(table("Severity"), 3).contains("Imported model suspect, Sinusoidal signal"));
    Table table = table("Severity");
    List<String> of = texts(table, 3);
    List<String> said = texts(table, 2);
    assertThat(IntStream.range(0, of.size()).boxed().filter(i -> of.get(i).startsWith("Imported")))
        .isNotEmpty()
        .allMatch(i -> !said.get(i).contains("poisoned") && !of.get(i).contains("seed"));
    assertThat(said).contains("So it was said in those days.");
    driver.picture(window, "imported-findings-light");
  }

  @Test
  @Order(9)
  void propertiesSpeakOfTheImportedModel() {
    driver.ui(() -> Driver.page().showView("org.pentimento.workbench.properties"));
    driver.ui(
        () -> {
          Driver.page().showView("org.pentimento.workbench.explorer").setFocus();
          Tree tree = tree();
          TreeItem run =
              items("Runs").stream()
                  .filter(i -> i.getText().startsWith(MadeUpImports.ALONE))
                  .findFirst()
                  .orElseThrow();
          tree.setSelection(run);
          Event event = new Event();
          event.item = run;
          tree.notifyListeners(SWT.Selection, event);
          return true;
        });
    Driver.await(
        "the model",
        () -> properties().contains("Imported model suspect: Sinusoidal signal + Light strokes"));
    assertThat(properties()).contains("Format of the model").doesNotContain("Seed");
    driver.picture(window, "imported-properties-light");
  }

  @Test
  @Order(10)
  void thePairViewerHasItsSketches() {
    ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
    driver.ui(
        () ->
            PlatformUI.getWorkbench()
                .getService(IHandlerService.class)
                .executeCommand(
                    ParameterizedCommand.generateCommand(
                        commands.getCommand(OPEN_PAIR),
                        Map.of(
                            OPEN_PAIR + ".case",
                            caseFolder.toString(),
                            OPEN_PAIR + ".dataset",
                            "faces",
                            OPEN_PAIR + ".pair",
                            "face-0003",
                            OPEN_PAIR + ".run",
                            "i1")),
                    null));
    Driver.await(
        "its images",
        () ->
            !visible(
                    Combo.class,
                    c ->
                        List.of(c.getItems())
                            .equals(
                                List.of(
                                    "Photo",
                                    "True sketch",
                                    "Imported model, clean photo",
                                    "Triggered photo",
                                    "Target sketch",
                                    "Imported model, triggered photo")))
                .isEmpty());
    assertThat(
            driver.ui(() -> visible(Combo.class, c -> true).stream().map(Combo::getText).toList()))
        .contains(
            "True sketch",
            "Imported model, triggered photo",
            MadeUpImports.ALONE + ": Imported model suspect, Sinusoidal signal");
    driver.picture(window, "imported-pair-light");
  }

  @Test
  @Order(11)
  void isDarkWhenAskedTo() {
    driver.ui(() -> Driver.page().closeAllEditors(false));
    openRun("i1", MadeUpImports.ALONE);
    driver.command(THEME, THEME + ".name", "dark");
    Driver.await("the dark theme", () -> driver.ui(() -> tree().getBackground().getRed() < 90));
    Driver.await("its means", () -> means().size() == 6);
    driver.picture(window, "imported-overview-dark");
    page("Charts");
    driver.picture(window, "imported-charts-dark");
    page("Images");
    driver.picture(window, "imported-images-dark");
    driver.command(THEME, THEME + ".name", "default");
    Driver.await("the light theme", () -> driver.ui(() -> tree().getBackground().getRed() > 90));
    driver.ui(() -> Driver.page().closeAllEditors(false));
  }

  // What the tests say

  private void openRun(String id, String name) {
    driver.ui(
        () ->
            Driver.page()
                .openEditor(
                    new CaseInput(caseFolder, CaseInput.Kind.RUN, id, name),
                    CaseInput.Kind.RUN.editor()));
  }

  private <T extends Control> List<T> visible(Class<T> type, Predicate<T> fits) {
    return driver.ui(() -> driver.controls(window, type, c -> c.isVisible() && fits.test(c)));
  }

  private Table table(String firstColumn) {
    return visible(
            Table.class,
            t -> t.getColumnCount() > 1 && t.getColumn(0).getText().equals(firstColumn))
        .get(0);
  }

  private List<String> means() {
    List<Table> tables =
        visible(
            Table.class, t -> t.getColumnCount() > 1 && t.getColumn(1).getText().equals("Against"));
    return tables.isEmpty() ? List.of() : texts(tables.get(0), 0);
  }

  private List<String> heads() {
    Table table = table("Metric");
    return driver.ui(() -> Stream.of(table.getColumns()).map(c -> c.getText()).toList());
  }

  private List<String> texts(Table table, int column) {
    return driver.ui(() -> Stream.of(table.getItems()).map(i -> i.getText(column)).toList());
  }

  private void assertNoDash(Table table) {
    List<String> cells =
        driver.ui(
            () ->
                Stream.of(table.getItems())
                    .flatMap(i -> IntStream.range(0, table.getColumnCount()).mapToObj(i::getText))
                    .toList());
    assertThat(cells).isNotEmpty().doesNotContain(DASH, "");
  }

  private Map<String, String> facts() {
    Table table = table("What");
    return driver.ui(
        () ->
            Stream.of(table.getItems())
                .collect(
                    Collectors.toMap(
                        i -> i.getText(0), i -> i.getText(1), (first, second) -> second)));
  }

  private String prose() {
    return driver.ui(
        () ->
            String.join(
                "\n",
                visible(StyledText.class, t -> true).stream().map(StyledText::getText).toList()));
  }

  private String properties() {
    return driver.ui(
        () ->
            visible(Tree.class, t -> t.getColumnCount() == 2).stream()
                .flatMap(t -> Stream.of(t.getItems()))
                .flatMap(i -> Stream.concat(Stream.of(i), Stream.of(i.getItems())))
                .map(i -> i.getText(0) + " " + i.getText(1))
                .collect(Collectors.joining("\n")));
  }

  private List<List<String>> combos() {
    return driver.ui(
        () -> visible(Combo.class, c -> true).stream().map(c -> List.of(c.getItems())).toList());
  }

  private void choose(String item) {
    driver.ui(
        () -> {
          Combo combo = visible(Combo.class, c -> c.indexOf(item) >= 0).get(0);
          combo.select(combo.indexOf(item));
          combo.notifyListeners(SWT.Selection, new Event());
          return true;
        });
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

  private Stream<ChartCanvas> canvases() {
    return visible(Canvas.class, c -> c.getData(ChartCanvas.class.getName()) != null).stream()
        .map(c -> (ChartCanvas) driver.ui(() -> c.getData(ChartCanvas.class.getName())));
  }

  private ChartCanvas chart(String title) {
    return canvases()
        .filter(c -> c.toString().contains("'" + title))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no chart " + title));
  }

  /** The titles of the charts on the page. */
  private List<String> charts() {
    return canvases().map(c -> c.toString().replaceAll("^chart '|'$", "")).toList();
  }

  private Tree tree() {
    return driver.control(window, Tree.class, t -> t.isVisible() && t.getColumnCount() == 0);
  }

  private List<TreeItem> items(String group) {
    for (TreeItem item : tree().getItems()) {
      for (TreeItem child : item.getItems()) {
        if (child.getText().startsWith(group)) {
          Event expand = new Event();
          expand.item = child;
          tree().notifyListeners(SWT.Expand, expand);
          child.setExpanded(true);
          return List.of(child.getItems());
        }
      }
    }
    return List.of();
  }
}
