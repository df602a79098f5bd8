package org.pentimento.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ModelCommandsTest {
  private final AuditedCase audited = AuditedCase.once();
  private final Product product = audited.product();

  @Test
  void aTrainedModelLeavesAsOnnx() throws Exception {
    Path file = Workplace.FOLDER.resolve("clean.onnx");
    JsonNode result =
        product
            .run(
                "export-model",
                "run-1/fcn/1/s1/clean",
                "--case",
                audited.folder(),
                "--out",
                file,
                "--json")
            .with(0)
            .json();
    assertThat(file).hasSize(result.path("bytes").asLong());
  }

  @Test
  void aModelThatIsNotThereIsBadInput() throws Exception {
    assertThat(
            product
                .run("export-model", "run-9/x", "--case", audited.folder(), "--out", "x.onnx")
                .with(3)
                .err())
        .contains("run-9/x");
  }

  @Test
  void aTrainedModelDrawsByTheNameThatItLeavesUnder() throws Exception {
    Path out = Workplace.FOLDER.resolve("drawn-by-clean");
    product.run(synthesize("run-1/fcn/1/s1/clean", out)).with(0);
    assertThat(ImageIO.read(out.resolve("face-0.png").toFile()).getWidth())
        .isEqualTo(DrawnFaces.SIZE);
  }

  @Test
  void aModelThatIsNotThereLeavesNoFolder() throws Exception {
    Path out = Workplace.FOLDER.resolve("drawn-by-nobody");
    assertThat(product.run(synthesize("run-9/x", out)).with(3).err())
        .contains("has no model 'run-9/x'", "It has: run-1/fcn/1/s1/clean");
    assertThat(out).doesNotExist();
  }

  private Object[] synthesize(String model, Path out) {
    return new Object[] {
      "synthesize",
      model,
      audited.faces().resolve("photos"),
      "--case",
      audited.folder(),
      "--threads=1",
      "--device=cpu",
      "--out",
      out
    };
  }

  /** Where there is no bubblewrap the test does without; it is used where there is. */
  @Test
  void aModelOfOthersIsTakenInAndDraws() throws Exception {
    Path file = Workplace.FOLDER.resolve("others.onnx");
    try (InputStream in =
        Objects.requireNonNull(ModelCommandsTest.class.getResourceAsStream("nchw-unit-rgb.onnx"))) {
      Files.copy(in, file);
    }
    Path caseFolder = Workplace.FOLDER.resolve("others.case");
    JsonNode imported =
        product
            .run(
                "import-model",
                file,
                "--case",
                caseFolder,
                "--set",
                "confinement=reduced",
                "--json")
            .with(0)
            .json();
    assertThat(imported.path("model").asText()).isEqualTo("others");
    assertThat(imported.at("/settings/layout").asText()).isEqualTo("nchw");
    assertThat(Path.of(imported.path("strip").asText())).isNotEmptyFile();

    Path out = Workplace.FOLDER.resolve("sketches");
    JsonNode drawn =
        product
            .run(
                "synthesize",
                "others",
                audited.faces().resolve("photos"),
                "--case",
                caseFolder,
                "--threads=1",
                "--device=cpu",
                "--out",
                out,
                "--json")
            .with(0)
            .json();
    assertThat(drawn.path("sketches")).hasSize(DrawnFaces.PAIRS);
    BufferedImage sketch = ImageIO.read(out.resolve("face-0.png").toFile());
    assertThat(sketch.getWidth()).isEqualTo(DrawnFaces.SIZE);
    assertThat(sketch.getRaster().getNumBands()).isEqualTo(1);
  }
}
