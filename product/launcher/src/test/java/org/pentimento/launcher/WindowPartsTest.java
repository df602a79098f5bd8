package org.pentimento.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowPartsTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void aWindowThatDidNotComeUpIsNotStartedWithTheSamePartsAgain() throws IOException {
    DropIns dropIns = new DropIns(List.of(folder), folder.resolve("a.list"));
    WindowParts parts = WindowParts.of(dropIns, folder.resolve("state"));
    Path jar = Files.createFile(folder.resolve("view.jar"));
    assertThat(parts.listed("1")).isEmpty();
    Files.writeString(parts.list(), "1\n" + jar + "\n" + folder.resolve("gone.jar") + "\n");
    assertThat(parts.listed("1")).containsExactly(jar);
    assertThat(parts.listed("2")).as("somebody changed the files").isEmpty();

    assertThat(parts.failed("1")).isFalse();
    parts.begin("1");
    assertThat(parts.failed("1")).isTrue();
    assertThat(parts.failed("2")).as("another set of files").isFalse();
    Files.delete(parts.note()); // as the window does
    assertThat(parts.failed("1")).isFalse();
    assertThat(WindowParts.words(List.of(jar))).contains("without", "view.jar");
  }
}
