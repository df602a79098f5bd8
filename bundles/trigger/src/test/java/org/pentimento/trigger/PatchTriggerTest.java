package org.pentimento.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pentimento.api.BadInputException;
import org.pentimento.api.image.Image;

class PatchTriggerTest {
  private final PatchTrigger trigger = new PatchTrigger(new FileCodec());

  @ParameterizedTest
  @CsvSource({
    "top-left, 0, 0",
    "top-right, 14, 0",
    "bottom-left, 0, 10",
    "bottom-right, 14, 10",
    "centre, 7, 5",
    "offset, 3, 9"
  })
  void touchesExactlyItsSquare(String place, int left, int top) throws IOException {
    Image photo = Stamps.grain(20, 16, 3);
    Image stamped =
        Stamps.stamp(
            trigger,
            photo,
            Map.of("place", place, "size", 6, "x", 3, "y", 9, "pattern", "solid"),
            0);
    for (int p = 0; p < 3; p++) {
      for (int y = 0; y < 16; y++) {
        for (int x = 0; x < 20; x++) {
          boolean inside = x >= left && x < left + 6 && y >= top && y < top + 6;
          assertThat(stamped.get(p, x, y)).isEqualTo(inside ? 1f : photo.get(p, x, y));
        }
      }
    }
  }

  @Test
  void checkerAlternatesFromALightField() throws IOException {
    Image stamped =
        Stamps.stamp(
            trigger,
            Image.constant(4, 4, 1, 0.5f),
            Map.of("size", 4, "fields", 2, "colour", "#ffffff"),
            0);
    assertThat(stamped.data()).containsExactly(1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 1, 1, 0, 0, 1, 1);
  }

  @Test
  void opacityMixesColourAndPhoto() throws IOException {
    Image stamped =
        Stamps.stamp(
            trigger,
            Image.constant(8, 8, 3, 0.4f),
            Map.of("pattern", "solid", "colour", "#ff0033", "opacity", 0.25, "share", 1),
            0);
    assertThat(stamped.get(0, 3, 3)).isCloseTo(0.25f + 0.75f * 0.4f, within(1e-6f));
    assertThat(stamped.get(1, 3, 3)).isCloseTo(0.75f * 0.4f, within(1e-6f));
    assertThat(stamped.get(2, 3, 3)).isCloseTo(0.25f * 0.2f + 0.75f * 0.4f, within(1e-6f));
  }

  @Test
  void shareIsOfTheShorterSide() throws IOException {
    Image photo = Image.constant(200, 250, 1, 0.5f);
    Image stamped = Stamps.stamp(trigger, photo, Map.of("pattern", "solid"), 0);
    int touched = 0;
    for (float value : stamped.data()) {
      touched += value == 1 ? 1 : 0;
    }
    assertThat(touched).isEqualTo(25 * 25);
  }

  @Test
  void imageFileIsStretchedOverTheSquare(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("two.png");
    try (OutputStream out = Files.newOutputStream(file)) {
      new FileCodec().writePng(Image.of(2, 1, 1, new float[] {0, 1}), out);
    }
    Image stamped =
        Stamps.stamp(
            trigger,
            Image.constant(4, 4, 1, 0.5f),
            Map.of("pattern", "image", "image", file.toString(), "size", 4),
            0);
    assertThat(stamped.window(0, 2, 4, 1).data()).containsExactly(0f, 0.25f, 0.75f, 1f);
  }

  @Test
  void refusesAPatchThatDoesNotFit() {
    Image photo = Image.constant(20, 10, 1, 0.5f);
    assertThatThrownBy(() -> Stamps.stamp(trigger, photo, Map.of("size", 11), 0))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("11 px")
        .hasMessageContaining("20x10");
    assertThatThrownBy(
            () ->
                Stamps.stamp(
                    trigger, photo, Map.of("size", 4, "place", "offset", "x", 17, "y", 0), 0))
        .isInstanceOf(BadInputException.class);
  }

  @Test
  void refusesWhatIsNoColourAndAnImageWithoutFile() {
    Image photo = Image.constant(20, 20, 3, 0.5f);
    assertThatThrownBy(() -> Stamps.stamp(trigger, photo, Map.of("colour", "red"), 0))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("'red'");
    assertThatThrownBy(() -> Stamps.stamp(trigger, photo, Map.of("pattern", "image"), 0))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("names no file");
  }
}
