package org.pentimento.tests.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.workbench.chart.ChartCanvas;

/** What somebody meets first: the sample case, a small display, the words, and help by others. */
@ExtendWith(OpenWindow.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstLookWindowTest {
  private static final String FOLDERS = "org.pentimento.workbench.folders";
  private static final String CASES = "cases";

  private Driver driver;
  private Path folder;
  private Rectangle before;

  @BeforeAll
  void open(@TempDir Path temporary, Driver opened) throws Exception {
    driver = opened;
    folder = temporary.toRealPath();
    InstanceScope.INSTANCE.getNode(FOLDERS).put(CASES, folder.toString());
    before = driver.ui(() -> Driver.window().getBounds());
  }

  @AfterAll
  void restore() {
    InstanceScope.INSTANCE.getNode(FOLDERS).remove(CASES);
    resize(before);
  }

  @Test
  @Order(1)
  void aFinishedSampleCaseCanBeLookedAt() {
    driver.command("org.pentimento.workbench.sampleCase");
    Driver.await("the sample", () -> driver.ui(() -> labels().contains("sample  SAMPLE")));
    assertThat(folder.resolve("sample.case").resolve("head.json")).exists();
    Driver.await("its means", () -> driver.ui(() -> !means().isEmpty()));
    Driver.await("their rows", () -> driver.ui(() -> means().get(0).getItemCount() > 4));
    driver.ui(() -> Driver.page().showView("org.pentimento.workbench.firstAudit"));
    Driver.await("the first step's tick", () -> driver.ui(this::firstTick));
  }

  /** Whether the first step is ticked, and the tick can be seen. */
  private boolean firstTick() {
    Button tick =
        driver
            .controls(
                Driver.window(),
                Button.class,
                b -> b.isVisible() && (b.getStyle() & SWT.CHECK) != 0 && b.getText().isEmpty())
            .get(0);
    return tick.getSelection() && darkPixels(tick) > 5;
  }

  private static long darkPixels(Button tick) {
    Image image = new Image(tick.getDisplay(), tick.getSize().x, tick.getSize().y);
    GC gc = new GC(tick);
    gc.copyArea(image, 0, 0);
    gc.dispose();
    ImageData pixels = image.getImageData();
    image.dispose();
    long dark = 0;
    for (int y = 0; y < pixels.height; y++) {
      for (int x = 0; x < pixels.width; x++) {
        RGB colour = pixels.palette.getRGB(pixels.getPixel(x, y));
        dark += Math.max(colour.red, Math.max(colour.green, colour.blue)) < 110 ? 1 : 0;
      }
    }
    return dark;
  }

  @Test
  @Order(2)
  void theDecidingColumnAndTheChartsAreSeenOnASmallDisplay() {
    driver.ui(
        () -> {
          Driver.page().resetPerspective(); // whatever other tests opened beside it
          return true;
        });
    resize(new Rectangle(0, 0, 1024, 700));
    Driver.await(
        "the last column in sight",
        () ->
            driver.ui(
                () -> {
                  Table table = means().get(0);
                  int wide = Stream.of(table.getColumns()).mapToInt(TableColumn::getWidth).sum();
                  return wide <= table.getClientArea().width;
                }));
    driver.ui(() -> Driver.page().showView("org.pentimento.workbench.run.charts"));
    Driver.await(
        "a chart that can be read",
        () ->
            driver.ui(
                () ->
                    driver
                        .controls(
                            Driver.window(),
                            Canvas.class,
                            c -> c.isVisible() && c.getData(ChartCanvas.class.getName()) != null)
                        .stream()
                        .allMatch(c -> c.getSize().y >= 200)));
    resize(before);
  }

  @Test
  @Order(3)
  void aColumnsHeadLeadsToItsWord() {
    driver.ui(
        () -> {
          Table table = means().get(0);
          Driver.display().setCursorLocation(table.toDisplay(20, 40));
          return true;
        });
    driver.settle();
    MenuItem item =
        driver.ui(
            () -> {
              Table table = means().get(0);
              table.getMenu().notifyListeners(SWT.Show, new Event());
              MenuItem[] items = table.getMenu().getItems();
              return items[items.length - 1];
            });
    assertThat(driver.ui(item::getText)).isEqualTo("&What “Metric” Means");
    driver.ui(
        () -> {
          item.notifyListeners(SWT.Selection, new Event());
          return true;
        });
    Driver.await(
        "the word",
        () ->
            driver.ui(
                () ->
                    driver
                            .controls(
                                Driver.window(),
                                org.eclipse.swt.custom.StyledText.class,
                                t -> t.isVisible() && t.getSelectionText().equals("Metric"))
                            .size()
                        == 1));
    driver.ui(
        () -> {
          Driver.page().hideView(Driver.page().findView("org.pentimento.workbench.help"));
          return true;
        });
  }

  @Test
  @Order(4)
  void ticksAreSeenInALightView() {
    driver.command(
        "org.pentimento.workbench.theme", "org.pentimento.workbench.theme.name", "default");
    driver.settle();
    driver.ui(() -> Driver.page().showView("org.pentimento.workbench.firstAudit"));
    List<Button> ticks =
        driver.ui(
            () ->
                driver.controls(
                    Driver.window(),
                    Button.class,
                    b ->
                        b.isVisible() && (b.getStyle() & SWT.CHECK) != 0 && b.getText().isEmpty()));
    assertThat(ticks).isNotEmpty();
    int ink = driver.ui(() -> ticks.get(0).getForeground().getRed());
    int ground = driver.ui(() -> ticks.get(0).getBackground().getRed());
    assertThat(ground - ink).isGreaterThan(120);
  }

  @Test
  @Order(5)
  void diagnosticsAreShownBeforeTheyAreSaved() {
    driver.command("org.pentimento.workbench.diagnostics");
    Shell dialog = driver.dialog("Collect Diagnostics");
    org.eclipse.swt.widgets.List names =
        driver.ui(() -> driver.control(dialog, org.eclipse.swt.widgets.List.class, l -> true));
    assertThat(driver.ui(names::getItems)).contains("versions.txt", "platform.txt", "log-1.txt");
    String text =
        driver.ui(
            () ->
                driver
                    .control(dialog, org.eclipse.swt.custom.StyledText.class, t -> true)
                    .getText());
    assertThat(text).contains("Java: 1").doesNotContain(folder.toString());
    driver.picture(dialog, "diagnostics-light");
    driver.press(dialog, "Cancel");
  }

  private void resize(Rectangle bounds) {
    driver.ui(
        () -> {
          Driver.window().setMaximized(false);
          Driver.window().setBounds(bounds);
          return true;
        });
    driver.settle();
  }

  private List<Table> means() {
    return driver.controls(
        Driver.window(),
        Table.class,
        t -> t.isVisible() && t.getColumnCount() > 4 && t.getColumn(0).getText().equals("Metric"));
  }

  private Tree cases() {
    return driver.control(
        Driver.window(), Tree.class, t -> t.isVisible() && t.getColumnCount() == 0);
  }

  private List<String> labels() {
    return Stream.of(cases().getItems()).map(TreeItem::getText).toList();
  }
}
