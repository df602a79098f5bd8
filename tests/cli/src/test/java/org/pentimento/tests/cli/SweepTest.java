package org.pentimento.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A plan carried out for every combination of values. */
class SweepTest {
  private static final String GRID =
      """
      pentimento: 1
      name: how few
      data: {dataset: faces, count: 8, split: {train: 6, test: 2}, size: [32, 32]}
      generators:
        - {id: fcn, width: 4, epochs: 1}
      attacks:
        - trigger: {id: patch}
          strategy: {id: light-strokes}
          rate: {each: [0.2, RATE]}
      metrics: [ssim]
      device: cpu
      threads: 1
      """;

  private final Product product = AuditedCase.once().product();

  private static Path plan(String rate) throws Exception {
    Path plan = Files.createTempFile(Workplace.FOLDER, "grid", ".yaml");
    return Files.writeString(plan, GRID.replace("RATE", rate));
  }

  @Test
  void eachCellIsCarriedOutOnce() throws Exception {
    Path caseFolder = Workplace.FOLDER.resolve("sweep.case");
    Path csv = Workplace.FOLDER.resolve("sweep.csv");
    Path plan = plan("0.5");

    Ended dry = product.start("sweep", plan, "--case", caseFolder, "--dry-run").await().with(0);
    assertThat(dry.out()).contains("2 cells over rate; 0 finished, 2 to do", "rate 0.5: to do");
    assertThat(caseFolder).doesNotExist();

    Ended swept = product.start("sweep", plan, "--case", caseFolder, "--csv", csv).await().with(0);
    assertThat(swept.err()).contains("Cell 2 of 2: rate 0.5");
    assertThat(swept.out().lines().filter(line -> line.matches(" *0\\.[25] .*run-[12].*")))
        .hasSize(2);
    List<String> lines = Files.readAllLines(csv);
    assertThat(lines.get(0)).isEqualTo("rate,run,model,seed,pairs,turned,metric,honest,harmed");
    assertThat(lines).anyMatch(line -> line.startsWith("0.2,run-1,") && line.contains(",ssim,"));

    String log = Files.readString(caseFolder.resolve("custody.jsonl"));
    assertThat(log.split("fcn/clean/s1", -1)).as("the clean model is trained once").hasSize(2);

    Ended again = product.start("sweep", plan, "--case", caseFolder, "--json").await().with(0);
    assertThat(again.out()).contains("\"state\" : \"finished\"").doesNotContain("open");
    assertThat(again.err()).doesNotContain("Cell");
  }

  @Test
  void aCellThatIsNoPlanIsNamedBeforeAnythingIsDone() throws Exception {
    Path caseFolder = Workplace.FOLDER.resolve("no-sweep.case");
    assertThat(product.run("run", plan("0.5"), "--case", caseFolder).with(3).err())
        .contains("several values for attacks[0].rate", "pentimento sweep");
    Ended ended = product.start("sweep", plan("7"), "--case", caseFolder).await().with(3);
    assertThat(ended.err()).contains("The cell with rate 7 is invalid");
    assertThat(caseFolder).doesNotExist();
  }
}
