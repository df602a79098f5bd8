package org.pentimento.equinox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryCacheTest {
  @TempDir private Path folder = Path.of("");

  private Path cached() throws IOException {
    Path file = folder.resolve("org.eclipse.core.runtime/a/registry");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "stale?");
  }

  @Test
  void isKeptWhileTheBundlesAreTheSame() throws IOException {
    new RegistryCache(folder, "one").discardIfBundlesChanged();
    Path file = cached();
    new RegistryCache(folder, "one").discardIfBundlesChanged();
    assertThat(file).exists();
  }

  @Test
  void isDiscardedWhenABundleChanged() throws IOException {
    new RegistryCache(folder, "one").discardIfBundlesChanged();
    Path file = cached();
    new RegistryCache(folder, "two").discardIfBundlesChanged();
    assertThat(file).doesNotExist();
    assertThat(folder).exists();
  }
}
