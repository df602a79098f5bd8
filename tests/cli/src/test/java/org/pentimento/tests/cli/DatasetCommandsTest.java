package org.pentimento.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
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

  /** One file has other content, one is gone, one is more. */
  @Test
  void importComparesWithAHashList() throws Exception {
    Path set = Workplace.FOLDER.resolve("listed");
    Path list = Workplace.FOLDER.resolve("sums.txt");
    StringBuilder sums = new StringBuilder();
    try (Stream<Path> files = Files.walk(audited.faces())) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String path = audited.faces().relativize(file).toString();
        Path copy = set.resolve(path);
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
        sums.append(sha1(file)).append("  ./").append(path).append('\n');
      }
    }
    Files.writeString(list, sums.append("00".repeat(20)).append("  photos/gone.png\n"));
    Files.write(set.resolve("photos/face-0.png"), new byte[1], StandardOpenOption.APPEND);
    Files.writeString(set.resolve("more.txt"), "more");
    Path caseFolder = Workplace.FOLDER.resolve("listed.case");

    Ended ended =
        product.run("import", set, "--case", caseFolder, "--hashes", list, "--json").with(0);

    JsonNode hashes = ended.json().path("hashes");
    assertThat(hashes.at("/check/kinds/0").asText()).isEqualTo("SHA-1");
    assertThat(hashes.at("/check/matches").asInt()).isEqualTo(2 * DrawnFaces.PAIRS - 1);
    assertThat(hashes.path("misses").findValuesAsText("path"))
        .containsExactlyInAnyOrder("photos/face-0.png", "photos/gone.png");
    assertThat(hashes.path("misses").findValuesAsText("why"))
        .containsExactlyInAnyOrder("other content", "not there");
    assertThat(hashes.path("extras"))
        .extracting(JsonNode::asText)
        .containsExactly("more.txt", "photos/face-0.png");
    assertThat(Files.readString(caseFolder.resolve("custody.jsonl"))).contains("\"sums.txt\"");
    product.run("verify", caseFolder).with(0);
    assertThat(
            product
                .run("import", set, "--case", caseFolder, "--name", "two", "--hashes", set)
                .with(3)
                .err())
        .contains("no hash list");
  }

  private static String sha1(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-1").digest(Files.readAllBytes(file)));
  }

  @Test
  void madeUpPairsAreNotTakenForFilesThatAreThere() throws Exception {
    Path none = Workplace.FOLDER.resolve("made-up.case");
    assertThat(
            product
                .run("import", audited.faces(), "--format", "faces", "--case", none)
                .with(3)
                .err())
        .contains("makes its pairs itself", "Leave --format away");
    assertThat(none).doesNotExist();
  }

  @Test
  void measureLooksIntoFoldersOfFolders() throws Exception {
    Path sketches = audited.faces().resolve("sketches");
    Path parts = Workplace.FOLDER.resolve("parts");
    for (String part : new String[] {"train", "test"}) {
      Files.createDirectories(parts.resolve(part));
      Files.copy(sketches.resolve("face-0.png"), parts.resolve(part).resolve("1.png"));
    }
    JsonNode result =
        product.run("measure", parts, parts, "--metric", "ssim", "--json").with(0).json();
    assertThat(result.path("pairs")).hasSize(2);
  }

  @Test
  void whereNothingIsFoundTheReasonIsSaid() throws Exception {
    Path packed = Files.createDirectories(Workplace.FOLDER.resolve("packed"));
    Files.write(packed.resolve("set.zip"), new byte[] {'P', 'K', 5, 6});
    assertThat(product.run("import", packed, "--case", "packed.case").with(3).err())
        .contains("set.zip is a packed file", "Unpack");
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
