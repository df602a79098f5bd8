package org.pentimento.tests.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.workbench.input.CaseInput;

/** Inspections of photos and mitigations in their editors. */
@ExtendWith(OpenWindow.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PhotoInspectionWindowTest {
  private static final String THEME = "org.pentimento.workbench.theme";

  private Driver driver;
  private Path caseFolder;

  @BeforeAll
  void open(@TempDir Path temporary, Driver opened) throws Exception {
    driver = opened;
    caseFolder = temporary.resolve("visitors.case");
    MadeUpPhotoInspection.write(temporary, caseFolder);
    driver.openCase(caseFolder);
  }

  @Test
  @Order(0)
  void showsThePhotosAndWhatWasFoundInTheTriggeredOne() {
    open(CaseInput.Kind.PHOTO_INSPECTION, "photo-inspection-7", MadeUpPhotoInspection.PHOTOS);
    Driver.await("the verdict", () -> driver.ui(() -> driver.says("1 of 3 photos are triggered")));
    Table table = driver.ui(() -> table("Photo"));
    assertThat(driver.ui(() -> row(table, 1)))
        .startsWith("/photos/visitor.png\ttriggered\t")
        .contains("4, 6; 40 × 30 pixels");
    assertThat(driver.ui(() -> row(table, 2))).contains("no statement").contains("no picture");
    assertThat(driver.ui(table::getSelectionIndex)).as("the triggered one").isEqualTo(1);
    assertThat(driver.ui(this::proses))
        .anyMatch(t -> t.contains("lies 4 pixels from the left and 6 from the top"))
        .anyMatch(t -> t.contains("Effect of what it has for itself on other photos: 0.150"))
        .anyMatch(t -> t.contains("compared with 38 trusted photos"))
        .noneMatch(t -> t.toLowerCase(Locale.ROOT).contains("safe"));
    inLightAndDark("photos", 2);
  }

  @Test
  @Order(1)
  void showsAModelBeforeAndAfterItsMitigation() {
    open(CaseInput.Kind.MITIGATION, "mitigation-9", MadeUpPhotoInspection.MITIGATION);
    Driver.await("the outcome", () -> driver.ui(() -> driver.says("The second mode is gone.")));
    page(0);
    Table table = driver.ui(() -> table("After"));
    assertThat(driver.ui(() -> row(table, 0))).contains("\t0.0571\t0.0593\t");
    assertThat(driver.ui(() -> row(table, 1)))
        .startsWith("Ink taken by a tiny change\t0.780\t0.220\t");
    assertThat(driver.ui(this::proses))
        .anyMatch(t -> t.contains("is “mended”, listed among the models"))
        .anyMatch(t -> t.contains("Before:  backdoor."));
    page(1);
    Driver.await("the old model", () -> driver.ui(() -> driver.says("evidence for it")));
    inLightAndDark("mitigation", 4);
  }

  @Test
  @Order(2)
  void offersToGoOnWithWhatWasCancelled() {
    open(
        CaseInput.Kind.PHOTO_INSPECTION,
        "photo-inspection-8",
        MadeUpPhotoInspection.PHOTOS_CANCELLED);
    Driver.await("the state", () -> driver.ui(() -> driver.says("It was cancelled")));
    assertThat(driver.ui(this::isResumable)).isTrue();
    open(CaseInput.Kind.MITIGATION, "mitigation-10", MadeUpPhotoInspection.MITIGATION_CANCELLED);
    Driver.await("the state", () -> driver.ui(() -> driver.says("It was cancelled")));
    assertThat(driver.ui(this::isResumable)).isTrue();
  }

  /** Pictures of all pages, in a small window too. */
  private void inLightAndDark(String name, int pages) {
    Rectangle before = driver.ui(() -> Driver.window().getBounds());
    for (String theme : List.of("default", "dark")) {
      driver.command(THEME, THEME + ".name", theme);
      driver.ui(
          () -> {
            Driver.window().setMaximized(false);
            Driver.window().setSize(1024, 700);
            return true;
          });
      for (int i = 0; i < pages; i++) {
        page(i);
        driver.settle();
        driver.picture(driver.ui(Driver::window), name + "-" + i + "-" + theme + "-1024");
      }
    }
    driver.command(THEME, THEME + ".name", "default");
    driver.ui(
        () -> {
          Driver.window().setBounds(before); // later tests need their room
          return true;
        });
  }

  private void open(CaseInput.Kind kind, String id, String name) {
    CaseInput input = new CaseInput(caseFolder, kind, id, name);
    driver.ui(() -> Driver.page().openEditor(input, input.kind().editor()));
  }

  private boolean isResumable() {
    return driver
        .control(
            Driver.window(),
            Button.class,
            b -> b.isVisible() && b.getText().replace("&", "").equals("Resume"))
        .isVisible();
  }

  private List<String> proses() {
    return driver.controls(Driver.window(), StyledText.class, StyledText::isVisible).stream()
        .map(StyledText::getText)
        .toList();
  }

  private Table table(String column) {
    return driver.control(
        Driver.window(),
        Table.class,
        t -> t.isVisible() && Stream.of(t.getColumns()).anyMatch(c -> c.getText().equals(column)));
  }

  private static String row(Table table, int index) {
    TableItem item = table.getItem(index);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < table.getColumnCount(); i++) {
      text.append(i == 0 ? "" : "\t").append(item.getText(i));
    }
    return text.toString();
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
                          && Stream.of(f.getItems()).anyMatch(i -> i.getText().equals("Method")));
          tabs.setSelection(index);
          Event event = new Event();
          event.item = tabs.getItem(index);
          tabs.notifyListeners(SWT.Selection, event);
          return true;
        });
  }
}
