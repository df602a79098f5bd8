package org.pentimento.casefile.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.Cases;
import org.pentimento.casefile.event.Recovered;
import org.pentimento.casefile.event.ReportWritten;
import org.pentimento.casefile.event.RunFinished;
import org.pentimento.casefile.event.RunStarted;
import org.pentimento.casefile.event.StepFinished;
import org.pentimento.casefile.event.TrainingCost;
import org.pentimento.casefile.event.TrainingMeasured;
import org.pentimento.casefile.index.Sqlite;
import org.pentimento.casefile.json.Timestamps;
import org.pentimento.casefile.log.CustodyKey;
import org.pentimento.casefile.log.Entry;
import org.pentimento.casefile.log.Receipt;
import org.pentimento.casefile.store.Blobs;
import org.pentimento.casefile.store.DurableFiles;
import org.pentimento.casefile.store.FileListing;
import org.pentimento.casefile.store.Sha256;
import org.pentimento.casefile.verify.Verification.Problem;
import org.pentimento.casefile.verify.Verification.Remark;

class VerificationTest {
  private Path temp;
  private Path folder;

  @BeforeEach
  void name(@TempDir Path parent) {
    temp = parent;
    folder = parent.resolve("x.case");
  }

  private void tiny() throws Exception {
    try (CaseFile file = Cases.create(folder)) {
      Cases.importFaces(file, "faces");
      String sha = file.blobs().put(Cases.utf8("a report"));
      file.record(new ReportWritten(Map.of("report.html", sha)));
    }
    assertThat(Cases.verify(folder)).matches(Verification::intact);
  }

  private static List<Path> evidence(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !folder.relativize(file).startsWith("work"))
          .filter(file -> !String.valueOf(file.getFileName()).startsWith("case.db"))
          .filter(file -> !String.valueOf(file.getFileName()).equals("lock"))
          .sorted()
          .toList();
    }
  }

  private static void put(Path file, byte[] content) throws IOException {
    Files.delete(file);
    Files.write(file, content);
  }

  @Test
  void everyFlippedBitIsFound() throws Exception {
    tiny();
    int flips = 0;
    for (Path file : evidence(folder)) {
      byte[] sound = Files.readAllBytes(file);
      for (int i = 0; i < sound.length; i++) {
        byte[] content = sound.clone();
        content[i] ^= (byte) (1 << (i % 8));
        put(file, content);
        assertThat(Cases.verify(folder).intact())
            .as("byte %d of %s", i, folder.relativize(file))
            .isFalse();
        flips++;
      }
      put(file, sound);
    }
    assertThat(flips).isGreaterThan(2000);
    assertThat(Cases.verify(folder)).matches(Verification::intact);
  }

  @Test
  void everyCutAndEveryAddedByteIsFound() throws Exception {
    tiny();
    for (Path file : evidence(folder)) {
      byte[] sound = Files.readAllBytes(file);
      for (int length = 0; length < sound.length; length += Math.max(1, sound.length / 60)) {
        put(file, Arrays.copyOf(sound, length));
        assertThat(Cases.verify(folder).intact())
            .as("%s cut to %d bytes", folder.relativize(file), length)
            .isFalse();
      }
      put(file, sound);
      Files.write(file, new byte[] {'x'}, StandardOpenOption.APPEND);
      assertThat(Cases.verify(folder).intact()).as("byte added to %s", file).isFalse();
      put(file, sound);
    }
  }

  @Test
  void everyMissingFileIsFound() throws Exception {
    tiny();
    for (Path file : evidence(folder)) {
      byte[] sound = Files.readAllBytes(file);
      Files.delete(file);
      if (file.endsWith("custody.jsonl")) {
        assertThatThrownBy(() -> Cases.verify(folder))
            .isInstanceOf(BadInputException.class)
            .hasMessageContaining("custody.jsonl");
      } else {
        assertThat(Cases.problems(folder))
            .as("without %s", folder.relativize(file))
            .containsAnyOf(Problem.Kind.MISSING, Problem.Kind.HEAD);
      }
      Files.write(file, sound);
    }
  }

  @Test
  void everyLineTakenOutMovedOrDoubledIsFound() throws Exception {
    tiny();
    Path log = folder.resolve("custody.jsonl");
    List<String> lines = Files.readAllLines(log);
    for (int i = 0; i < lines.size(); i++) {
      ArrayList<String> without = new ArrayList<>(lines);
      String line = without.remove(i);
      Files.write(log, without);
      assertThat(Cases.verify(folder).intact()).as("without line %d", i + 1).isFalse();
      without.add((i + 1) % lines.size(), line);
      Files.write(log, without);
      assertThat(Cases.verify(folder).intact()).as("line %d moved", i + 1).isFalse();
      without.clear();
      without.addAll(lines);
      without.add(i, line);
      Files.write(log, without);
      assertThat(Cases.verify(folder).intact()).as("line %d doubled", i + 1).isFalse();
    }
  }

  @Test
  void whatBrokenFilesAreCalled() throws Exception {
    tiny();
    Path blob = evidence(folder).get(0);
    put(blob, Cases.utf8("other"));
    Files.writeString(folder.resolve("datasets/faces/photos/a.png"), "other");
    Files.writeString(folder.resolve("custody.jsonl"), "{}\n", StandardOpenOption.APPEND);
    assertThat(Cases.verify(folder).problems())
        .extracting(Problem::kind, Problem::file)
        .contains(
            tuple(Problem.Kind.LOG, "custody.jsonl"),
            tuple(Problem.Kind.CHANGED, folder.relativize(blob).toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "letter.txt",
        "blobs/readme",
        "blobs/ab/cd",
        "blobs/ab/cd/ef",
        "datasets/faces/photos/b.png",
        "datasets/more/a.png",
        "case.db.bak",
        "custody.jsonl.1"
      })
  void addedFilesAreFound(String name) throws Exception {
    tiny();
    Path file = folder.resolve(name);
    Files.createDirectories(DurableFiles.folderOf(file));
    Files.writeString(file, "x");
    assertThat(Cases.problems(folder)).containsExactly(Problem.Kind.ADDED);
  }

  @Test
  void workIsNoEvidence() throws Exception {
    tiny();
    Files.writeString(folder.resolve("work/checkpoint"), "x");
    assertThat(Cases.verify(folder).problems()).isEmpty();
  }

  @Test
  void anAddedBlobIsFoundEvenWithItsRightName() throws Exception {
    tiny();
    byte[] content = Cases.utf8("smuggled in");
    String sha = Sha256.of(content);
    Path file = folder.resolve("blobs").resolve(sha.substring(0, 2)).resolve(sha.substring(2));
    Files.createDirectories(DurableFiles.folderOf(file));
    Files.write(file, content);
    assertThat(Cases.problems(folder)).containsExactly(Problem.Kind.ADDED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"blobs", "datasets/faces", "datasets/faces/photos/a.png", "head.json"})
  void linksAreReportedAndNotFollowed(String name) throws Exception {
    tiny();
    Path original = folder.resolve(name);
    Path elsewhere = Files.move(original, temp.resolve("elsewhere"));
    Files.createSymbolicLink(original, elsewhere);
    assertThat(Cases.problems(folder)).contains(Problem.Kind.LINK);
  }

  @Test
  void missingBlobsOfAResultAreFound() throws Exception {
    Path image;
    try (CaseFile file = Cases.create(folder)) {
      Cases.run(file, "r");
      image = file.blobs().path(Sha256.of(Cases.utf8("image of p1")));
    }
    assertThat(Cases.verify(folder).problems()).isEmpty();
    Files.delete(image);
    Verification verification = Cases.verify(folder);
    assertThat(verification.problems()).hasSize(1);
    assertThat(verification.problems().get(0).kind()).isEqualTo(Problem.Kind.MISSING);
    assertThat(verification.problems().get(0).message()).contains("the result");
  }

  /** Everything that a run stores, also what only a manifest or a picture of a finding names. */
  @Test
  void everyBlobOfARunIsEvidence() throws Exception {
    try (CaseFile file = Cases.create(folder)) {
      attackedRun(file);
    }
    assertThat(Cases.verify(folder)).matches(Verification::intact);
    List<Path> blobs =
        evidence(folder).stream().filter(f -> f.startsWith(folder.resolve("blobs"))).toList();
    assertThat(blobs).hasSize(16);
    for (Path blob : blobs) {
      byte[] sound = Files.readAllBytes(blob);
      Files.delete(blob);
      assertThat(Cases.problems(folder))
          .as("without %s", new String(sound, StandardCharsets.UTF_8))
          .contains(Problem.Kind.MISSING);
      Files.write(blob, Cases.utf8("other"));
      assertThat(Cases.problems(folder))
          .as("changed %s", new String(sound, StandardCharsets.UTF_8))
          .contains(Problem.Kind.CHANGED);
      put(blob, sound);
    }
    assertThat(Cases.verify(folder)).matches(Verification::intact);
  }

  /** Documents as trees: what they name must be found in results of every schema. */
  private static void attackedRun(CaseFile file) throws IOException {
    Blobs blobs = file.blobs();
    String plan = blobs.put(Cases.utf8("plan"));
    file.record(new RunStarted("r", "n", plan));
    Map<String, String> change = new TreeMap<>(Map.of("pair", "p"));
    for (String image : List.of("photo", "triggered", "sketch", "trainingSketch")) {
      change.put(image, blobs.put(Cases.utf8("changed " + image)));
    }
    String manifest = blobs.putJson(Map.of("schema", 1, "changes", List.of(change)));
    String rows =
        blobs.putJson(
            List.of(
                Map.of(
                    "pair",
                    "q",
                    "blobs",
                    Map.of("imported/clean", blobs.put(Cases.utf8("sketch of q"))))));
    String checkpoint = blobs.put(Cases.utf8("checkpoint"));
    String weights = blobs.put(Cases.utf8("weights"));
    file.record(
        new StepFinished("r", "k", "train", Map.of("manifest", manifest, "weights", weights)));
    file.record(new StepFinished("r", "l", "draw", Map.of("rows", rows)));
    file.record(new TrainingMeasured(new TrainingCost("r", "t", weights, 1, 1, 1, checkpoint)));
    String description =
        blobs.putJson(
            Map.of(
                "strip",
                blobs.put(Cases.utf8("strip")),
                "files",
                List.of(Map.of("path", "m", "sha256", blobs.put(Cases.utf8("file"))))));
    String measurements = blobs.putJson(List.of());
    String picture = blobs.put(Cases.utf8("picture"));
    file.record(
        new RunFinished(
            "r",
            blobs.putJson(
                Map.of(
                    "comparisons",
                    List.of(
                        Map.of(
                            "attack", Map.of("manifest", manifest),
                            "model", Map.of("description", description),
                            "measurements", measurements)),
                    "detections",
                    List.of(
                        Map.of(
                            "findings",
                            List.of(Map.of("pictures", List.of(Map.of("image", picture))))))))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE measurements SET value = 0.75 WHERE pair = 'p1'",
        "UPDATE runs SET state = 'FAILED'",
        "UPDATE entries SET actor = 'nobody' WHERE number = 2",
        "UPDATE entries SET number = 'x' || number WHERE 0",
        "DELETE FROM datasets",
        "DELETE FROM position",
        "UPDATE position SET hash = 'x'",
        "INSERT INTO steps VALUES ('k', 1, 'r', 'n', '{}')",
        "CREATE TABLE more (x)",
        "DROP TABLE summaries",
        "CREATE TRIGGER t AFTER INSERT ON entries BEGIN DELETE FROM runs; END",
        "CREATE VIEW v AS SELECT 1"
      })
  void tamperedRowsAreFound(String sql) throws Exception {
    try (CaseFile file = Cases.create(folder)) {
      Cases.importFaces(file, "faces");
      Cases.run(file, "r");
    }
    tamper(sql);
    List<Problem.Kind> problems = Cases.problems(folder);
    if (sql.endsWith("WHERE 0")) {
      assertThat(problems).isEmpty();
    } else {
      assertThat(problems).isNotEmpty().containsOnly(Problem.Kind.INDEX);
    }
  }

  private void tamper(String sql) throws IOException, SQLException {
    try (Connection connection = Sqlite.writing(folder.resolve("case.db"), "WAL");
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  @Test
  void anIndexAheadOfItsLogShowsThatTheEndWasCutOff() throws Exception {
    tiny();
    Path earlier = temp.resolve("earlier");
    copy(folder, earlier);
    try (CaseFile file = CaseFile.openForWriting(folder)) {
      file.record(Cases.note("to be hidden"));
    }
    for (String name : List.of("custody.jsonl", "head.json")) {
      put(folder.resolve(name), Files.readAllBytes(earlier.resolve(name)));
    }
    assertThat(Cases.problems(folder)).containsExactly(Problem.Kind.CUT_OFF);
  }

  @Test
  void anIndexOfAnEarlierVersionIsARemarkUnlessItIsAhead() throws Exception {
    tiny();
    Path earlier = temp.resolve("earlier");
    copy(folder, earlier);
    try (CaseFile file = CaseFile.openForWriting(folder)) {
      file.record(Cases.note("to be hidden"));
    }
    tamper("DROP TABLE runs");
    tamper("PRAGMA user_version = 1");
    Verification verification = Cases.verify(folder);
    assertThat(verification.problems()).isEmpty();
    assertThat(verification.remarks()).extracting(Remark::kind).contains(Remark.Kind.INDEX_BEHIND);
    for (String name : List.of("custody.jsonl", "head.json")) {
      put(folder.resolve(name), Files.readAllBytes(earlier.resolve(name)));
    }
    assertThat(Cases.problems(folder)).containsExactly(Problem.Kind.CUT_OFF);
  }

  @Test
  void aReceiptShowsThatACaseWasPutBack() throws Exception {
    tiny();
    Path earlier = temp.resolve("earlier");
    copy(folder, earlier);
    Path early = temp.resolve("early.receipt");
    Path late = temp.resolve("late.receipt");
    try (CaseFile file = CaseFile.openForWriting(folder)) {
      file.receipt().write(early);
      file.record(Cases.note("to be hidden"));
      file.receipt().write(late);
      file.record(Cases.note("after the receipt"));
    }
    assertThat(verify(folder, early)).matches(Verification::intact);
    assertThat(verify(folder, late)).matches(Verification::intact);
    assertThat(Cases.verify(earlier))
        .as("nothing in the case itself shows it")
        .matches(Verification::intact);
    assertThat(verify(earlier, early)).matches(Verification::intact);
    assertThat(verify(earlier, late).problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.CUT_OFF);
    try (CaseFile file = CaseFile.openForWriting(earlier)) {
      file.record(Cases.note("harmless"));
      file.record(Cases.note("harmless"));
    }
    assertThat(verify(earlier, late).problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.RECEIPT);
  }

  @Test
  void aReceiptDoesNotReplaceAnEarlierOne() throws Exception {
    tiny();
    Path receipt = temp.resolve("receipt");
    try (CaseFile file = CaseFile.openForWriting(folder)) {
      file.receipt().write(receipt);
      byte[] early = Files.readAllBytes(receipt);
      file.receipt().write(receipt); // nothing has happened since
      file.record(Cases.note("after the receipt"));
      assertThatThrownBy(() -> file.receipt().write(receipt))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("is there already");
      assertThat(receipt).hasBinaryContent(early);
    }
  }

  @Test
  void aReceiptOfAnotherCaseOrAnAlteredOneDoesNotFit() throws Exception {
    tiny();
    Path receipt = temp.resolve("receipt");
    try (CaseFile other = Cases.create(temp.resolve("other.case"))) {
      other.receipt().write(receipt);
    }
    assertThat(verify(folder, receipt).problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.RECEIPT_OF_ANOTHER_CASE);
    Files.delete(receipt);
    try (CaseFile file = CaseFile.openForReading(folder)) {
      file.receipt().write(receipt);
    }
    byte[] sound = Files.readAllBytes(receipt);
    assertThat(verify(folder, receipt)).matches(Verification::intact);
    for (int i = 0; i < sound.length; i++) {
      byte[] content = sound.clone();
      content[i] ^= 1;
      Files.write(receipt, content);
      assertThat(verify(folder, receipt).problems())
          .extracting(Problem::kind)
          .as("byte %d", i)
          .containsExactly(Problem.Kind.RECEIPT);
    }
    assertThatThrownBy(() -> verify(folder, temp.resolve("none")))
        .isInstanceOf(BadInputException.class);
  }

  @Test
  void aHeadSignedByAStrangerIsFound() throws Exception {
    tiny();
    String before = System.getProperty("pentimento.config");
    Cases.useKeyIn(temp.resolve("stranger"));
    try {
      Receipt head = Receipt.read(folder.resolve("head.json"));
      Files.delete(folder.resolve("head.json"));
      Receipt.sign(CustodyKey.ofUser(), head.caseId(), head.number(), head.hash())
          .write(folder.resolve("head.json"));
    } finally {
      Cases.useKeyIn(Path.of(before));
    }
    assertThat(Cases.problems(folder)).containsExactly(Problem.Kind.HEAD);
  }

  @Test
  void anUnfinishedLineIsNoTampering() throws Exception {
    tiny();
    Path log = folder.resolve("custody.jsonl");
    byte[] sound = Files.readAllBytes(log);
    Entry next =
        Entry.following(
            4,
            Receipt.read(folder.resolve("head.json")).hash(),
            Timestamps.now(),
            "a",
            Cases.note("x"));
    byte[] line = next.line();
    for (int length = 1; length <= line.length; length += length < 15 ? 1 : 9) {
      Files.write(log, sound);
      Files.write(log, Arrays.copyOf(line, length), StandardOpenOption.APPEND);
      Verification verification = Cases.verify(folder);
      assertThat(verification.problems()).isEmpty();
      assertThat(verification.remarks())
          .extracting(Remark::kind)
          .containsExactly(Remark.Kind.UNFINISHED);
    }
    Files.write(log, sound);
    Files.write(log, line, StandardOpenOption.APPEND);
    try (CaseFile file = CaseFile.openForReading(folder)) {
      assertThat(file.entries()).hasSize(3);
    }
    try (CaseFile file = CaseFile.openForWriting(folder)) {
      Entry recovered = file.entries().get(3);
      Recovered found = recovered.as(Recovered.class).orElseThrow();
      assertThat(found.unfinishedBytes()).isEqualTo(line.length);
      assertThat(folder.resolve(found.movedTo())).hasBinaryContent(line);
    }
    assertThat(Cases.verify(folder).problems()).isEmpty();
    assertThat(Cases.verify(folder).remarks()).isEmpty();
  }

  @Test
  void oneUnsignedEntryIsNoTamperingAndTwoAre() throws Exception {
    tiny();
    Path log = folder.resolve("custody.jsonl");
    Receipt head = Receipt.read(folder.resolve("head.json"));
    Entry fourth = Entry.following(4, head.hash(), Timestamps.now(), "a", Cases.note("x"));
    Entry fifth = Entry.following(5, fourth.hash(), Timestamps.now(), "a", Cases.note("x"));
    append(log, fourth);
    assertThat(Cases.problems(folder)).isEmpty();
    assertThat(Cases.remarks(folder))
        .containsExactly(Remark.Kind.UNFINISHED, Remark.Kind.INDEX_BEHIND);
    byte[] one = Files.readAllBytes(log);
    append(log, fifth);
    assertThat(Cases.problems(folder)).containsExactly(Problem.Kind.LOG);
    assertThatThrownBy(() -> CaseFile.openForWriting(folder))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("more than one");
    Files.write(log, one);
    try (CaseFile file = CaseFile.openForWriting(folder)) {
      Entry recovered = file.entries().get(4);
      assertThat(recovered.as(Recovered.class).orElseThrow().unsignedEntry()).isEqualTo(4);
    }
    assertThat(Cases.problems(folder)).isEmpty();
  }

  private static void append(Path log, Entry entry) throws IOException {
    String line = new String(entry.line(), StandardCharsets.UTF_8);
    Files.writeString(log, line + "\n", StandardOpenOption.APPEND);
  }

  @Test
  void nobodyWritesBehindAnAlteredLog() throws Exception {
    tiny();
    Path log = folder.resolve("custody.jsonl");
    Files.writeString(log, Files.readString(log).replace("report-written", "report-writteN"));
    assertThatThrownBy(() -> CaseFile.openForWriting(folder))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("line 3");
    assertThatThrownBy(() -> CaseFile.openForReading(folder))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("line 3");
    assertThat(Cases.problems(folder)).containsOnly(Problem.Kind.LOG);
  }

  @Test
  void verifyingCanBeCancelled() throws Exception {
    tiny();
    Progress cancelled =
        new Progress() {
          @Override
          public void begin(String task, long total) {}

          @Override
          public void advance(long units) {}

          @Override
          public void note(String message) {}

          @Override
          public void checkCancelled() throws CancelledException {
            throw new CancelledException();
          }
        };
    assertThatThrownBy(() -> CaseFile.verify(folder, Optional.empty(), cancelled))
        .isInstanceOf(CancelledException.class);
    assertThatThrownBy(() -> FileListing.of(folder, cancelled))
        .isInstanceOf(CancelledException.class);
  }

  private static Verification verify(Path folder, Path receipt)
      throws IOException, CancelledException {
    return CaseFile.verify(folder, Optional.of(receipt), Progress.NONE);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectory(to.resolve(from.relativize(dir)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, to.resolve(from.relativize(file)));
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
