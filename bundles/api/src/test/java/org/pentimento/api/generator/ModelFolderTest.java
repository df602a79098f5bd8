package org.pentimento.api.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.BadInputException;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;

class ModelFolderTest {
  private static final Descriptor MINE =
      Descriptor.of(
          "mine",
          "Mine",
          "1.2.0",
          "Draws.",
          "Nobody.",
          Parameter.number("rate", "Rate", "How fast.", "", .5, 0, 1),
          Parameter.text("note", "Note", "Anything.", ""));

  private static ModelFolder model() {
    return new ModelFolder(
        Settings.of(MINE, Map.of("rate", .25, "note", "a \"quoted\"\nline, \\ and ü")),
        64,
        80,
        Map.of("ended", "by itself"),
        Map.of("filter", new ModelFolder.Weights(List.of(2, 3), new float[] {1, 2, 3, 4, 5, -6})));
  }

  @Test
  void whatIsWrittenIsReadAndWrittenAlike(@TempDir Path one, @TempDir Path other)
      throws IOException {
    model().write(one, MINE);
    ModelFolder read = ModelFolder.read(one, MINE);

    assertThat(read.settings()).isEqualTo(model().settings());
    assertThat(read.width()).isEqualTo(64);
    assertThat(read.height()).isEqualTo(80);
    assertThat(read.provenance()).isEqualTo(model().provenance());
    assertThat(read.weights("filter", List.of(2, 3))).containsExactly(1, 2, 3, 4, 5, -6);
    read.write(other, MINE);
    for (String file : List.of("model.json", "model.safetensors")) {
      assertThat(other.resolve(file)).hasSameBinaryContentAs(one.resolve(file));
    }
  }

  @Test
  void damagedFilesAreRefusedWhereverTheyAreCut(@TempDir Path folder) throws IOException {
    model().write(folder, MINE);
    for (String name : List.of("model.json", "model.safetensors")) {
      byte[] whole = Files.readAllBytes(folder.resolve(name));
      for (int length = 0; length < whole.length - 1; length += 7) {
        Files.write(folder.resolve(name), java.util.Arrays.copyOf(whole, length));
        assertThatThrownBy(() -> ModelFolder.read(folder, MINE))
            .as("%s of %s bytes", name, length)
            .isInstanceOf(BadInputException.class);
      }
      Files.write(folder.resolve(name), whole);
    }
  }

  @Test
  void anotherGeneratorsModelIsRefused(@TempDir Path folder) throws IOException {
    model().write(folder, MINE);
    Descriptor later = Descriptor.of("mine", "Mine", "2.0.0", "Draws.", "Nobody.");
    assertThatThrownBy(() -> ModelFolder.read(folder, later))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("mine 1.2.0, not of mine 2.0.0");
  }
}
