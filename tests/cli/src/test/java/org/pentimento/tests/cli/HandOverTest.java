package org.pentimento.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A case as a bag, checked as somebody would who has nothing of ours. */
class HandOverTest {
  private static final AuditedCase AUDITED = AuditedCase.once();

  @Test
  void aBagHoldsTheCaseAndWhatIsNeededToVerifyIt() throws Exception {
    Path folder = Workplace.FOLDER.resolve("handed.case");
    AUDITED.copyTo(folder);
    Product product = AUDITED.product();
    product.run("report", folder, "--out", Workplace.folder("handed-report")).with(0);
    Path receipt = Workplace.FOLDER.resolve("handed.receipt");
    product.run("receipt", folder, "--out", receipt).with(0);
    Path bag = Workplace.FOLDER.resolve("handed.bag");
    assertThat(product.run("export", folder, "--bag", bag).with(0).out())
        .contains("the case is intact");
    assertThat(product.run("export", folder, "--bag", bag).with(3).err())
        .contains("is there already");

    assertThat(files(bag.resolve("data"), bag))
        .as("the list of hashes is that of the payload")
        .isEqualTo(listed(bag.resolve("manifest-sha256.txt")));
    assertThat(listed(bag.resolve("tagmanifest-sha256.txt")).keySet())
        .containsExactly("bag-info.txt", "bagit.txt", "manifest-sha256.txt");
    assertThat(bag.resolve("data/report")).isDirectoryContaining("glob:**/*.pdf");
    for (String graph : List.of("ro-crate-metadata.json", "case-uco.jsonld")) {
      JsonNode document = new ObjectMapper().readTree(bag.resolve("data/" + graph).toFile());
      List<String> known = document.path("@graph").findValuesAsText("@id");
      assertThat(known).as(graph).hasSizeGreaterThan(10).doesNotContain("");
    }

    JsonNode said = verified(bag, 0, "--receipt", receipt.toString());
    assertThat(said.path("anchor").asText()).isEqualTo("RECEIPT");
    assertThat(said.path("entries").asInt())
        .as("the copy tells of its own hand-over")
        .isGreaterThan(new ObjectMapper().readTree(receipt.toFile()).path("number").asInt());
    assertThat(product.run("verify", bag.resolve("data/case"), "--receipt", receipt).with(0).out())
        .contains("The case is intact.", "Anchored");

    Path log = bag.resolve("data/case/custody.jsonl");
    Files.writeString(log, Files.readString(log).replaceFirst("A\\. Tester", "B. Tester"));
    assertThat(verified(bag, 1).path("problems").findValuesAsText("file"))
        .containsExactly("custody.jsonl");
  }

  @Test
  void withoutAReceiptTheVerifierSaysWhatItCannotSee() throws Exception {
    assertThat(AUDITED.product().run("verify", AUDITED.folder()).with(0).out())
        .contains("Not anchored", "Key (SHA-256): ");
    assertThat(
            AUDITED
                .product()
                .run("verify", AUDITED.folder(), "--key", "0".repeat(64))
                .with(3)
                .out())
        .contains("head.json");
    assertThat(AUDITED.product().run("verify", AUDITED.folder(), "--key", "abc").with(3).err())
        .contains("is no fingerprint of a key");
  }

  /** Runs the verifier that lies in a bag. */
  private static JsonNode verified(Path bag, int status, String... more) throws Exception {
    List<String> command =
        Stream.concat(
                Stream.of("python3", "data/verify_case.py", "data/case", "--json"), Stream.of(more))
            .toList();
    Process process =
        new ProcessBuilder(command)
            .directory(bag.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isEqualTo(status);
    return new ObjectMapper().readTree(out);
  }

  private static TreeMap<String, String> listed(Path manifest) throws IOException {
    TreeMap<String, String> listed = new TreeMap<>();
    for (String line : Files.readAllLines(manifest)) {
      listed.put(line.substring(66), line.substring(0, 64));
    }
    return listed;
  }

  private static TreeMap<String, String> files(Path folder, Path from) throws Exception {
    TreeMap<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        byte[] sha = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
        files.put(from.relativize(path).toString(), HexFormat.of().formatHex(sha));
      }
    }
    return files;
  }
}
