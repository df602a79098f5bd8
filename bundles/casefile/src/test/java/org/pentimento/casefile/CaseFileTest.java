package org.pentimento.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.BadInputException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Kind;
import org.pentimento.casefile.event.CaseCreated;
import org.pentimento.casefile.event.DatasetImported;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.KeyChanged;
import org.pentimento.casefile.event.LeftOver;
import org.pentimento.casefile.event.LeftOvers;
import org.pentimento.casefile.event.OtherEvent;
import org.pentimento.casefile.event.RunCancelled;
import org.pentimento.casefile.event.RunFailed;
import org.pentimento.casefile.event.RunFinished;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.event.RunStarted;
import org.pentimento.casefile.event.StepFinished;
import org.pentimento.casefile.event.TrainingCost;
import org.pentimento.casefile.event.TrainingMeasured;
import org.pentimento.casefile.index.Index;
import org.pentimento.casefile.index.Sqlite;
import org.pentimento.casefile.log.CustodyKey;
import org.pentimento.casefile.log.CustodyLog;
import org.pentimento.casefile.log.Entry;
import org.pentimento.casefile.log.LogReader;
import org.pentimento.casefile.store.Blobs;
import org.pentimento.casefile.store.DurableFiles;
import org.pentimento.casefile.store.FileListing;
import org.pentimento.casefile.store.FileSystemKind;
import org.pentimento.casefile.store.Layout;
import org.pentimento.casefile.store.ListedFile;
import org.pentimento.casefile.verify.Verification;

class CaseFileTest {
  private Path temp;
  private Path folder;

  @BeforeEach
  void name(@TempDir Path parent) {
    temp = parent;
    folder = temp.resolve("a b#ü%20?.case");
  }

  @Test
  void aNewCaseKnowsWhatItIsAbout() throws Exception {
    String id;
    try (CaseFile file = Cases.create(folder)) {
      id = file.id();
      assertThat(file.info()).isEqualTo(Cases.INFO);
      assertThat(file.entries()).hasSize(1);
      Entry first = file.entries().get(0);
      assertThat(first.number()).isEqualTo(1);
      assertThat(first.action()).isEqualTo("case-created");
      assertThat(first.previous()).isEqualTo("0".repeat(64));
      assertThat(first.actor()).contains(System.getProperty("user.name")).contains("Ada Examiner");
    }
    try (CaseFile file = CaseFile.openForReading(folder)) {
      assertThat(file.info()).isEqualTo(Cases.INFO);
      assertThat(file.id()).isEqualTo(id);
    }
    Verification verification = Cases.verify(folder);
    assertThat(verification.problems()).isEmpty();
    assertThat(verification.remarks()).isEmpty();
    assertThat(verification.entries()).isEqualTo(1);
  }

  @Test
  void onlyAnEmptyFolderBecomesACase() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("letter.txt"), "x");
    assertThatThrownBy(() -> Cases.create(folder))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("not empty");
    assertThatThrownBy(() -> CaseFile.openForReading(folder))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("no case");
    assertThatThrownBy(() -> CaseFile.openForWriting(temp.resolve("none")))
        .isInstanceOf(BadInputException.class);
    assertThat(folder.resolve("letter.txt")).hasContent("x");
  }

  @Test
  void everythingRecordedIsThereAfterwards() throws Exception {
    DatasetRecord faces;
    String result;
    try (CaseFile file = Cases.create(folder)) {
      faces = Cases.importFaces(file, "faces");
      result = Cases.run(file, "run-1");
      file.record(Cases.note("looked at it"));
      check(file, faces, result);
    }
    try (CaseFile file = CaseFile.openForReading(folder)) {
      check(file, faces, result);
    }
    Files.delete(folder.resolve("case.db"));
    try (CaseFile file = CaseFile.openForReading(folder)) {
      check(file, faces, result);
    }
    assertThat(folder.resolve("case.db")).doesNotExist();
    Verification verification = Cases.verify(folder);
    assertThat(verification.problems()).isEmpty();
    assertThat(verification.files()).isEqualTo(2);
    assertThat(verification.blobs()).isEqualTo(7);
  }

  private static void check(CaseFile file, DatasetRecord faces, String result) throws IOException {
    assertThat(file.datasets()).containsExactly(faces);
    assertThat(file.dataset("faces")).contains(faces);
    assertThat(file.dataset("Faces")).isEmpty();
    RunRecord run = file.run("run-1").orElseThrow();
    assertThat(run.state()).isEqualTo(RunRecord.State.FINISHED);
    assertThat(run.name()).isEqualTo("first look");
    assertThat(run.result()).isEqualTo(result);
    assertThat(run.ended()).isNotNull().isAfterOrEqualTo(run.started());
    assertThat(file.blobs().contains(run.plan())).isTrue();
    assertThat(file.step("key-run-1")).contains(Map.of("result", result));
    assertThat(file.step("another")).isEmpty();
    assertThat(
            file.query(
                "SELECT pair, value FROM measurements WHERE run = ? AND value > ? ORDER BY value",
                "run-1",
                0.1))
        .containsExactly(Map.of("pair", "p2", "value", 0.25), Map.of("pair", "p1", "value", 0.5));
    assertThat(file.query("SELECT mean, n, undefined FROM summaries"))
        .containsExactly(Map.of("mean", 0.375, "n", 2, "undefined", 1));
    assertThat(file.entries()).last().extracting(Entry::action).isEqualTo("note");
  }

  @Test
  void aCaseTellsWhatItWasMadeWith() throws Exception {
    try (CaseFile file = Cases.create(folder)) {
      Cases.importFaces(file, "faces");
      Cases.run(file, "r");
      String odd = file.blobs().put(Cases.utf8("no result"));
      file.record(new RunStarted("odd", "n", odd));
      file.record(new RunFinished("odd", odd));
      assertThat(UsedExtension.of(file))
          .containsExactly(
              new UsedExtension(Kind.DATASET_FORMAT, "folders", "folders", ""),
              new UsedExtension(Kind.GENERATOR, "fcn", "FCN", "1"),
              new UsedExtension(Kind.METRIC, "ssim", "SSIM", "1"));
    }
  }

  @Test
  void aStepWithoutAllItsBlobsIsNoStep() throws Exception {
    try (CaseFile file = Cases.create(folder)) {
      String result = Cases.run(file, "r");
      Files.delete(file.blobs().path(result));
      assertThat(file.step("key-r")).isEmpty();
    }
  }

  @Test
  void runsEndInTheirStates() throws Exception {
    try (CaseFile file = Cases.create(folder)) {
      String plan = file.blobs().put(Cases.utf8("plan"));
      for (String run : List.of("cancelled", "failed", "lost", "resumed")) {
        file.record(new RunStarted(run, run, plan));
      }
      file.record(new RunCancelled("cancelled"));
      file.record(new RunFailed("failed", "no memory"));
      file.record(new RunCancelled("resumed"));
      file.record(new RunStarted("resumed", "again", plan));
      assertThat(file.run("resumed").orElseThrow().state()).isEqualTo(RunRecord.State.STARTED);
      file.record(new RunCancelled("resumed"));
      assertThat(file.run("lost").orElseThrow().state()).isEqualTo(RunRecord.State.STARTED);
    }
    try (CaseFile file = CaseFile.openForWriting(folder)) {
      assertThat(file.run("cancelled").orElseThrow().state()).isEqualTo(RunRecord.State.CANCELLED);
      assertThat(file.run("failed").orElseThrow().message()).isEqualTo("no memory");
      assertThat(file.run("lost").orElseThrow().state()).isEqualTo(RunRecord.State.INTERRUPTED);
      assertThat(file.run("resumed").orElseThrow().name()).isEqualTo("again");
    }
    assertThat(Cases.problems(folder)).isEmpty();
  }

  @Test
  void whatDoesNotFitIsRefusedAndNotRecorded() throws Exception {
    try (CaseFile file = Cases.create(folder)) {
      String missing = "a".repeat(64);
      assertThatThrownBy(() -> file.record(new StepFinished("r", "k", "n", Map.of("x", missing))))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining(missing);
      assertThatThrownBy(() -> file.record(new RunStarted("r", "n", "no hash")))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("no hash");
      assertThatThrownBy(() -> file.record(new RunCancelled("r")))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("no run r");
      assertThatThrownBy(
              () ->
                  file.record(
                      new DatasetImported(
                          new DatasetRecord(
                              "../x",
                              "f",
                              Map.of(),
                              DatasetRecord.Mode.MADE,
                              "",
                              "",
                              "",
                              0,
                              0,
                              0,
                              List.of()))))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("../x");
      assertThatThrownBy(
              () ->
                  file.record(
                      new TrainingMeasured(new TrainingCost("r", "t", "", Double.NaN, 1, 1, ""))))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> file.record(Cases.note("x".repeat(LogReader.MAX_LINE))))
          .isInstanceOf(IOException.class);
      assertThatThrownBy(() -> file.record(new KeyChanged("a", "b")))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> file.record(new OtherEvent("looked-at", NullNode.instance)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> file.query("DELETE FROM entries")).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> file.datasetFolder(".."))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> file.workFolder("nul.txt")).isInstanceOf(BadInputException.class);
      assertThat(file.entries()).hasSize(1);
    }
    assertThat(Cases.verify(folder).problems()).isEmpty();
  }

  @Test
  void aResultThatIsNoneIsRecordedAllTheSame() throws Exception {
    try (CaseFile file = Cases.create(folder)) {
      String odd = file.blobs().put(Cases.utf8("odd"));
      file.record(new RunStarted("r", "n", odd));
      file.record(new RunFinished("r", odd));
      assertThat(file.query("SELECT entry FROM unprojected")).containsExactly(Map.of("entry", 3));
      assertThat(file.entries()).hasSize(3);
    }
  }

  @Test
  void aReaderCannotWrite() throws Exception {
    Cases.create(folder).close();
    try (CaseFile file = CaseFile.openForReading(folder)) {
      assertThatThrownBy(() -> file.record(Cases.note("x")))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> file.blobs().put(new byte[1]))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(file::rebuildIndex).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> file.query("DELETE FROM entries")).isInstanceOf(IOException.class);
    }
  }

  @Test
  void thereIsOneWriter() throws Exception {
    try (CaseFile file = Cases.create(folder)) {
      assertThatThrownBy(() -> CaseFile.openForWriting(folder))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("process " + ProcessHandle.current().pid());
      // Looking at the lock must not lose it: another process still finds it held.
      Cases.verify(folder);
      CaseFile.openForReading(folder).close();
      assertThat(ChildJvm.run("open", folder).output())
          .contains("CaseBusyException")
          .contains("process " + ProcessHandle.current().pid());
      file.record(Cases.note("still the writer"));
    }
    assertThat(ChildJvm.run("open", folder).output()).contains("opened");
    CaseFile.openForWriting(folder).close();
  }

  @Test
  void readersSeeWhatAWriterDoes() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    CountDownLatch started = new CountDownLatch(4);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (CaseFile writer = Cases.create(folder)) {
      List<Future<Long>> readers =
          IntStream.range(0, 4)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            long seen = 0;
                            try (CaseFile lasting = CaseFile.openForReading(folder)) {
                              started.countDown();
                              while (!done.get()) {
                                try (CaseFile fresh = CaseFile.openForReading(folder)) {
                                  assertThat(fresh.entries().size()).isGreaterThanOrEqualTo(1);
                                  assertThat(fresh.runs()).isEmpty();
                                }
                                Verification verification = Cases.verify(folder);
                                assertThat(verification.problems()).isEmpty();
                                long now = count(lasting);
                                assertThat(now).isGreaterThanOrEqualTo(seen);
                                seen = now;
                              }
                              seen = count(lasting);
                            }
                            return seen;
                          }))
              .toList();
      started.await();
      for (int i = 0; i < 150; i++) {
        writer.record(Cases.note("number " + i));
      }
      done.set(true);
      for (Future<Long> reader : readers) {
        assertThat(reader.get()).isEqualTo(151);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static long count(CaseFile file) throws IOException {
    Object count = file.query("SELECT count(*) AS n FROM entries").get(0).get("n");
    return ((Number) Objects.requireNonNull(count)).longValue();
  }

  @Test
  void aDamagedIndexIsMadeAnew() throws Exception {
    DatasetRecord faces;
    String result;
    try (CaseFile file = Cases.create(folder)) {
      faces = Cases.importFaces(file, "faces");
      result = Cases.run(file, "run-1");
      file.record(Cases.note("x"));
    }
    Path db = folder.resolve("case.db");
    byte[] sound = Files.readAllBytes(db);
    for (int damage = 0; damage < 3; damage++) {
      byte[] content = sound.clone();
      if (damage == 0) {
        content = Cases.utf8("no database at all, but long enough to be looked at");
      } else if (damage == 1) {
        Arrays.fill(content, 4096, content.length, (byte) 0x5a);
      } else {
        Files.delete(db);
      }
      if (damage < 2) {
        Files.write(db, content);
      }
      try (CaseFile file = CaseFile.openForReading(folder)) {
        check(file, faces, result);
      }
      try (CaseFile file = CaseFile.openForWriting(folder)) {
        assertThat(file.datasets()).containsExactly(faces);
        assertThat(file.entries()).last().extracting(Entry::action).isEqualTo("index-rebuilt");
        file.record(Cases.note("x"));
      }
      assertThat(Cases.verify(folder).problems()).isEmpty();
    }
  }

  @Test
  void aRebuildGivesTheSameRows() throws Exception {
    try (CaseFile file = Cases.create(folder)) {
      Cases.importFaces(file, "faces");
      Cases.run(file, "run-1");
      List<Map<String, Object>> before = file.query("SELECT * FROM measurements");
      file.rebuildIndex();
      assertThat(file.query("SELECT * FROM measurements")).isEqualTo(before).hasSize(3);
    }
    assertThat(Cases.verify(folder).problems()).isEmpty();
  }

  @Test
  void aNewerCaseIsLeftAlone() throws Exception {
    Cases.create(folder).close();
    byte[] db = Files.readAllBytes(folder.resolve("case.db"));
    Layout layout = Layout.existing(folder);
    CustodyKey key = CustodyKey.ofUser();
    Files.delete(layout.log());
    Files.delete(layout.head());
    CustodyLog.begin(
        layout, new CaseCreated(CaseCreated.FORMAT + 1, "id", key.publicKey(), Cases.INFO), key);
    for (boolean writing : new boolean[] {true, false}) {
      assertThatThrownBy(
              () -> {
                if (writing) {
                  CaseFile.openForWriting(folder);
                } else {
                  CaseFile.openForReading(folder);
                }
              })
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("newer version");
    }
    assertThatThrownBy(() -> Cases.verify(folder))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("newer version");
    assertThat(folder.resolve("case.db")).hasBinaryContent(db);
  }

  @Test
  void aNewerIndexIsLeftAlone() throws Exception {
    Cases.create(folder).close();
    try (Connection connection = Sqlite.writing(folder.resolve("case.db"), "WAL")) {
      connection.createStatement().executeUpdate("PRAGMA user_version = 99");
    }
    assertThatThrownBy(() -> CaseFile.openForWriting(folder))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("newer version");
  }

  @Test
  void leftOversAreNamedAtTheEnd() throws Exception {
    String sha;
    try (CaseFile file = Cases.create(folder)) {
      sha = file.blobs().put(Cases.utf8("nobody wants me"));
      Files.createDirectories(file.datasetFolder("half copied"));
      Files.writeString(file.datasetFolder("half copied").resolve("a"), "a");
    }
    try (CaseFile file = CaseFile.openForReading(folder)) {
      Entry last = file.entries().get(1);
      LeftOvers leftOvers = last.as(LeftOver.class).orElseThrow().leftOvers();
      assertThat(file.blobs().readJson(leftOvers.blobs(), List.class)).isEqualTo(List.of(sha));
      assertThat(leftOvers.folders()).containsExactly("datasets/half copied");
      assertThat(file.datasetFolder("half copied")).doesNotExist();
    }
    assertThat(Cases.verify(folder).remarks())
        .singleElement()
        .satisfies(
            remark -> {
              assertThat(remark.kind()).isEqualTo(Verification.Remark.Kind.LEFT_OVER);
              assertThat(remark.message()).contains("entry 2").contains(sha.substring(2));
            });
    assertThat(Cases.verify(folder).problems()).isEmpty();
  }

  @Test
  void anotherUsersKeyIsNoted() throws Exception {
    Cases.create(folder).close();
    String before = System.getProperty("pentimento.config");
    Cases.useKeyIn(temp.resolve("other-user"));
    try {
      CaseFile.openForWriting(folder).close();
    } finally {
      Cases.useKeyIn(Path.of(before));
    }
    assertThat(temp.resolve("other-user/custody.key")).exists();
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(temp.resolve("other-user/custody.key"))))
        .isEqualTo("rw-------");
    try (CaseFile file = CaseFile.openForReading(folder)) {
      assertThat(file.entries()).extracting(Entry::action).contains("key-changed");
    }
    assertThat(Cases.problems(folder)).isEmpty();
    assertThat(Cases.remarks(folder)).containsExactly(Verification.Remark.Kind.KEY);
  }

  @Test
  void aReadOnlyMediumIsReadWithoutATrace() throws Exception {
    DatasetRecord faces;
    try (CaseFile file = Cases.create(folder)) {
      faces = Cases.importFaces(file, "faces");
    }
    Layout layout = Layout.existing(folder);
    List<String> before = names();
    try (Index index = Index.forReading(layout, new Blobs(layout, false), true)) {
      assertThat(Objects.requireNonNull(index).datasets()).containsExactly(faces);
    }
    assertThat(Cases.verify(folder).problems()).isEmpty();
    assertThat(names()).isEqualTo(before);

    Files.writeString(folder.resolve("case.db-wal"), "changes that were not merged");
    assertThat(Index.forReading(layout, new Blobs(layout, false), true)).isNull();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void networkSharesGoWithoutWriteAheadLog() throws Exception {
    assertThat(List.of("nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p", "NFS4"))
        .allMatch(type -> new FileSystemKind(type).shared());
    assertThat(List.of("ext4", "xfs", "btrfs", "tmpfs", "fuseblk", "overlay", "NTFS", "apfs"))
        .noneMatch(type -> new FileSystemKind(type).shared());
    Cases.create(folder).close();
    Files.delete(folder.resolve("case.db"));
    Layout layout = Layout.existing(folder);
    String journal = new FileSystemKind("nfs4").journal();
    try (Index index = Index.forWriting(layout, new Blobs(layout, true), journal).index()) {
      index.catchUp();
      assertThat(folder.resolve("case.db-wal")).doesNotExist();
      try (Index reader = Index.forReading(layout, new Blobs(layout, false), false)) {
        assertThat(Objects.requireNonNull(reader).position().number()).isEqualTo(1);
      }
    }
    assertThat(Cases.problems(folder)).isEmpty();
  }

  @Test
  void onlyItsOwnerCanReadACase() throws Exception {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Files.createDirectory(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    Path receipt = temp.resolve("receipt.json");
    try (CaseFile file = Cases.create(folder)) {
      Cases.run(file, "r");
      Files.createDirectories(file.workFolder("w").resolve("x"));
      file.receipt().write(receipt);
      // While it is open, SQLite's own files are there too.
      assertThat(openToOthers(folder)).containsExactly(folder.resolve("work/w/x"));
    }
    assertThat(Files.getPosixFilePermissions(receipt))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(CaseFile.isCase(folder)).isTrue();
    assertThat(CaseFile.isCase(temp)).isFalse();
  }

  private static List<Path> openToOthers(Path folder) throws IOException {
    List<Path> open = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        if (!PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
            .endsWith("------")) {
          open.add(file.equals(folder) ? file : folder.resolve(folder.relativize(file)));
        }
      }
    }
    return open;
  }

  @Test
  void linksInTheCaseAreNotFollowed() throws Exception {
    Cases.create(folder).close();
    Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
    Files.move(folder.resolve("work"), temp.resolve("work"));
    Files.createSymbolicLink(folder.resolve("work"), elsewhere);
    assertThatThrownBy(() -> CaseFile.openForWriting(folder))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("symbolic link");
    assertThat(Cases.problems(folder)).containsExactly(Verification.Problem.Kind.LINK);
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void aFullDiskIsSaidInPlainWords() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full));
    IOException error = null;
    try (FileChannel channel = FileChannel.open(full, StandardOpenOption.WRITE)) {
      DurableFiles.writeFully(channel, new byte[10]);
    } catch (IOException e) {
      error = e;
    }
    IOException explained =
        DurableFiles.explained(Objects.requireNonNull(error), temp.resolve("x"));
    assertThat(explained)
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(temp.resolve("x").toString())
        .hasMessageContaining("full")
        .hasMessageContaining("MB free");
  }

  @Test
  void listingsFindEveryDifference() throws Exception {
    Path data = Files.createDirectories(temp.resolve("data/sub"));
    Files.writeString(data.resolve("same"), "1");
    Files.writeString(data.resolve("changed"), "1");
    Files.writeString(data.resolve("gone"), "1");
    FileListing listing = FileListing.of(temp.resolve("data"), Progress.NONE);
    assertThat(listing.files())
        .extracting(ListedFile::path)
        .containsExactly("sub/changed", "sub/gone", "sub/same");
    Files.writeString(data.resolve("changed"), "2");
    Files.delete(data.resolve("gone"));
    Files.writeString(data.resolve("new"), "1");
    Files.createSymbolicLink(data.resolve("link"), data.resolve("same"));
    assertThat(listing.check(temp.resolve("data"), Progress.NONE))
        .extracting(FileListing.Difference::change)
        .containsExactly(
            FileListing.Change.CHANGED,
            FileListing.Change.MISSING,
            FileListing.Change.NO_FILE,
            FileListing.Change.ADDED);
    assertThatThrownBy(() -> FileListing.of(temp.resolve("data"), Progress.NONE))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("link");
  }
}
