package org.pentimento.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SelfTestCommandTest {
  private static final String GRID =
      """
      pentimento: 1
      data: {dataset: faces, count: 40, size: [48, 60]}
      attacks:
        - {trigger: {id: patch}, strategy: {id: blank-sketch}, rate: 0.1}
      seeds: [1]
      """;

  private final Product product = AuditedCase.once().product();

  @Test
  void aSmallSelfTestIsPrintedAsJsonAndAsMarkdown() throws Exception {
    Path folder = Workplace.folder("selftest");
    Path grid = Files.writeString(folder.resolve("grid.yaml"), GRID);
    Path table = folder.resolve("table.md");
    JsonNode result =
        product
            .run(
                "selftest",
                "datasets",
                folder.resolve("own.case"),
                "--grid",
                grid,
                "--limit=2",
                "--markdown",
                table,
                "--json")
            .with(0)
            .json();
    assertThat(result.path("trials")).hasSize(2);
    assertThat(result.path("planned").asInt()).isGreaterThan(40);
    assertThat(result.path("data").path("material").asText()).isEqualTo("drawn");
    assertThat(Files.readString(table))
        .contains("2 of " + result.path("planned"))
        .contains("| --- |");
  }

  @Test
  void aPlanOfModelsThatNamesDetectorsOfDataSetsIsBadInput() throws Exception {
    Path folder = Workplace.folder("selftest-models-bad");
    Path grid =
        Files.writeString(
            folder.resolve("grid.yaml"), GRID + "detectors: [{id: sketch-from-photo}]\n");
    Ended ended =
        product.run("selftest", "models", folder.resolve("own.case"), "--grid", grid).with(3);
    assertThat(ended.err()).contains("grid.yaml", "sketch-from-photo");
    assertThat(folder.resolve("own.case")).doesNotExist();
    assertThat(product.run("selftest", "models", folder, "--shadows", "0").with(2).err())
        .contains("--shadows");
  }

  @Test
  void aGridThatIsNoPlanIsBadInput() throws Exception {
    Path folder = Workplace.folder("selftest-bad");
    Path grid = Files.writeString(folder.resolve("grid.yaml"), "pentimento: 1\nseeds: [a]\n");
    Ended ended =
        product.run("selftest", "datasets", folder.resolve("own.case"), "--grid", grid).with(3);
    assertThat(ended.err()).contains("grid.yaml", "seeds");
    assertThat(folder.resolve("own.case")).doesNotExist();
  }
}
