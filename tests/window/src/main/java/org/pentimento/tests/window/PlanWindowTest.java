package org.pentimento.tests.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
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
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.input.PlanInput;
import org.pentimento.workbench.jobs.ChildJob;
import org.pentimento.workbench.jobs.ChildJobs;
import org.pentimento.workbench.preview.Previews;

/** A plan from its first draft to its run: forms, source, preview, and what can go wrong. */
@ExtendWith(OpenWindow.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlanWindowTest {
  private static final String EDITOR = "org.pentimento.workbench.plan";
  private static final String RUN = "org.pentimento.workbench.plan.run";
  private static final String THEME = "org.pentimento.workbench.theme";

  private Path folder;
  private Driver driver;

  @BeforeAll
  void open(@TempDir Path temporary, Driver opened) {
    folder = temporary;
    driver = opened;
  }

  @Test
  @Order(0)
  void opensADraftOfTheFirstAudit() {
    driver.command("org.pentimento.workbench.newAudit");
    Shell dialog = driver.dialog("New Audit");
    driver.ui(
        () -> {
          driver
              .control(dialog, Combo.class, c -> (c.getStyle() & SWT.READ_ONLY) == 0)
              .setText(folder.resolve("planned.case").toString());
          Button atOnce =
              driver.control(
                  dialog, Button.class, b -> b.getText().replace("&", "").equals("Run at once"));
          assertThat(atOnce.getSelection()).as("so that Finish is enough").isTrue();
          atOnce.setSelection(false);
          return true;
        });
    driver.picture(dialog, "plan-new-light");
    driver.press(dialog, "Finish");
    Driver.await("the editor", () -> driver.ui(() -> editor() instanceof IEditorPart));
    Driver.await("the check", () -> state().equals("The plan is ready to run."));
    assertThat(driver.ui(() -> driver.field(Driver.window(), "Name:").getText()))
        .isEqualTo("light strokes, first look");
    assertThat(running()).isEmpty();
    assertThat(driver.ui(() -> editor().isDirty())).isFalse();
    Driver.await("an estimate", () -> estimate().startsWith("Time and disk: not known yet"));
    assertThat(estimate()).endsWith("<a>Try some steps</a>");
    driver.picture(driver.ui(Driver::window), "plan-overview-light");
  }

  @Test
  @Order(1)
  void triesSomeStepsWhereNoRunTells() {
    clickEstimate();
    Driver.await("the trial", () -> estimate().startsWith("Trying "));
    assertThat(estimate()).endsWith("<a>Cancel</a>");
    driver.picture(driver.ui(Driver::window), "plan-trial-light");
    clickEstimate();
    Driver.await("its end", () -> estimate().startsWith("Time and disk: not known yet"));
    clickEstimate();
    Driver.await(
        "an estimate", 120_000, () -> estimate().contains("Estimated from a trial of some steps"));
    assertThat(estimate())
        .matches(
            "About [0-9]+ (s|min) \\(.*\\) and .* of disk; a training takes at most about .* of"
                + " memory\\. .*machine\\.");
    driver.picture(driver.ui(Driver::window), "plan-estimated-light");
  }

  private String estimate() {
    return driver.ui(() -> estimateLink().getText());
  }

  /** The second line that the editor says above its pages. */
  private Link estimateLink() {
    return ownLinks().skip(1).findFirst().orElseThrow();
  }

  /** Links that can be seen, without those of Cases. */
  private Stream<Link> ownLinks() {
    return driver.controls(Driver.window(), Link.class, l -> l.isVisible()).stream()
        .filter(l -> !l.getText().matches("(?s)<a>(Close|Look at a finished.*|.*…)</a>"));
  }

  private void clickEstimate() {
    driver.ui(
        () -> {
          estimateLink().notifyListeners(SWT.Selection, new Event());
          return true;
        });
  }

  @Test
  @Order(2)
  void keepsFormAndSourceInStep() {
    driver.ui(
        () -> {
          driver.field(Driver.window(), "Name:").setText("weaker strokes");
          return true;
        });
    assertThat(source())
        .startsWith("# The first audit")
        .contains("name: weaker strokes\n", "amplitude: 0.2}");
    assertThat(driver.ui(() -> editor().isDirty())).isTrue();
    assertThat(driver.ui(() -> editor().getTitle())).isEqualTo("weaker strokes");
    page("Source");
    driver.ui(
        () -> {
          StyledText text = text();
          text.setText(text.getText().replace("weaker strokes", "typed"));
          return true;
        });
    page("Overview");
    assertThat(driver.ui(() -> driver.field(Driver.window(), "Name:").getText()))
        .isEqualTo("typed");
    driver.command("org.eclipse.ui.edit.undo");
    Driver.await(
        "the name before",
        () ->
            driver.ui(
                () -> driver.field(Driver.window(), "Name:").getText().equals("weaker strokes")));
    driver.command("org.eclipse.ui.edit.redo");
    Driver.await("the name after", () -> source().contains("name: typed\n"));
  }

  @Test
  @Order(3)
  void marksWhatIsWrongUntilItIsRight() {
    page("Source");
    long before = System.nanoTime();
    replace("threads: 2", "threads: 0");
    Driver.await("the error", () -> state().contains("it is 0."));
    System.out.println("marked after " + (System.nanoTime() - before) / 1_000_000 + " ms");
    assertThat(state()).contains("<a>Line 15</a>").contains("from 1 to 1024");
    assertThat(driver.ui(() -> underlined())).contains("0");
    driver.picture(driver.ui(Driver::window), "plan-error-light");
    int jobs = running().size();
    driver.command(RUN);
    driver.settle();
    assertThat(running()).as("a plan that is wrong is not carried out").hasSize(jobs);
    assertThat(
            driver.ui(
                () ->
                    Driver.display().getFocusControl() instanceof Text field
                        ? field.getText()
                        : "no field"))
        .as("the field that is wrong, not the text of the plan")
        .isEqualTo("0");
    page("Source");
    replace("threads: 0", "threads: 2");
    Driver.await("no error", () -> state().equals("The plan is ready to run."));
    assertThat(driver.ui(() -> underlined())).isEmpty();
    driver.picture(driver.ui(Driver::window), "plan-source-light");
  }

  @Test
  @Order(4)
  void saysWhenTheTextIsNoYaml() {
    page("Source");
    String whole = source();
    driver.ui(
        () -> {
          text().setText("name: [half");
          return true;
        });
    Driver.await("the error", () -> state().contains("This is not YAML"));
    page("Overview");
    page("Source");
    driver.ui(
        () -> {
          text().setText(whole);
          return true;
        });
    Driver.await("no error", () -> state().equals("The plan is ready to run."));
  }

  @Test
  @Order(5)
  void showsWhatATriggerDoesWhileItsSliderMoves() {
    page("Attacks");
    Driver.await("the pictures", () -> !labels("Pair ").isEmpty());
    driver.settle();
    byte[] before = canvas();
    slide("Amplitude", 180); // also warms up what is measured below
    Driver.await("another picture", () -> !Arrays.equals(before, canvas()));
    assertThat(source()).contains("amplitude: 0.9}");
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      byte[] shown = canvas();
      long start = System.nanoTime();
      slide("Amplitude", 20 + 10 * i);
      Driver.await("another picture", () -> !Arrays.equals(shown, canvas()));
      times.add((System.nanoTime() - start) / 1_000_000);
    }
    System.out.println("from slider to picture, ms: " + times);
    slide("Amplitude", 40);
    byte[] photo = canvas();
    slide("Threshold", 80);
    Driver.await("another sketch", () -> !Arrays.equals(photo, canvas()));
    assertThat(source()).contains("threshold: 102}");
    driver.settle(); // a later change is one of its own
    driver.picture(driver.ui(Driver::window), "plan-attacks-light");
    String one = labels("Pair ").get(0);
    press("▶");
    Driver.await("the next pair", () -> !labels("Pair ").get(0).equals(one));
    driver.command("org.eclipse.ui.edit.undo");
    Driver.await("the threshold before", () -> source().contains("threshold: 170}"));
  }

  @Test
  @Order(6)
  void startsThePreviewAgainWhenItWasKilled() {
    Previews previews = driver.ui(() -> PlatformUI.getWorkbench().getService(Previews.class));
    long pid = previews.pid();
    assertThat(pid).isPositive();
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    Driver.await("its end", () -> previews.pid() != pid);
    byte[] before = canvas();
    slide("Amplitude", 150);
    Driver.await("pictures of another process", () -> !Arrays.equals(before, canvas()));
    assertThat(previews.pid()).isPositive().isNotEqualTo(pid);
  }

  @Test
  @Order(7)
  void saysThatAnExtensionIsGone() {
    page("Source");
    replace("id: sinusoidal", "id: wobble");
    page("Attacks");
    Driver.await("the message", () -> !labels("There is no trigger “wobble”").isEmpty());
    Driver.await("the error", () -> state().contains("There is no trigger 'wobble'"));
    Driver.await(
        "the same in the preview", () -> !labels("There is no trigger 'wobble'").isEmpty());
    driver.picture(driver.ui(Driver::window), "plan-gone-light");
    page("Source");
    replace("id: wobble", "id: sinusoidal");
    Driver.await("no error", () -> state().equals("The plan is ready to run."));
  }

  @Test
  @Order(8)
  void putsListsInOrder() {
    page("Generators and Models");
    driver.picture(driver.ui(Driver::window), "plan-generators-light");
    assertThat(driver.ui(this::items))
        .containsExactly(
            "Fully convolutional network – width 32, epochs 40",
            "cgan – width 24, levels 4, epochs 40, batch 8, learning-rate 0.001");
    press("Down");
    assertThat(source().indexOf("id: cgan")).isLessThan(source().indexOf("id: fcn"));
    press("Remove");
    assertThat(source()).doesNotContain("id: fcn").contains("id: cgan");
    page("Metrics and Detectors");
    driver.picture(driver.ui(Driver::window), "plan-metrics-light");
  }

  @Test
  @Order(9)
  void savesAndCarriesOut() throws Exception {
    PlanInput input = (PlanInput) driver.ui(() -> editor().getEditorInput());
    Driver.await("the check", () -> state().equals("The plan is ready to run."));
    List<ChildJob> started = new ArrayList<>();
    ChildJobs jobs = driver.ui(() -> PlatformUI.getWorkbench().getService(ChildJobs.class));
    jobs.addListener(started::add);
    driver.command(RUN);
    Driver.await("the job", () -> started.size() == 1);
    Driver.await("its end", () -> started.get(0).getState() == Job.NONE);
    org.pentimento.protocol.Job.Run order =
        (org.pentimento.protocol.Job.Run) started.get(0).order();
    assertThat(order.caseFolder()).isEqualTo(folder.resolve("planned.case").toString());
    assertThat(order.plan()).contains("name: typed", "id: cgan");
    assertThat(Files.readString(input.file())).isEqualTo(order.plan());
    assertThat(driver.ui(() -> editor().isDirty())).isFalse();
  }

  @Test
  @Order(10)
  void isLegibleInTheDark() {
    driver.command(THEME, THEME + ".name", "dark");
    Shell window = driver.ui(Driver::window);
    driver.settle();
    for (String page : List.of("Overview", "Generators and Models", "Attacks", "Source")) {
      page(page);
      driver.settle();
      assertThat(
              driver.picture(
                  window,
                  "plan-" + page.split(" ")[0].toLowerCase(java.util.Locale.ROOT) + "-dark"))
          .isGreaterThan(10);
    }
    driver.command(THEME, THEME + ".name", "default");
    driver.settle();
  }

  @Test
  @Order(11)
  void keepsAPlanThatWasCarriedOut() throws Exception {
    driver.ui(() -> Driver.page().closeAllEditors(false));
    Path done = folder.resolve("done before.case");
    MadeUpCase.write(done);
    driver.openCase(done);
    String sha;
    try (var file = org.pentimento.casefile.CaseFile.openForReading(done)) {
      sha = file.runs().get(0).plan();
    }
    driver.ui(
        () ->
            Driver.page()
                .openEditor(new CaseInput(done, CaseInput.Kind.PLAN, sha, "kept"), EDITOR));
    Driver.await("what it is", () -> state().contains("kept as it was"));
    assertThat(driver.ui(() -> driver.field(Driver.window(), "Name:").isEnabled())).isFalse();
    driver.picture(driver.ui(Driver::window), "plan-kept-light");
    press("Edit a Copy");
    Driver.await("the copy", () -> driver.ui(() -> editor().getEditorInput() instanceof PlanInput));
    Driver.await("what it lacks", () -> state().contains("missing"));
    driver.ui(() -> Driver.page().closeAllEditors(false));
  }

  private static IEditorPart editor() {
    return Driver.page().getActiveEditor();
  }

  /** What the editor says above its pages. */
  private String state() {
    return driver.ui(() -> ownLinks().findFirst().map(Link::getText).orElse(""));
  }

  private List<String> labels(String part) {
    return driver.ui(
        () ->
            driver
                .controls(
                    Driver.window(), Label.class, l -> l.isVisible() && l.getText().contains(part))
                .stream()
                .map(Label::getText)
                .toList());
  }

  private void page(String title) {
    driver.ui(
        () -> {
          CTabFolder tabs =
              driver.control(
                  Driver.window(),
                  CTabFolder.class,
                  f ->
                      f.isVisible()
                          && f.getItemCount() == 5
                          && f.getItem(4).getText().equals("Source"));
          int index = Stream.of(tabs.getItems()).map(i -> i.getText()).toList().indexOf(title);
          tabs.setSelection(index);
          Event event = new Event();
          event.item = tabs.getItem(index);
          tabs.notifyListeners(SWT.Selection, event);
          return true;
        });
  }

  private StyledText text() {
    return driver.control(
        Driver.window(), StyledText.class, t -> t.getText().contains("name:") && t.getEditable());
  }

  private String source() {
    return driver.ui(() -> text().getText());
  }

  private void replace(String from, String to) {
    driver.ui(
        () -> {
          StyledText text = text();
          int at = text.getText().indexOf(from);
          assertThat(at).as(from).isNotNegative();
          text.replaceTextRange(at, from.length(), to);
          return true;
        });
  }

  private List<String> underlined() {
    StyledText text = text();
    return Stream.of(text.getStyleRanges())
        .filter(r -> r.underline)
        .map(r -> text.getTextRange(r.start, r.length))
        .toList();
  }

  private void slide(String label, int to) {
    driver.ui(
        () -> {
          Text field = driver.field(Driver.window(), label + ":");
          var siblings = List.of(field.getParent().getChildren());
          Scale scale = (Scale) siblings.get(siblings.indexOf(field) + 1);
          scale.setSelection(to);
          scale.notifyListeners(SWT.Selection, new Event());
          return true;
        });
  }

  private byte[] canvas() {
    return driver.ui(
        () -> {
          Canvas canvas =
              driver.control(
                  Driver.window(),
                  Canvas.class,
                  c ->
                      c.isVisible()
                          && c.getClass() == Canvas.class
                          && c.getVerticalBar() == null
                          && c.getSize().y > 120);
          Image image = new Image(canvas.getDisplay(), canvas.getSize().x, canvas.getSize().y);
          canvas.update();
          GC gc = new GC(canvas);
          gc.copyArea(image, 0, 0);
          gc.dispose();
          byte[] data = image.getImageData(100).data;
          image.dispose();
          return data;
        });
  }

  /** Presses a button; of several, that of the first list. */
  private void press(String text) {
    driver.ui(
        () -> {
          Button button =
              driver
                  .controls(
                      Driver.window(), Button.class, b -> b.isVisible() && b.getText().equals(text))
                  .get(0);
          button.notifyListeners(SWT.Selection, new Event());
          return true;
        });
  }

  /** What the first list of the page shows. */
  private List<String> items() {
    return List.of(
        driver
            .controls(Driver.window(), org.eclipse.swt.widgets.List.class, l -> l.isVisible())
            .get(0)
            .getItems());
  }

  private List<ChildJob> running() {
    return driver.ui(() -> PlatformUI.getWorkbench().getService(ChildJobs.class).running());
  }
}
