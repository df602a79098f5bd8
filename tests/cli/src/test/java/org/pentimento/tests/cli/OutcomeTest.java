package org.pentimento.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** How a run ends that something comes in the way of. */
class OutcomeTest {
  private static final String LONG =
      """
      pentimento: 1
      name: long
      data: {dataset: faces, count: 8, split: {train: 6, test: 2}, size: [32, 32]}
      generators:
        - {id: fcn, width: 4, epochs: 9999}
      metrics: [ssim]
      device: cpu
      threads: 1
      """;

  private final AuditedCase audited = AuditedCase.once();

  private Running startLong(Product product, Path caseFolder) throws Exception {
    Path plan = Files.writeString(Files.createTempFile(Workplace.FOLDER, "long", ".yaml"), LONG);
    Running run = product.start("run", plan, "--case", caseFolder);
    run.awaitSaid("Training fcn");
    return run;
  }

  @Test
  void ctrlCCancels() throws Exception {
    Path caseFolder = Workplace.FOLDER.resolve("cancelled.case");
    Product changing = audited.product().twin("changing");
    Running run = startLong(changing, caseFolder);
    changing.addDropIn(); // must not be heard in the status
    run.interrupt();

    Ended ended = run.await().with(4);

    assertThat(ended.err()).contains("Cancelled. What was finished is kept");
    assertThat(Files.readString(caseFolder.resolve("custody.jsonl"))).contains("run-cancelled");
  }

  @Test
  void aProductThatIsChangedWhileItRunsEndsAsItWouldHave() throws Exception {
    Product changing = audited.product().twin("changed");
    Running run = changing.start("run", audited.plan(), "--case", audited.folder());
    run.awaitSaid("pairs");
    changing.addDropIn();

    Ended ended = run.await().with(0);

    assertThat(ended.out()).contains("fcn/1/s1");
    assertThat(ended.err()).doesNotContain("Exception");
  }

  @Test
  void aCommandThatIsKilledLeavesAnInterruptedRun() throws Exception {
    Path caseFolder = Workplace.FOLDER.resolve("left.case");
    Running run = startLong(audited.product(), caseFolder);

    run.kill();

    assertThat(Files.readString(caseFolder.resolve("custody.jsonl")))
        .contains("run-interrupted")
        .doesNotContain("run-cancelled");
  }

  @Test
  void aCommandThatTheSystemEndsLeavesAnInterruptedRun() throws Exception {
    Path caseFolder = Workplace.FOLDER.resolve("terminated.case");
    Running run = startLong(audited.product(), caseFolder);

    run.signal("TERM");

    assertThat(run.await().with(4).err()).contains("Interrupted. What was finished is kept");
    assertThat(Files.readString(caseFolder.resolve("custody.jsonl")))
        .contains("run-interrupted")
        .doesNotContain("run-cancelled");
  }

  @Test
  void aJobThatIsKilledIsOurFault() throws Exception {
    Path caseFolder = Workplace.FOLDER.resolve("killed.case");
    Running run = startLong(audited.product(), caseFolder);
    run.killJob();

    Ended ended = run.await().with(5);

    assertThat(ended.err()).contains("was ended by signal 9", "goes on from there");
  }

  @Test
  void aPlanWaitsInLineAndCanBeTakenOut() throws Exception {
    Path caseFolder = Workplace.FOLDER.resolve("line.case");
    Product product = audited.product();
    Running run = startLong(product, caseFolder);
    Path plan = Files.writeString(Files.createTempFile(Workplace.FOLDER, "next", ".yaml"), LONG);
    Running next = product.start("run", plan, "--case", caseFolder, "--wait");
    next.awaitSaid("Waiting in line, with 1 before it");
    assertThat(product.run("queue", caseFolder).with(0).out())
        .containsSubsequence("running  long", "1        long");
    assertThat(product.run("queue", caseFolder, "--pause").with(0).out())
        .contains("The line is paused");
    assertThat(product.run("queue", caseFolder, "--remove", "2").with(3).err())
        .contains("No plan '2' waits", "1 is 'long'");
    assertThat(product.run("queue", caseFolder, "--remove", "1").with(0).out())
        .doesNotContain("1        long");

    assertThat(next.await().with(4).err()).contains("was taken out of the line");
    run.interrupt();
    assertThat(run.await().with(4).err()).contains("The line of line.case has ended");
  }
}
