package org.pentimento.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DatasetCommandsTest {
  private final AuditedCase audited = AuditedCase.once();
  private final Product product = audited.product();

  @Test
  void importCopiesADataSetIntoTheCase() throws Exception {
    JsonNode result = audited.imported().json();
    assertThat(result.path("dataset").asText()).isEqualTo("faces");
    assertThat(result.path("pairs").asInt()).isEqualTo(DrawnFaces.PAIRS);
    assertThat(result.path("skipped")).isEmpty();
    assertThat(audited.folder().resolve("datasets/faces/photos/face-0.png"))
        .hasSameBinaryContentAs(audited.faces().resolve("photos/face-0.png"));
    assertThat(Files.readString(audited.folder().resolve("custody.jsonl"))).contains("A. Tester");
  }

  @Test
  void importOfNothingIsBadInput() throws Exception {
    Ended ended = product.run("import", "nowhere", "--case", "nowhere.case").with(3);
    assertThat(ended.err()).startsWith("Error: There is no file or folder").contains("nowhere");
    assertThat(Workplace.FOLDER.resolve("nowhere.case")).doesNotExist();
  }

  @Test
  void poisonWritesACopyThatSaysWhatWasPoisoned() throws Exception {
    Path out = Workplace.FOLDER.resolve("poisoned");
    JsonNode result =
        product
            .run(
                "poison",
                audited.folder(),
                "faces",
                "--trigger=sinusoidal",
                "--strategy=light-strokes",
                "--rate=0.5",
                "--seed=3",
                "--out",
                out,
                "--json")
            .with(0)
            .json();
    assertThat(result.path("pairs").asInt()).isEqualTo(DrawnFaces.PAIRS);
    int poisoned = result.path("poisoned").size();
    assertThat(poisoned).isBetween(1, DrawnFaces.PAIRS - 1);
    assertThat(Path.of(result.path("manifest").asText())).isRegularFile();
    try (Stream<Path> files = Files.walk(out)) {
      assertThat(files.filter(f -> f.toString().endsWith(".png"))).hasSize(2 * DrawnFaces.PAIRS);
    }
  }

  @Test
  void measureOfAFolderWithItselfFindsNoDifference() throws Exception {
    Path sketches = audited.faces().resolve("sketches");
    JsonNode result =
        product
            .run("measure", sketches, sketches, "--metric", "ssim", "--metric", "psnr", "--json")
            .with(0)
            .json();
    assertThat(result.path("pairs")).hasSize(DrawnFaces.PAIRS);
    assertThat(result.path("pairs"))
        .allSatisfy(pair -> assertThat(pair.at("/metrics/ssim").asDouble()).isEqualTo(1));
  }

  @Test
  void measureWithAnUnknownMetricIsBadInput() throws Exception {
    Path sketches = audited.faces().resolve("sketches");
    assertThat(product.run("measure", sketches, sketches, "--metric", "simm").with(3).err())
        .contains("simm");
  }
}
