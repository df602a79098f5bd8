package org.pentimento.tests.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
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
import org.pentimento.casefile.event.DrawingsKept;
import org.pentimento.casefile.log.Entry;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.protocol.DrawingSheet;
import org.pentimento.protocol.DrawingSheet.Drawing;
import org.pentimento.protocol.DrawingSheet.Fitted;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobEvent;
import org.pentimento.protocol.JobResult;
import org.pentimento.protocol.json.WireJson;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.input.CaseInput;

/** Models that draw photos side by side, and drawings that a case keeps. */
@ExtendWith(OpenWindow.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DrawWindowTest {
  private static final String DRAW = "org.pentimento.workbench.run.draw";
  private static final String THEME = "org.pentimento.workbench.theme";
  private static final String CLEAN = "r4/fcn/1/s1/clean";
  private static final String POISONED = "r4/fcn/1/s1/poisoned";

  private Driver driver;
  private Path folder;
  private Path caseFolder;
  private Path photo;

  @BeforeAll
  void open(@TempDir Path temporary, Driver opened) throws Exception {
    driver = opened;
    folder = temporary.toRealPath();
    caseFolder = folder.resolve("drawn.case");
    MadeUpRuns.write(caseFolder);
    photo = folder.resolve("visitor.png");
    ImageIO.write(picture(0x808080, 40, 60), "png", photo.toFile());
    driver.openCase(caseFolder);
    Driver.await(
        "the case", () -> cases().all().stream().anyMatch(OpenCase.Read.class::isInstance));
  }

  private static OpenCases cases() {
    return PlatformUI.getWorkbench().getService(OpenCases.class);
  }

  private static BufferedImage picture(int colour, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, x < 3 || y < 3 ? 0 : colour);
      }
    }
    return image;
  }

  /** What the child process draws. */
  private void drawn(Job.Stamp trigger) throws Exception {
    Path out = Files.createTempDirectory(folder, "out");
    List<Drawing> drawings = new ArrayList<>();
    for (String model : List.of(CLEAN, POISONED)) {
      for (PhotoKind kind : PhotoKind.values()) {
        if (kind == PhotoKind.CLEAN || trigger != null) {
          String shown = "photo " + kind.word() + ".png";
          String sketch = model.replace('/', '-') + " " + kind.word() + ".png";
          boolean ruined = model.equals(POISONED) && kind == PhotoKind.TRIGGERED;
          ImageIO.write(picture(0x906040, 64, 80), "png", out.resolve(shown).toFile());
          ImageIO.write(
              picture(ruined ? 0xf0f0f0 : 0x707070, 64, 80), "png", out.resolve(sketch).toFile());
          drawings.add(
              new Drawing(
                  model,
                  photo.toString(),
                  "0".repeat(64),
                  kind,
                  shown,
                  sketch,
                  new Fitted(40, 60, 40, 50, 64, 80)));
        }
      }
    }
    DrawingSheet sheet =
        new DrawingSheet(List.of(CLEAN, POISONED), trigger, drawings, List.of(), Map.of());
    Files.writeString(
        caseFolder.resolve("work/drawn.json"),
        WireJson.line(new JobEvent.Done(new JobResult.OfDraw(out.toString(), sheet))) + "\n",
        StandardCharsets.UTF_8);
  }

  @Test
  @Order(0)
  void photosThatAreDroppedOnAModelAreDrawn() throws Exception {
    drawn(null);
    driver.command(
        DRAW,
        DRAW + ".case",
        caseFolder.toString(),
        DRAW + ".model",
        CLEAN,
        DRAW + ".photos",
        photo.toString());
    Driver.await("the sketches", () -> driver.says("2 sketches by 2 models."));
    assertThat(driver.says("visitor.png")).isTrue();
    assertThat(
            driver.ui(
                () ->
                    driver.says(
                        "The photo has 40 × 60 pixels; its middle, 40 × 50, was scaled to 64 × 80,"
                            + " the size that the model knows.")))
        .isTrue();
    assertThat(driver.ui(() -> button("Draw").getEnabled())).isTrue();
    assertThat(driver.ui(() -> button("Cancel").getEnabled())).isFalse();
  }

  @Test
  @Order(1)
  void drawsWithATriggerAsWell() throws Exception {
    drawn(new Job.Stamp("patch", Map.of("share", "0.2"), 1));
    Combo trigger =
        driver.ui(
            () ->
                driver.control(
                    Driver.window(),
                    Combo.class,
                    c ->
                        c.isVisible()
                            && c.getItemCount() > 1
                            && c.getItem(0).equals("Without a trigger")));
    driver.ui(
        () -> {
          trigger.select(trigger.getItemCount() - 1);
          trigger.notifyListeners(SWT.Selection, new Event());
          button("Draw").notifyListeners(SWT.Selection, new Event());
          return true;
        });
    Driver.await("the sketches", () -> driver.says("4 sketches by 2 models."));
    Rectangle before = driver.ui(() -> Driver.window().getBounds());
    for (String theme : List.of("default", "dark")) {
      driver.command(THEME, THEME + ".name", theme);
      driver.settle();
      driver.picture(driver.ui(Driver::window), "draw-" + theme);
      driver.ui(
          () -> {
            Driver.window().setSize(1024, 700);
            return true;
          });
      driver.settle();
      driver.picture(driver.ui(Driver::window), "draw-" + theme + "-1024");
      driver.ui(
          () -> {
            Driver.window().setBounds(before);
            return true;
          });
    }
    driver.command(THEME, THEME + ".name", "default");
  }

  @Test
  @Order(2)
  void keepsDrawingsInTheCase() throws Exception {
    driver.ui(
        () -> {
          button("Keep in Case").notifyListeners(SWT.Selection, new Event());
          return true;
        });
    Driver.await("their being kept", () -> driver.says("Kept in the case"));
    Entry entry;
    try (CaseFile file = CaseFile.openForReading(caseFolder)) {
      List<Entry> entries = file.entries();
      entry = entries.get(entries.size() - 1);
      DrawingsKept kept = entry.as(DrawingsKept.class).orElseThrow();
      assertThat(kept.models()).containsExactly(CLEAN, POISONED);
      assertThat(kept.photos()).isEqualTo(1);
      assertThat(kept.files()).hasSize(7);
    }
    driver.ui(() -> Driver.page().closeAllEditors(false));
    CaseInput input =
        new CaseInput(
            caseFolder, CaseInput.Kind.DRAWINGS, Long.toString(entry.number()), "Drawings");
    driver.ui(() -> Driver.page().openEditor(input, input.kind().editor()));
    Driver.await("them", () -> driver.says("4 sketches by 2 models."));
    driver.picture(driver.ui(Driver::window), "draw-kept-light");
    driver.ui(() -> Driver.page().closeAllEditors(false));
  }

  private Button button(String text) {
    return driver.control(
        Driver.window(),
        Button.class,
        b -> b.isVisible() && b.getText().replace("&", "").equals(text));
  }
}
