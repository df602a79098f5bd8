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
  void aJobThatIsKilledIsOurFault() throws Exception {
    Path caseFolder = Workplace.FOLDER.resolve("killed.case");
    Running run = startLong(audited.product(), caseFolder);
    run.killJob();

    Ended ended = run.await().with(5);

    assertThat(ended.err()).contains("was ended by signal 9", "goes on from there");
  }
}
