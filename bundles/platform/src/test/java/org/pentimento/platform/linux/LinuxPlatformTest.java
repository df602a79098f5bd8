package org.pentimento.platform.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
}
