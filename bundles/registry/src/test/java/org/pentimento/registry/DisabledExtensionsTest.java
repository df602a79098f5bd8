package org.pentimento.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisabledExtensionsTest {
  @TempDir private Path folder;

  @Test
  void whatIsDisabledStaysSoUntilItIsEnabled() throws IOException {
    DisabledExtensions disabled = DisabledExtensions.in(folder.resolve("not yet there"));
    assertThat(disabled.all()).isEmpty();
    disabled.set("metric", "fsim", true);
    disabled.set("metric", "fsim", true);
    disabled.set("trigger", "patch", true);
    assertThat(DisabledExtensions.in(folder.resolve("not yet there")).all())
        .containsExactly("metric fsim", "trigger patch");
    disabled.set("metric", "fsim", false);
    disabled.set("metric", "ssim", false);
    assertThat(disabled.all()).containsExactly("trigger patch");
  }

  @Test
  void emptyLinesMeanNothing() throws IOException {
    Files.writeString(folder.resolve("disabled-extensions"), "\n metric fsim \n\n");
    assertThat(DisabledExtensions.in(folder).all()).containsExactly("metric fsim");
  }
}
