package org.pentimento.equinox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AreaTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void isLockedOnceAndSaysByWhom() throws IOException {
    Area first = new Area(folder, false, true);
    Area second = new Area(folder, false, true);
    assertThat(first.isLocked()).isFalse();
    assertThat(first.lock()).isTrue();
    assertThat(second.lock()).isFalse();
    assertThat(second.isLocked()).isTrue();
    assertThat(Files.readString(folder.resolve(".metadata/.lock")))
        .isEqualTo(Long.toString(ProcessHandle.current().pid()));
    first.release();
    assertThat(second.lock()).isTrue();
    second.release();
  }

  @Test
  void keepsDataOfBundlesAmongTheMetadataOfTheWorkspace() throws IOException {
    assertThat(new Area(folder, false, true).getDataArea("org.example").getPath())
        .endsWith("/.metadata/.plugins/org.example/");
    assertThat(new Area(folder, false, false).getDataArea("org.example").getPath())
        .isEqualTo(folder.resolve("org.example") + "/");
  }
}
