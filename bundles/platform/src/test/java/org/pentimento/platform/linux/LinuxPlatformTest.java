package org.pentimento.platform.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxPlatformTest {
  private static final List<String> COMMAND = List.of("java", "-version");

  @Test
  void followsTheBaseDirectoriesOfTheDesktop() {
    assertThat(new LinuxPlatform(Map.of("XDG_CACHE_HOME", "/fast/cache")).cacheFolder())
        .isEqualTo(Path.of("/fast/cache"));
    assertThat(new LinuxPlatform(Map.of("XDG_CACHE_HOME", " ")).cacheFolder())
        .isEqualTo(Path.of(System.getProperty("user.home"), ".cache"));
  }

  @Test
  void namesTheDisplay() {
    assertThat(new LinuxPlatform(Map.of("DISPLAY", ":7", "WAYLAND_DISPLAY", "w")).display())
        .isEqualTo(":7");
    assertThat(new LinuxPlatform(Map.of("WAYLAND_DISPLAY", "w")).display()).isEqualTo("w");
    assertThat(new LinuxPlatform(Map.of()).display()).isEmpty();
  }

  @Test
  void startsASessionWhereTheSystemCan() {
    assertThat(new LinuxPlatform(Map.of("PATH", "/nonexistent")).inOwnSession(COMMAND))
        .isEqualTo(COMMAND);
    assertThat(new LinuxPlatform().inOwnSession(COMMAND))
        .hasSize(3)
        .endsWith("java", "-version")
        .first()
        .asString()
        .endsWith("/setsid");
  }

  @Test
  void namesTheProcessor() {
    assertThat(new LinuxPlatform().processor()).isNotBlank();
  }

  @Test
  void tellsTheDesktopIfThereIsOne(@TempDir Path folder) throws Exception {
    Path program = folder.resolve("notify-send");
    Path heard = folder.resolve("heard");
    Files.writeString(program, "#!/bin/sh\nprintf '%s|' \"$@\" > '" + heard + "'\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    String path = folder + ":/usr/bin:/bin";
    assertThat(new LinuxPlatform(Map.of("PATH", path)).tell("Title", "-text")).isFalse();
    assertThat(heard).doesNotExist();
    assertThat(new LinuxPlatform(Map.of("PATH", path, "DISPLAY", ":7")).tell("Title", "-text"))
        .isTrue();
    assertThat(heard).hasContent("--app-name=Pentimento|--|Title|-text|");
    assertThat(new LinuxPlatform(Map.of("PATH", "/nowhere", "DISPLAY", ":7")).tell("a", "b"))
        .isFalse();
  }
}
