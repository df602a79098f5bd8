package org.pentimento.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AuditCommandsTest {
  private final AuditedCase audited = AuditedCase.once();
  private final Product product = audited.product();

  @Test
  void runTellsWhatItFound() throws Exception {
    JsonNode result = audited.ran().json();
    assertThat(result.path("run").asText()).isEqualTo("run-1");
    assertThat(result.path("table")).hasSize(1);
    JsonNode comparison = result.path("table").get(0);
    assertThat(comparison.path("comparison").asText()).isEqualTo("fcn/1/s1");
    assertThat(comparison.path("conclusions")).isNotEmpty();
    assertThat(comparison.path("summaries"))
        .filteredOn(s -> s.path("name").asText().equals("ssim"))
        .hasSizeGreaterThanOrEqualTo(4)
        .allSatisfy(s -> assertThat(s.path("n").asInt()).isEqualTo(2));
    assertThat(audited.ran().err()).contains("Training");
  }

  @Test
  void estimateTellsTimeAndDiskAndRunsNothing() throws Exception {
    long before = runs();
    JsonNode result =
        product
            .run("run", audited.plan(), "--case", audited.folder(), "--estimate", "--json")
            .with(0)
            .json();
    assertThat(result.path("seconds").asDouble()).isPositive();
    assertThat(result.path("low").asDouble()).isLessThan(result.path("high").asDouble());
    assertThat(result.path("bytes").asLong()).isPositive();
    assertThat(runs()).isEqualTo(before);
  }

  private long runs() throws IOException {
    try (Stream<String> lines = Files.lines(audited.folder().resolve("custody.jsonl"))) {
      return lines.filter(l -> l.contains("\"action\":\"run-started\"")).count();
    }
  }

  @Test
  void aPlanThatCannotBeIsBadInput() throws Exception {
    Ended ended =
        product
            .run("run", audited.plan(), "--case", "bad.case", "--set", "generators[0].epochs=many")
            .with(3);
    assertThat(ended.err()).startsWith("Error: ").contains("epochs");
    assertThat(ended.out()).isEmpty();
    assertThat(Workplace.FOLDER.resolve("bad.case")).doesNotExist();
  }

  @Test
  void reportIsWrittenInEveryFormat() throws Exception {
    Path out = Workplace.FOLDER.resolve("report");
    Ended ended = product.run("report", audited.folder(), "--out", out).with(0);
    assertThat(ended.out().strip()).isEqualTo("Report: " + out.resolve("report.html"));
    assertThat(out.resolve("report.html")).content().contains("<svg", "tiny");
    assertThat(out.resolve("report.pdf")).binaryContent().startsWith('%', 'P', 'D', 'F');
    assertThat(out.resolve("summaries.csv")).content().contains("ssim");
  }

  @Test
  void aReportIsADraftUntilItIsSignedOff() throws Exception {
    Path copy = Workplace.FOLDER.resolve("reviewed.case");
    audited.copyTo(copy);
    Path out = Workplace.FOLDER.resolve("reviewed-report");
    Path statement =
        Files.writeString(
            Workplace.FOLDER.resolve("statement.md"),
            "# Question\nDoes the attack work?\n# Conclusion\nIt may.\n");
    product.run("report", copy, "--format", "html", "--statement", statement, "--out", out).with(0);
    assertThat(out.resolve("report.html"))
        .content()
        .contains("DRAFT – not signed off", "Does the attack work?", "It may.");
    assertThat(product.run("report", copy, "--final", "--out", out).with(3).err())
        .contains("No report of this case is signed off");
    Path receipt = Workplace.FOLDER.resolve("reviewed.receipt");
    Ended review =
        product.run("sign-off", copy, "--reviewer", "Jo Roe", "--receipt", receipt).with(0);
    assertThat(review.out()).contains("is signed off", "Receipt of entry");
    assertThat(review.err()).contains("have a second person review it too");
    product.run("report", copy, "--final", "--format", "html", "--out", out).with(0);
    assertThat(out.resolve("report.html"))
        .content()
        .contains("Signed off by Jo Roe", "no second person has looked", "It may.")
        .contains("as the draft of entry")
        .doesNotContain("DRAFT");
    product.run("verify", copy, "--receipt", receipt).with(0);
  }

  @Test
  void aReportOfARunThatIsNotThereIsBadInput() throws Exception {
    assertThat(
            product.run("report", audited.folder(), "--run", "run-99", "--out", "x").with(3).err())
        .contains("has no run run-99", "It has: ");
  }

  @Test
  void exportWritesTablesAndCharts() throws Exception {
    Path out = Workplace.FOLDER.resolve("exported");
    Ended ended =
        product
            .run("export", audited.folder(), "--tables", "--charts", "svg", "--out", out)
            .with(0);
    assertThat(ended.out().lines().map(Path::of))
        .allSatisfy(file -> assertThat(file).isNotEmptyFile())
        .anySatisfy(file -> assertThat(file).hasFileName("measurements.csv"))
        .anySatisfy(file -> assertThat(file).content().contains("<svg"));
    assertThat(ended.err()).doesNotContain("custody log");
    assertThat(product.run("export", audited.folder(), "--tables", "--out", out).with(3).err())
        .contains("is there already", "--force");
    product.run("export", audited.folder(), "--tables", "--force", "--out", out).with(0);
    assertThat(audited.folder().resolve("custody.jsonl"))
        .content()
        .contains("\"action\":\"exported\"", "\"kind\":\"TABLES\"", "\"kind\":\"CHARTS\"");
  }

  @Test
  void exportOfNothingIsBadInput() throws Exception {
    assertThat(product.run("export", audited.folder(), "--out", "none").with(3).err())
        .contains("--tables");
  }

  @Test
  void aReceiptIsBorneOutByTheCase() throws Exception {
    Path receipt = Workplace.FOLDER.resolve("receipt.json");
    product.run("receipt", audited.folder(), "--out", receipt).with(0);
    JsonNode result =
        product.run("verify", audited.folder(), "--receipt", receipt, "--json").with(0).json();
    assertThat(result.path("problems")).isEmpty();
    assertThat(result.path("blobs").asInt()).isPositive();
    assertThat(result.path("outcome").asText()).isEqualTo("INTACT");
  }

  @Test
  void aReceiptCanBeWrittenToTheOutput() throws Exception {
    Path receipt = Workplace.FOLDER.resolve("printed.json");
    product.run("receipt", audited.folder(), "--out", receipt).with(0);
    String printed = product.run("receipt", audited.folder()).with(0).out();
    assertThat(printed).isEqualTo(Files.readString(receipt));
  }

  @Test
  void whatIsNoReceiptSaysNothingAgainstTheCase() throws Exception {
    Path letter = Files.writeString(Workplace.FOLDER.resolve("letter.txt"), "Dear all,");
    assertThat(product.run("verify", audited.folder(), "--receipt", letter).with(3).out())
        .contains("Nothing in the case is wrong by itself", "letter.txt is no unchanged receipt")
        .doesNotContain("NOT intact");
  }

  @Test
  void anEarlierReceiptIsNotReplaced() throws Exception {
    Path receipt = Files.writeString(Workplace.FOLDER.resolve("earlier.receipt"), "of yesterday");
    assertThat(product.run("receipt", audited.folder(), "--out", receipt).with(3).err())
        .contains("earlier.receipt is there already", "another file");
    assertThat(receipt).hasContent("of yesterday");
  }

  /** A lock that cannot be opened for writing stands for a medium that can only be read. */
  @Test
  void aReportOfACaseThatCanOnlyBeReadSaysWhatToDo() throws Exception {
    Path copy = Workplace.FOLDER.resolve("fixed.case");
    audited.copyTo(copy);
    Files.delete(copy.resolve("lock"));
    Files.createDirectory(copy.resolve("lock"));
    assertThat(product.run("report", copy, "--out", "fixed-report").with(3).err())
        .contains("cannot be written", "Copy the case", "pentimento export " + copy)
        .doesNotContain("Open it");
    assertThat(Workplace.FOLDER.resolve("fixed-report")).doesNotExist();
    Path out = Workplace.FOLDER.resolve("of-fixed");
    assertThat(product.run("export", copy, "--tables", "--out", out).with(0).err())
        .contains("That this was taken out of the case is not in its custody log.");
  }

  @Test
  void verifyFindsAMissingBlob() throws Exception {
    Path copy = Workplace.FOLDER.resolve("tampered.case");
    Path gone = copyWithoutABlob(copy);
    Ended ended = product.run("verify", copy).with(3);
    assertThat(ended.out()).contains("The case is NOT intact", gone.getFileName().toString());
  }

  private Path copyWithoutABlob(Path copy) throws IOException {
    audited.copyTo(copy);
    try (Stream<Path> files = Files.walk(copy.resolve("blobs"))) {
      Path largest =
          files
              .filter(Files::isRegularFile)
              .max(Comparator.comparingLong(f -> f.toFile().length()))
              .orElseThrow();
      Files.delete(largest);
      return largest;
    }
  }
}
