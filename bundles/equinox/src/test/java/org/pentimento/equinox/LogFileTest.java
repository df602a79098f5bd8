package org.pentimento.equinox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.osgi.framework.log.FrameworkLogEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void writesWhatTheErrorLogReads() throws IOException {
    Path file = folder.resolve(".metadata/.log");
    LogFile log = new LogFile(file);
    FrameworkLogEntry child =
        new FrameworkLogEntry("b", FrameworkLogEntry.WARNING, 0, "inner", 0, null, null);
    log.log(
        new FrameworkLogEntry(
            "a",
            FrameworkLogEntry.ERROR,
            7,
            "outer",
            0,
            new IllegalStateException("why"),
            new FrameworkLogEntry[] {child}));
    assertThat(Files.readString(file))
        .startsWith("!SESSION ")
        .containsPattern("(?m)^!ENTRY a 4 7 \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}$")
        .contains("\n!MESSAGE outer\n!STACK 0\njava.lang.IllegalStateException: why\n")
        .containsPattern("(?m)^!SUBENTRY 1 b 2 0 ")
        .contains("!MESSAGE inner");
  }

  @Test
  void keepsOneOlderFile() throws IOException {
    Path file = folder.resolve(".log");
    LogFile log = new LogFile(file);
    FrameworkLogEntry large =
        new FrameworkLogEntry("a", FrameworkLogEntry.INFO, 0, "x".repeat(600_000), 0, null, null);
    for (int i = 0; i < 5; i++) {
      log.log(large);
    }
    assertThat(Files.size(file)).isLessThan(2_000_000);
    assertThat(folder.resolve(".bak_0.log")).exists();
  }
}
