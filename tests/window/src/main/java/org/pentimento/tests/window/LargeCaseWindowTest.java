package org.pentimento.tests.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.workbench.app.UiWatch;
import org.pentimento.workbench.input.CaseInput;

/** A case of 20,000 pairs: no step in it keeps the window from answering for 100 ms. */
@ExtendWith(OpenWindow.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeCaseWindowTest {
  private static final int PAIRS = 20_000;
  private static final int PICTURES = 16;

  private Driver driver;
  private PictureCanvas thumbnails;
  private Path caseFolder;

  @BeforeAll
  void open(@TempDir Path temporary, Driver opened) throws Exception {
    driver = opened;
    thumbnails = new PictureCanvas(driver, true);
    Path pictures = temporary.resolve("pictures");
    fill(Files.createDirectories(pictures.resolve("photos")), true);
    fill(Files.createDirectories(pictures.resolve("sketches")), false);
    caseFolder = temporary.toRealPath().resolve("large.case");
    try (CaseFile file = CaseFile.create(caseFolder, new CaseInfo("E", "", "", "", "UTC", ""))) {
      file.record(MadeUpCase.pictures(pictures, "f".repeat(64), PAIRS));
    }
    driver.openCase(caseFolder);
  }

  /** Many names of few files. */
  private static void fill(Path folder, boolean photo) throws IOException {
    for (int i = 0; i < PAIRS; i++) {
      Path file = folder.resolve("face-%05d.png".formatted(i));
      if (i < PICTURES) {
        BufferedImage image = new BufferedImage(100, 125, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        g.setColor(photo ? new java.awt.Color(90, 10 * i, 160) : java.awt.Color.WHITE);
        g.fillRect(0, 0, 100, 125);
        g.setColor(photo ? new java.awt.Color(225, 180, 150) : java.awt.Color.DARK_GRAY);
        g.drawOval(20, 20, 60, 80 + i);
        g.dispose();
        ImageIO.write(image, "png", file.toFile());
      } else {
        Files.createLink(file, folder.resolve("face-%05d.png".formatted(i % PICTURES)));
      }
    }
  }

  @Test
  void staysQuick() {
    session(); // classes are loaded and compiled on the way
    UiWatch watch = driver.ui(() -> PlatformUI.getWorkbench().getService(UiWatch.class));
    watch.forget();
    session();
    List<UiWatch.Stall> stalls = watch.stalls();
    System.out.println("stalls over the limit among 20,000 pairs: " + stalls);
    assertThat(stalls.stream().filter(UiWatch.Stall::isOurs).toList()).isEmpty();
  }

  private void session() {
    CaseInput input = new CaseInput(caseFolder, CaseInput.Kind.DATASET, "pictures", "pictures");
    long began = System.nanoTime();
    driver.ui(() -> Driver.page().openEditor(input, input.kind().editor()));
    driver.awaitWords("20,000 pairs");
    System.out.println("20,000 pairs after " + (System.nanoTime() - began) / 1_000_000 + " ms");
    for (int code : new int[] {SWT.PAGE_DOWN, SWT.PAGE_DOWN, SWT.PAGE_DOWN, SWT.END, SWT.HOME}) {
      thumbnails.key(code, 0);
      driver.settle();
    }
    Text filter = driver.named(Text.class, "Words that all");
    for (String words : List.of("face-1", "face-19", "face-199", "")) {
      driver.ui(
          () -> {
            filter.setText(words);
            return true;
          });
      driver.settle();
    }
    choose(driver.named(Combo.class, "By what"), "id");
    driver.settle();
    choose(driver.named(Combo.class, "Which pairs are shown"), "Bookmarked");
    driver.awaitWords("0 shown.");
    choose(driver.named(Combo.class, "Which pairs are shown"), "All pairs and files");
    Driver.await("all", () -> !driver.says("shown."));
    thumbnails.key('a', SWT.MOD1);
    driver.awaitWords("20,000 selected.");
    thumbnails.key(SWT.HOME, 0);
    driver.settle();
    driver.picture(driver.ui(Driver::window), "large-light");
    driver.ui(() -> Driver.page().closeAllEditors(false));
    driver.settle();
  }

  private void choose(Combo combo, String item) {
    driver.ui(
        () -> {
          combo.select(combo.indexOf(item));
          combo.notifyListeners(SWT.Selection, new Event());
          return true;
        });
  }
}
