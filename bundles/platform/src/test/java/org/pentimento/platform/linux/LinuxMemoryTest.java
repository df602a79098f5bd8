package org.pentimento.platform.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxMemoryTest {
  @TempDir Path folder;

  @Test
  void takesTheLesserOfMachineAndContainer() throws IOException {
    LinuxMemory memory = new LinuxMemory(folder, folder);
    assertThat(memory.total()).as("a guess").isEqualTo(4L << 30);

    Files.writeString(folder.resolve("meminfo"), "MemTotal:       16000000 kB\nMemFree: 1 kB\n");
    assertThat(memory.total()).isEqualTo(16_000_000L << 10);

    Files.writeString(folder.resolve("memory.max"), "max\n");
    assertThat(memory.total()).isEqualTo(16_000_000L << 10);

    Files.writeString(folder.resolve("memory.max"), "1073741824\n");
    assertThat(memory.total()).isEqualTo(1 << 30);
  }

  @Test
  void knowsThePeakOfThisProcess() {
    assertThat(LinuxMemory.ofSystem().peak()).isBetween(10L << 20, 1L << 40);
    assertThat(new LinuxMemory(folder, folder).peak()).isZero();
  }
}
