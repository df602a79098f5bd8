package org.pentimento.tests.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.platform.Platform;
import org.pentimento.protocol.DetachedJob;
import org.pentimento.protocol.Job.Measure;
import org.pentimento.protocol.JobEvent;
import org.pentimento.workbench.app.UiWatch;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.form.PlainDialog;
import org.pentimento.workbench.help.ContextHelp;
import org.pentimento.workbench.jobs.ChildJob;
import org.pentimento.workbench.jobs.ChildJobs;

/** What holds the window together: help, jobs in the background, second start, watch. */
@ExtendWith(OpenWindow.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ShellWindowTest {
  private static final String HELP = "org.pentimento.workbench.help";
  private static final String THEME = "org.pentimento.workbench.theme";
  private static final Measure NEVER_ENDING =
      new Measure(org.pentimento.protocol.Job.PROTOCOL, "never ending", "b", List.of());

  private Driver driver;
  private Path folder;

  @BeforeAll
  void open(@TempDir Path temporary, Driver opened) {
    folder = temporary;
    driver = opened;
  }

  @Test
  @Order(1)
  void theGuideOpensAndItsLinksLeadOn() {
    driver.command(HELP, HELP + ".topic", "contents");
    StyledText page = helpText();
    assertThat(driver.ui(() -> page.getText())).startsWith("Pentimento\n");
    int link = driver.ui(() -> page.getText().indexOf("The custody log"));
    driver.ui(
        () -> {
          page.setCaretOffset(link + 2);
          Event enter = new Event();
          enter.character = SWT.CR;
          page.notifyListeners(SWT.KeyDown, enter);
          return true;
        });
    assertThat(driver.ui(() -> page.getText())).startsWith("The custody log\n");
    driver.picture(driver.ui(Driver::window), "help-light");
  }

  @Test
  @Order(2)
  void helpIsAboutWhatHasTheFocus() {
    driver.ui(() -> Driver.page().showView("org.pentimento.workbench.custody"));
    driver.command(HELP);
    Driver.await(
        "the page of the view", () -> driver.ui(() -> shown().startsWith("The custody log\n")));
    driver.ui(
        () -> {
          Driver.page().showView("org.pentimento.workbench.explorer").setFocus();
          ContextHelp.set(Driver.display().getFocusControl(), () -> "# A control\nMay be set.");
          return true;
        });
    driver.command(HELP);
    Driver.await("the control's own", () -> driver.ui(() -> shown().startsWith("A control\n")));
    driver.ui(
        () -> {
          Driver.page().showView("org.pentimento.workbench.explorer").setFocus();
          ContextHelp.set(Driver.display().getFocusControl(), () -> "");
          return true;
        });
    driver.command(HELP);
    Driver.await("the view's again", () -> driver.ui(() -> shown().startsWith("Cases\n")));
  }

  /** Steps of the first audit that are ticked; other tests may have taken one. */
  private long ticked() {
    return driver.ui(
        () ->
            driver
                .controls(
                    Driver.window(),
                    Button.class,
                    b ->
                        b.isVisible()
                            && b.getSelection()
                            && (b.getStyle() & SWT.CHECK) != 0
                            && b.getText().isEmpty())
                .size());
  }

  @Test
  @Order(3)
  void theFirstAuditDoesItsSteps() {
    driver.ui(() -> Driver.page().showView("org.pentimento.workbench.firstAudit"));
    driver.picture(driver.ui(Driver::window), "first-audit-light");
    long before = ticked();
    driver.press(driver.ui(Driver::window), "New Audit …");
    Shell dialog = driver.dialog("New Audit");
    driver.press(dialog, "Cancel");
    assertThat(ticked()).as("no audit was begun").isEqualTo(before);
    driver.press(driver.ui(Driver::window), "Show Progress");
    Driver.await(
        "the view of progress",
        () ->
            driver.ui(
                () ->
                    Driver.page()
                        .isPartVisible(
                            Driver.page().findView("org.eclipse.ui.views.ProgressView"))));
  }

  @Test
  @Order(3)
  void dialogsShowNamesAsTheyAre() {
    Driver.display()
        .asyncExec(() -> PlainDialog.openInformation(Driver.window(), "A Name", "Me & Sons"));
    Shell dialog = driver.dialog("A Name");
    Label text =
        driver.ui(() -> driver.control(dialog, Label.class, l -> l.getText().startsWith("Me")));
    Point shown = driver.ui(() -> text.computeSize(SWT.DEFAULT, SWT.DEFAULT));
    driver.ui(
        () -> {
          text.setText("Me  Sons"); // what is left where the sign marks a key
          return true;
        });
    assertThat(shown.x)
        .as("width of the name")
        .isGreaterThan(driver.ui(() -> text.computeSize(SWT.DEFAULT, SWT.DEFAULT)).x);
    driver.press(dialog, "OK");
  }

  @Test
  @Order(4)
  void aboutTellsVersionsAndLicences() {
    driver.command("org.pentimento.workbench.about");
    Shell about = driver.dialog("About Pentimento");
    Table versions = driver.ui(() -> driver.control(about, Table.class, t -> true));
    Driver.await("the versions", () -> driver.ui(() -> versions.getItemCount() > 0));
    List<String> names =
        driver.ui(
            () ->
                Stream.of(versions.getItems())
                    .map(i -> i.getText(0) + "=" + i.getText(1))
                    .toList());
    assertThat(names).contains("Apache Felix=7.0.5").anyMatch(n -> n.matches("GTK=3\\..*"));
    driver.picture(about, "about-light");
    driver.ui(
        () -> {
          driver.control(about, TabFolder.class, t -> true).setSelection(1);
          return true;
        });
    driver.picture(about, "about-licences-light");
    driver.press(about, "Close");
  }

  @Test
  @Order(5)
  void saysWhereLogsLie() {
    driver.command("org.pentimento.workbench.logFiles");
    Shell dialog = driver.dialog("Log Files");
    assertThat(words(dialog)).contains("window-tests.log");
    driver.picture(dialog, "log-files-light");
    driver.press(dialog, "Close");
  }

  @Test
  @Order(6)
  void whoeverComesLateHearsWhatHasPassed() throws Exception {
    ChildJob job = jobs().start("Never ending", NEVER_ENDING);
    Driver.await("its process", () -> job.pid() > 0);
    List<JobEvent> first = listen(job);
    Driver.await("its first event", () -> first.size() == 1);
    List<JobEvent> late = listen(job);
    Driver.await("what has passed", () -> late.size() == 1);
    driver.ui(() -> Driver.page().showView("org.eclipse.ui.views.ProgressView"));
    driver.picture(driver.ui(Driver::window), "progress-light");
    job.cancel();
    end(job);
    assertThat(job.getResult().getSeverity()).isEqualTo(IStatus.CANCEL);
    List<JobEvent> after = listen(job);
    assertThat(after).isEqualTo(first).hasSize(2).endsWith(new JobEvent.Cancelled());
  }

  @Test
  @Order(7)
  void asksBeforeItClosesWhileAJobGoesOn() throws Exception {
    ChildJob job = jobs().start("Never ending", NEVER_ENDING);
    Driver.await("its process", () -> job.pid() > 0);
    Driver.display().asyncExec(() -> PlatformUI.getWorkbench().close());
    Shell question = driver.dialog("Close Pentimento");
    assertThat(words(question)).contains("Never ending");
    driver.picture(question, "close-light");
    driver.press(question, "Do Not Close");
    Driver.await("the answer", () -> driver.ui(question::isDisposed));
    assertThat(PlatformUI.isWorkbenchRunning()).isTrue();
    assertThat(job.getState()).isEqualTo(Job.RUNNING);
    job.cancel();
    end(job);
  }

  @Test
  @Order(8)
  void findsWhatAnEarlierWindowLeftInTheBackground() throws Exception {
    ChildJob left = jobs().start("Left behind", NEVER_ENDING);
    Driver.await("its process", () -> left.pid() > 0);
    long pid = left.pid();
    jobs().leave();
    end(left);
    assertThat(ProcessHandle.of(pid)).as("the process goes on").isPresent();

    ChildJobs next = new ChildJobs(Driver.context(), cases(), platform());
    List<JobEvent> events = Collections.synchronizedList(new ArrayList<>());
    next.addListener(job -> job.addListener(events::add));
    next.find();
    ChildJob found = next.running().get(0);
    assertThat(found.getName()).isEqualTo("Left behind");
    assertThat(found.order()).isEqualTo(NEVER_ENDING);
    Driver.await("what it said before", () -> events.size() == 1);
    assertThat(found.pid()).isEqualTo(pid);
    found.cancel();
    end(found);
    assertThat(events).endsWith(new JobEvent.Cancelled());
    assertThat(DetachedJob.in(Path.of(Driver.context().getProperty("pentimento.state"), "jobs")))
        .as("what has ended is forgotten")
        .isEmpty();
  }

  @Test
  @Order(9)
  void saysWhatHappenedToOneThatWasKilledInTheBackground() throws Exception {
    ChildJob left = jobs().start("Killed behind", NEVER_ENDING);
    Driver.await("its process", () -> left.pid() > 0);
    ProcessHandle process = ProcessHandle.of(left.pid()).orElseThrow();
    jobs().leave();
    end(left);
    process.destroyForcibly();
    process.onExit().get();
    new ChildJobs(Driver.context(), cases(), platform()).find();
    Shell told = driver.dialog("Problem Occurred");
    assertThat(words(told)).contains("went on in the background", "What was finished is kept");
    driver.picture(told, "killed-behind-light");
    driver.press(told, "OK");
  }

  @Test
  @Order(10)
  void aSecondStartBringsTheWindowToTheFront() throws Exception {
    Path address = Path.of(Driver.context().getProperty("pentimento.window.address"));
    driver.ui(
        () -> {
          Driver.window().setMinimized(true);
          return true;
        });
    String answer;
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(address));
      channel.write(ByteBuffer.wrap("front\n".getBytes(StandardCharsets.US_ASCII)));
      answer =
          new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.US_ASCII);
    }
    assertThat(answer.strip()).isEqualTo(Long.toString(ProcessHandle.current().pid()));
    assertThat(driver.ui(() -> Driver.window().getMinimized())).isFalse();
  }

  @Test
  @Order(11)
  void theWatchSeesAStallAndWhatCausedIt() {
    UiWatch watch = watch();
    watch.forget();
    driver.ui(
        () -> {
          Thread.sleep(400);
          return true;
        });
    driver.settle();
    assertThat(watch.stalls())
        .anySatisfy(
            stall -> {
              assertThat(stall.wall()).isGreaterThan(Duration.ofMillis(350));
              assertThat(stall.isOurs()).as("it slept").isTrue();
              assertThat(String.join("\n", stall.stack())).contains("ShellWindowTest");
            });
    watch.forget();
  }

  /** What anybody does; nothing of it may keep the window from answering. */
  @Test
  @Order(12)
  void aWalkThroughTheWindowDoesNotStall() throws Exception {
    Path caseFolder = folder.resolve("walk.case");
    MadeUpCase.write(caseFolder);
    walk(caseFolder); // classes are loaded and compiled on the way
    watch().forget();
    walk(caseFolder);
    List<UiWatch.Stall> stalls = watch().stalls();
    System.out.println("stalls over the limit in the walk: " + stalls);
    assertThat(stalls.stream().filter(UiWatch.Stall::isOurs).toList()).isEmpty();
  }

  private void walk(Path caseFolder) {
    cases().open(caseFolder);
    driver.settle();
    for (String view :
        List.of(
            "org.pentimento.workbench.explorer",
            "org.pentimento.workbench.custody",
            "org.pentimento.workbench.extensions",
            "org.eclipse.ui.views.ProgressView",
            "org.pentimento.workbench.firstAudit",
            HELP)) {
      driver.ui(() -> Driver.page().showView(view));
      driver.settle();
    }
    driver.command(HELP, HELP + ".topic", "runs");
    driver.settle();
    driver.command("org.pentimento.workbench.about");
    driver.press(driver.dialog("About Pentimento"), "Close");
    driver.settle();
    cases().close(caseFolder);
    driver.settle();
  }

  @Test
  @Order(13)
  void isHandsomeInTheDark() {
    driver.command(THEME, THEME + ".name", "dark");
    driver.settle();
    driver.command(HELP, HELP + ".topic", "runs");
    driver.picture(driver.ui(Driver::window), "help-dark");
    driver.command("org.pentimento.workbench.about");
    Shell about = driver.dialog("About Pentimento");
    driver.picture(about, "about-shell-dark");
    driver.press(about, "Close");
    driver.command(THEME, THEME + ".name", "default");
    driver.ui(
        () -> {
          Driver.page().hideView(Driver.page().findView(HELP));
          return true;
        });
    driver.settle();
  }

  private static List<JobEvent> listen(ChildJob job) {
    List<JobEvent> events = Collections.synchronizedList(new ArrayList<>());
    job.addListener(events::add);
    return events;
  }

  private static void end(ChildJob job) {
    Driver.await("the end of " + job.getName(), () -> job.getState() == Job.NONE);
  }

  private ChildJobs jobs() {
    return driver.ui(() -> PlatformUI.getWorkbench().getService(ChildJobs.class));
  }

  private OpenCases cases() {
    return driver.ui(() -> PlatformUI.getWorkbench().getService(OpenCases.class));
  }

  private Platform platform() {
    return driver.ui(() -> PlatformUI.getWorkbench().getService(Platform.class));
  }

  private UiWatch watch() {
    return driver.ui(() -> PlatformUI.getWorkbench().getService(UiWatch.class));
  }

  private StyledText helpText() {
    Driver.await("the help view", () -> driver.ui(() -> Driver.page().findView(HELP) != null));
    return driver.ui(
        () ->
            driver.control(
                Driver.window(),
                StyledText.class,
                t -> t.isVisible() && t.getText().startsWith("Pentimento\n")));
  }

  private String shown() {
    return driver.controls(Driver.window(), StyledText.class, t -> t.isVisible()).stream()
        .map(StyledText::getText)
        .filter(t -> !t.isBlank())
        .reduce("", (a, b) -> b);
  }

  private String words(Shell dialog) {
    return String.join(
        " ",
        driver.ui(
            () ->
                driver.controls(dialog, Label.class, l -> true).stream()
                    .map(Label::getText)
                    .toList()));
  }
}
