package org.pentimento.casefile.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who waits to write to a case. */
class WriterTurnTest {
  @TempDir private Path folder = Path.of("");

  private Layout layout() throws Exception {
    Layout layout = new Layout(folder);
    OwnerOnly.createFolders(layout.work());
    return layout;
  }

  @Test
  void theFirstGoesFirst() throws Exception {
    try (WriterTurn first = WriterTurn.take(layout())) {
      Thread.sleep(5); // names go by milliseconds
      try (WriterTurn second = WriterTurn.take(layout())) {
        assertThat(first.before()).isZero();
        assertThat(second.before()).isEqualTo(1);
        first.close();
        assertThat(second.before()).isZero();
      }
    }
  }

  @Test
  void whoIsGoneHoldsNobodyUp() throws Exception {
    WriterTurn killed = WriterTurn.take(layout());
    assertThat(killed.before()).isZero();
    Thread.sleep(5);
    try (WriterTurn next = WriterTurn.take(layout())) {
      assertThat(next.before()).isEqualTo(1);
      try (Stream<Path> line = Files.list(layout().work().resolve("line"))) {
        Path left = line.sorted().findFirst().orElseThrow();
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofMinutes(2))));
      }
      assertThat(next.before()).isZero();
    }
  }
}
