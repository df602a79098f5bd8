package org.pentimento.tests.window;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.ModelImported;
import org.pentimento.casefile.event.ModelRecord;
import org.pentimento.casefile.store.Layout;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.integrity.CaseChecks;
import org.pentimento.workbench.jobs.ChildJob;
import org.pentimento.workbench.jobs.ChildJobs;
import org.pentimento.workbench.jobs.RunConsent;

/**
 * Cases and processes that are not as they should be: each is told in words, and the window lives
 * on.
 */
@ExtendWith(OpenWindow.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputWindowTest {
  private static final long GRACE_MS = 60_000;

  private Path folder;
  private Driver driver;

  @BeforeAll
  void open(@TempDir Path temporary, Driver opened) throws Exception {
    folder = temporary.toRealPath();
    driver = opened;
  }

  @AfterEach
  void livesOn() {
    driver.ui(() -> Driver.page().closeAllEditors(false));
    assertThat(driver.ui(() -> Driver.window().isVisible())).isTrue();
    assertThat(dialogs()).isEmpty();
  }

  @Test
  void aNewerCaseIsLeftAlone() throws Exception {
    Path newer = madeUp("newer.case");
    Path log = new Layout(newer).log();
    String first = Files.readAllLines(log).get(0);
    assertThat(first).contains("\"format\":1");
    Files.writeString(log, sealed(first.replaceFirst("\"format\":1", "\"format\":99")) + "\n");
    byte[] before = Files.readAllBytes(log);
    driver.openCase(newer);
    Driver.await(
        "that it cannot be opened", () -> row("newer  ").equals("newer  cannot be opened"));
    driver.picture(driver.ui(Driver::window), "newer-light");
    assertThat(Files.readAllBytes(log)).isEqualTo(before);
  }

  /** The entry with the hash that fits what it says now. */
  private static String sealed(String entry) throws Exception {
    String rest = entry.replaceFirst("\"hash\":\"\\p{XDigit}+\",", "");
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(rest.getBytes(UTF_8));
    return entry.replaceFirst(
        "\"hash\":\"\\p{XDigit}+\"", "\"hash\":\"" + HexFormat.of().formatHex(hash) + "\"");
  }

  @Test
  void aLockedCaseIsReadAndSaysWhoHoldsIt() throws Exception {
    Path locked = madeUp("locked.case");
    try (CaseFile holder = CaseFile.openForWriting(locked)) {
      driver.openCase(locked);
      Driver.await("its runs", () -> rows().contains("Runs  2"));
      ChildJob job = start("Import into locked", importInto(locked));
      Shell told = driver.dialog("Problem Occurred");
      assertThat(words(told))
          .contains("locked.case", String.valueOf(ProcessHandle.current().pid()))
          .doesNotContain("Exception");
      driver.picture(told, "locked-light");
      driver.press(told, "OK");
      assertThat(job.getName()).isEqualTo("Failed: Import into locked");
      assertThat(holder.runs()).hasSize(2);
    }
  }

  @Test
  void aCaseThatVanishesWhileItsEditorsAreOpen() throws Exception {
    Path there = madeUp("vanishing.case");
    driver.openCase(there);
    Driver.await("its runs", () -> rows().contains("Runs  2"));
    driver.ui(
        () ->
            Driver.page()
                .openEditor(
                    new CaseInput(there, CaseInput.Kind.RUN, "r1", MadeUpCase.RUN_NAME),
                    "org.pentimento.workbench.run"));
    driver.ui(
        () ->
            Driver.page()
                .openEditor(
                    new CaseInput(there, CaseInput.Kind.DATASET, "faces", "faces"),
                    "org.pentimento.workbench.dataset"));
    driver.settle();
    Path elsewhere = folder.resolve("elsewhere.case");
    Files.move(there, elsewhere);
    PlatformUI.getWorkbench().getService(OpenCases.class).lookAgain();
    Driver.await(
        "that it cannot be opened", () -> row("vanishing  ").equals("vanishing  cannot be opened"));
    assertThat(driver.ui(() -> Driver.page().getEditorReferences())).hasSize(2);
    driver.picture(driver.ui(Driver::window), "vanished-editors-light");
  }

  /** What is wrong is red wherever it is shown, and nowhere else. */
  @Test
  void aChangedByteIsRedWhereItIsShown() throws Exception {
    Path there = madeUp("changed.case");
    Path plan;
    try (CaseFile file = CaseFile.openForReading(there)) {
      plan = file.blobs().path(file.run("r1").orElseThrow().plan());
    }
    OpenCases cases = PlatformUI.getWorkbench().getService(OpenCases.class);
    CaseChecks checks = PlatformUI.getWorkbench().getService(CaseChecks.class);
    driver.openCase(there);
    Driver.await("a first look", () -> checks.of(there).isPresent());
    assertThat(checks.of(there).orElseThrow().verification().problems()).isEmpty();
    driver.ui(
        () ->
            Driver.page()
                .openEditor(
                    new CaseInput(there, CaseInput.Kind.RUN, "r1", MadeUpCase.RUN_NAME),
                    "org.pentimento.workbench.run"));
    driver.settle();
    assertThat(bars()).isEmpty();
    byte[] bytes = Files.readAllBytes(plan);
    bytes[0] ^= 1;
    assertThat(plan.toFile().setWritable(true)).isTrue();
    Files.write(plan, bytes);
    checks.verify(there, Optional.empty(), check -> {}, reason -> {});
    String name =
        "blobs/"
            + plan.getParent().getFileName()
            + "/"
            + String.valueOf(plan.getFileName()).substring(0, 6)
            + "…";
    Driver.await(
        "a red bar over the tree and over the editor",
        () ->
            bars().contains("changed is not as it was written. 1 thing is wrong, in " + name + ".")
                && bars()
                    .contains(
                        "What is shown here is not as it was written: "
                            + name
                            + " in changed. Do not rely on it."));
    assertThat(row("changed  ")).isEqualTo("changed  not as it was written");
    driver.picture(driver.ui(Driver::window), "changed-case-light");
    driver.ui(
        () ->
            Driver.page()
                .openEditor(
                    new CaseInput(there, CaseInput.Kind.DATASET, "faces", "faces"),
                    "org.pentimento.workbench.dataset"));
    driver.settle();
    assertThat(bars()).as("over the data set, which was not changed").hasSize(1);
    Button wrong =
        driver.ui(
            () ->
                driver.control(
                    Driver.window(),
                    Button.class,
                    b -> b.isVisible() && b.getText().equals("&What Is Wrong …")));
    Driver.display().asyncExec(() -> wrong.notifyListeners(SWT.Selection, new Event()));
    Shell told = driver.dialog("Integrity of changed");
    assertThat(words(told))
        .contains("This window last found log and sizes as they were written on")
        .contains("copy the whole folder to another medium first");
    driver.picture(told, "integrity-light");
    driver.press(told, "Close");
    cases.close(there);
    Driver.await("no bar", () -> bars().isEmpty());
  }

  /** What red bars say that are seen. */
  private List<String> bars() {
    return driver.ui(
        () ->
            driver
                .controls(
                    Driver.window(),
                    Label.class,
                    label ->
                        label.isVisible()
                            && label
                                .getText()
                                .matches("(changed|What is shown here) is not as it was .*"))
                .stream()
                .map(Label::getText)
                .toList());
  }

  @Test
  void aReadOnlyCaseSaysThatItCannotBeWrittenTo() throws Exception {
    Path fixed = madeUp("fixed.case");
    try (ReadOnly closed = ReadOnly.of(fixed)) {
      driver.openCase(fixed);
      Driver.await("its runs", () -> rows().contains("Runs  2"));
      start("Import into fixed", importInto(fixed));
      Shell told = driver.dialog("Problem Occurred");
      assertThat(words(told)).contains("fixed.case").doesNotContain("Exception");
      driver.picture(told, "read-only-light");
      driver.press(told, "OK");
    }
  }

  @Test
  void aChildThatDoesNotStopIsEnded() throws Exception {
    Path there = madeUp("stubborn.case");
    ChildJob job =
        start(
            "Audit of stubborn",
            new org.pentimento.protocol.Job.Run(
                org.pentimento.protocol.Job.PROTOCOL,
                there.toString(),
                null,
                "of a test",
                "# stubborn",
                List.of()));
    Driver.await("its process", () -> job.pid() > 0);
    long pid = job.pid();
    job.cancel();
    Driver.await("its end", GRACE_MS, () -> job.getState() == Job.NONE);
    assertThat(job.getResult().getSeverity()).isEqualTo(IStatus.ERROR);
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    Shell told = driver.dialog("Problem Occurred");
    assertThat(words(told)).contains("did not stop within 30 seconds");
    driver.press(told, "OK");
    Driver.await("no dialog", () -> dialogs().isEmpty());
  }

  /** A folder that nobody may write to; the superuser is kept from it by the file system. */
  private record ReadOnly(Path folder) implements AutoCloseable {
    static ReadOnly of(Path folder) throws Exception {
      run("chmod", "-R", "a-w", folder.toString());
      if (Files.isWritable(folder)) {
        run("chattr", "-R", "+i", folder.toString());
      }
      assertThat(Files.isWritable(folder)).isFalse();
      return new ReadOnly(folder);
    }

    private static void run(String... command) throws Exception {
      new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    @Override
    public void close() throws Exception {
      run("chattr", "-R", "-i", folder.toString());
      run("chmod", "-R", "u+w", folder.toString());
    }
  }

  /** A case from somebody else holds a model that is a program. */
  @Test
  void aProgramOfACaseIsNotRunUnasked() throws Exception {
    Path foreign = madeUp("foreign.case");
    try (CaseFile file = CaseFile.openForWriting(foreign)) {
      String sha = file.blobs().put("true\n".getBytes(UTF_8));
      file.record(
          new ModelImported(
              new ModelRecord(
                  "suspect",
                  "program",
                  "1.0.0",
                  Map.of("command", "sh {model} {photos} {sketches}"),
                  Map.of(),
                  "bubblewrap",
                  "/mnt/suspect.sh",
                  "suspect.sh",
                  List.of(new ModelRecord.File("suspect.sh", sha, true)),
                  sha)));
    }
    driver.openCase(foreign);
    Driver.await(
        "what is in it",
        () ->
            PlatformUI.getWorkbench().getService(OpenCases.class).all().stream()
                .anyMatch(one -> one.folder().equals(foreign) && one instanceof OpenCase.Read));
    String plan = "pentimento: 1\nmodels: [{model: suspect}]\n";
    assertThat(answer(foreign, plan, "Do Not Run")).isFalse();
    assertThat(answer(foreign, plan, "Run It")).isTrue();
    assertThat(driver.ui(() -> RunConsent.given(foreign, plan))).as("without a question").isTrue();
    assertThat(driver.ui(() -> RunConsent.given(foreign, "pentimento: 1\n"))).isTrue();
  }

  private boolean answer(Path foreign, String plan, String button) {
    CompletableFuture<Boolean> given = new CompletableFuture<>();
    Driver.display().asyncExec(() -> given.complete(RunConsent.given(foreign, plan)));
    Shell question = driver.dialog("Run a Program of the Case");
    assertThat(words(question)).contains("suspect:  sh {model} {photos} {sketches}");
    driver.picture(question, "consent-light");
    driver.press(question, button);
    return given.orTimeout(20, TimeUnit.SECONDS).join();
  }

  private Path madeUp(String name) throws Exception {
    Path made = folder.resolve(name);
    MadeUpCase.write(made);
    return made;
  }

  private org.pentimento.protocol.Job importInto(Path target) throws Exception {
    Path faces = folder.resolve("faces");
    if (!Files.exists(faces)) {
      ExchangeWindowTest.faces(Files.createDirectories(faces));
    }
    return new org.pentimento.protocol.Job.Import(
        org.pentimento.protocol.Job.PROTOCOL,
        target.toString(),
        null,
        faces.toString(),
        "club",
        null,
        Map.of(),
        true,
        null);
  }

  private ChildJob start(String name, org.pentimento.protocol.Job order) {
    return driver.ui(
        () -> PlatformUI.getWorkbench().getService(ChildJobs.class).start(name, order));
  }

  private List<Shell> dialogs() {
    return driver.ui(
        () ->
            Stream.of(Driver.display().getShells())
                .filter(s -> s != Driver.window() && s.isVisible() && !s.getText().isEmpty())
                .toList());
  }

  private String row(String start) {
    return rows().stream().filter(r -> r.startsWith(start)).findFirst().orElse("");
  }

  private List<String> rows() {
    return driver.ui(
        () -> {
          Tree tree =
              driver.control(
                  Driver.window(), Tree.class, t -> t.isVisible() && t.getColumnCount() == 0);
          List<String> rows = new ArrayList<>();
          for (TreeItem item : tree.getItems()) {
            rows.add(item.getText());
            Event expand = new Event();
            expand.item = item;
            tree.notifyListeners(SWT.Expand, expand);
            item.setExpanded(true);
            Stream.of(item.getItems()).map(TreeItem::getText).forEach(rows::add);
          }
          return rows;
        });
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
          driver
              .controls(root, Link.class, Control::isVisible)
              .forEach(l -> words.add(l.getText()));
          return String.join("\n", words);
        });
  }
}
