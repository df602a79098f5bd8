package org.pentimento.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Inspects photos for a model of a case, and makes another model of it. */
class PhotoAndMitigateCommandsTest {
  private static final String MODEL = "run-1/fcn/1/s1/poisoned";

  private final AuditedCase audited = AuditedCase.once();
  private final Product product = audited.product();

  /** The model has seen one step of training: it draws black, and nothing can be said of it. */
  @Test
  void photosForAModelThatDrawsNothingGetNoScore() throws Exception {
    Path photo = audited.faces().resolve("photos/face-1.png");
    JsonNode found =
        product
            .run("inspect", "photo", audited.folder(), MODEL, photo, "--data", "faces", "--json")
            .with(0)
            .json();
    assertThat(found.path("problem").asText()).contains("almost black");
    JsonNode one = found.path("photos").path(0);
    assertThat(one.path("file").asText()).isEqualTo(photo.toString());
    assertThat(one.path("flagged").asBoolean(true)).isFalse();
    assertThat(one.path("p").isNull()).isTrue();
    assertThat(one.path("verdict").asText()).isEqualTo("no-score");
    product.run("verify", audited.folder()).with(0);
  }

  @Test
  void aModelThatIsFineTunedIsAModelOfTheCase() throws Exception {
    JsonNode made =
        product
            .run(
                "mitigate",
                audited.folder(),
                MODEL,
                "--data",
                "faces",
                "--method",
                "fine-tune",
                "--name",
                "mended",
                "--json")
            .with(0)
            .json();
    assertThat(made.path("outcome").asText()).isEqualTo("not-looked-at");
    assertThat(made.path("errorAfter").asDouble()).isLessThan(made.path("errorBefore").asDouble());
    Path onnx = Workplace.FOLDER.resolve("mended.onnx");
    product.run("export-model", "mended", "--case", audited.folder(), "--out", onnx).with(0);
    assertThat(onnx).isNotEmptyFile();
    product.run("verify", audited.folder()).with(0);
  }

  @Test
  void whatCannotBeDoneIsBadInput() throws Exception {
    assertThat(
            product
                .run("inspect", "photo", audited.folder(), MODEL, "gone.png", "--data", "faces")
                .with(3)
                .err())
        .contains("no file gone.png");
    assertThat(
            product
                .run("mitigate", audited.folder(), MODEL, "--data", "faces", "--name", "unlearned")
                .with(3)
                .err())
        .contains("Nothing was found", "fine-tune");
    assertThat(
            product
                .run(
                    "mitigate",
                    audited.folder(),
                    MODEL,
                    "--data",
                    "faces",
                    "--name",
                    "x",
                    "--method",
                    "prayer")
                .with(2)
                .err())
        .contains("prayer", "unlearn, fine-tune, prune");
  }
}
