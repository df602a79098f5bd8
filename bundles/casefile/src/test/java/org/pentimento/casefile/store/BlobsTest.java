package org.pentimento.casefile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.Cases;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.event.StepFinished;

class BlobsTest {
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  private Path temp;
  private CaseFile file;
  private Blobs blobs;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    temp = folder;
    file = Cases.create(temp.resolve("x.case"));
    blobs = file.blobs();
  }

  @AfterEach
  void close() throws IOException {
    file.close();
  }

  @Test
  void contentLiesUnderItsHashReadOnly() throws IOException {
    assertThat(blobs.put(Cases.utf8("abc"))).isEqualTo(ABC);
    Path path = blobs.path(ABC);
    assertThat(path).isEqualTo(file.folder().resolve("blobs/ba").resolve(ABC.substring(2)));
    assertThat(Files.getPosixFilePermissions(path).toString()).doesNotContain("WRITE");
    assertThat(blobs.read(ABC)).isEqualTo(Cases.utf8("abc"));
    assertThat(blobs.contains(ABC)).isTrue();
    assertThat(blobs.contains("../../../etc/passwd")).isFalse();
  }

  @Test
  void filesAreStreamedIn() throws IOException {
    Path big = temp.resolve("big");
    byte[] content = new byte[3_000_001];
    Arrays.fill(content, (byte) 7);
    Files.write(big, content);
    String sha = blobs.put(big);
    assertThat(sha).isEqualTo(Sha256.of(content)).isEqualTo(blobs.put(content));
    try (InputStream in = blobs.open(sha)) {
      assertThat(in.skip(1_000)).isEqualTo(1_000);
      assertThat(in.readAllBytes()).hasSize(2_999_001);
    }
  }

  @Test
  void missingAndDamagedBlobsAreNamed() throws IOException {
    String sha = blobs.put(Cases.utf8("abc"));
    assertThatThrownBy(() -> blobs.read("0".repeat(64)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("0".repeat(64));
    Path path = blobs.path(sha);
    Files.delete(path);
    Files.writeString(path, "abd");
    assertThatThrownBy(() -> blobs.read(sha))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(sha)
        .hasMessageContaining("changed");
    assertThatThrownBy(() -> blobs.open(sha).readAllBytes()).isInstanceOf(BadInputException.class);

    assertThat(blobs.put(Cases.utf8("abc"))).as("storing again puts it right").isEqualTo(sha);
    assertThat(blobs.read(sha)).isEqualTo(Cases.utf8("abc"));
  }

  @Test
  void aLinkIsNoBlob() throws IOException {
    String sha = blobs.put(Cases.utf8("abc"));
    Path path = blobs.path(sha);
    Path elsewhere = Files.move(path, temp.resolve("elsewhere"));
    Files.createSymbolicLink(path, elsewhere);
    assertThat(blobs.contains(sha)).isFalse();
    assertThatThrownBy(() -> blobs.read(sha)).isInstanceOf(BadInputException.class);
  }

  @Test
  void jsonComesBackTyped() throws IOException {
    StepFinished step = new StepFinished("r", "k", "n", Map.of("a", ABC));
    String sha = blobs.putJson(step);
    assertThat(blobs.readJson(sha, StepFinished.class)).isEqualTo(step);
    assertThatThrownBy(() -> blobs.readJson(sha, CaseInfo.class))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(sha);
  }

  @Test
  void manyThreadsStoreTheSameAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<String>> tasks =
          IntStream.range(0, 80)
              .<Callable<String>>mapToObj(i -> () -> blobs.put(Cases.utf8("blob " + i % 4)))
              .toList();
      for (Future<String> stored : threads.invokeAll(tasks)) {
        assertThat(blobs.read(stored.get())).isNotEmpty();
      }
    } finally {
      threads.shutdownNow();
    }
    try (Stream<Path> files = Files.walk(file.folder().resolve("blobs"))) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(4);
    }
    try (Stream<Path> files = Files.list(file.folder().resolve("work/tmp"))) {
      assertThat(files).isEmpty();
    }
  }
}
