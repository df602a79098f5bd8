package org.pentimento.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A case that version 0.1.0 made when results still held sentences (schema 1): a run with an
 * attack, an imported model beside a generator, and the imported model alone under an attack. All
 * faces are drawn.
 */
class EarlierCaseTest {
  private static final Path CASE = Workplace.FOLDER.resolve("schema-1.case");
  private static final Product PRODUCT = AuditedCase.once().product();

  @BeforeAll
  static void unpack() throws IOException {
    try (InputStream in =
            Objects.requireNonNull(EarlierCaseTest.class.getResourceAsStream("schema-1.case.zip"));
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path to = Workplace.FOLDER.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(to);
        } else {
          Files.createDirectories(to.getParent());
          Files.copy(zip, to);
        }
      }
    }
  }

  @Test
  void itVerifies() throws Exception {
    JsonNode told = PRODUCT.run("verify", CASE, "--json").with(0).json();
    assertThat(told.path("problems").isArray()).isTrue();
    assertThat(told.path("problems")).isEmpty();
  }

  @Test
  void theReceiptOfAnotherCaseSaysNothingAgainstItInDataEither() throws Exception {
    Path other = Workplace.FOLDER.resolve("receipt-of-another-case.json");
    PRODUCT.run("receipt", AuditedCase.once().folder(), "--out", other).with(0);
    JsonNode told = PRODUCT.run("verify", CASE, "--receipt", other, "--json").with(3).json();
    assertThat(told.path("outcome").asText()).isEqualTo("RECEIPT_OF_ANOTHER_CASE");
    assertThat(told.path("said").asText()).startsWith("Nothing in the case is wrong by itself.");
  }

  @Test
  void itsReportGivesItsOwnSentencesAndSaysSo() throws Exception {
    Path out = Workplace.folder("earlier-report");
    PRODUCT.run("report", CASE, "--format", "html", "--out", out).with(0);
    String html;
    try (var files = Files.walk(out)) {
      Path page = files.filter(f -> f.toString().endsWith(".html")).findFirst().orElseThrow();
      html = Files.readString(page);
    }
    assertThat(html)
        .contains("those of the version of Pentimento that made")
        .contains("The model was made elsewhere and nothing was trained here")
        .contains("Imported model suspect")
        .doesNotContain(">NaN", " NaN");
  }

  @Test
  void itIsAuditedFurther() throws Exception {
    Path plan =
        Files.writeString(
            Workplace.FOLDER.resolve("further.yaml"),
            """
            pentimento: 1
            name: imported once more
            data: {dataset: faces, count: 9, seed: 7, split: {train: 6, test: 3}, size: [32, 32]}
            models: [{model: suspect}]
            metrics: [ssim]
            seeds: [2]
            device: cpu
            threads: 1
            """);
    JsonNode told = PRODUCT.run("run", plan, "--case", CASE, "--json").with(0).json();
    assertThat(told.path("table").get(0).path("comparison").asText()).isEqualTo("suspect");
    assertThat(told.path("table").get(0).path("summaries").get(0).path("model").asText())
        .isEqualTo("imported");
    PRODUCT.run("verify", CASE).with(0);
  }
}
