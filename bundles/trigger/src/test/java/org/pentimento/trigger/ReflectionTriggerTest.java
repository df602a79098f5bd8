package org.pentimento.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.image.Image;

class ReflectionTriggerTest {
  private static final Image BLACK = Image.constant(21, 21, 1, 0f);

  private final ReflectionTrigger trigger = new ReflectionTrigger(new FileCodec());

  private final Path folder;

  ReflectionTriggerTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** A file that shows one white pixel in the middle of black: what is seen is the kernel. */
  private String impulse() throws IOException {
    float[] data = new float[21 * 21];
    data[10 * 21 + 10] = 1;
    Path file = folder.resolve("impulse.png");
    try (OutputStream out = Files.newOutputStream(file)) {
      new FileCodec().writePng(Image.of(21, 21, 1, data), out);
    }
    return file.toString();
  }

  @Test
  void inFocusAddsTheReflectionTimesTheIntensity() throws IOException {
    Image seen =
        Stamps.stamp(
            trigger,
            Image.constant(21, 21, 1, 0.25f),
            Map.of("model", "in-focus", "intensity", 0.5, "image", impulse()),
            0);
    assertThat(seen.get(0, 10, 10)).isCloseTo(0.75f, within(1e-6f));
    assertThat(seen.get(0, 9, 10)).isEqualTo(0.25f);
  }

  @Test
  void outOfFocusIsAGaussian() throws IOException {
    Image seen =
        Stamps.stamp(trigger, BLACK, Map.of("blur", 1.5, "intensity", 1, "image", impulse()), 0);
    double peak = seen.get(0, 10, 10);
    assertThat(seen.get(0, 12, 10) / peak).isCloseTo(Math.exp(-4 / 4.5), within(1e-5));
    assertThat(seen.get(0, 11, 9) / peak).isCloseTo(Math.exp(-2 / 4.5), within(1e-5));
    assertThat(sum(seen)).isCloseTo(1, within(1e-5));
  }

  @Test
  void ghostIsTwoPulses() throws IOException {
    Image seen =
        Stamps.stamp(
            trigger,
            BLACK,
            Map.of("model", "ghost", "shift", 3, "echo", 0.25, "intensity", 1, "image", impulse()),
            0);
    assertThat(seen.get(0, 10, 10)).isCloseTo(0.8f, within(1e-6f));
    assertThat(seen.get(0, 13, 13)).isCloseTo(0.2f, within(1e-6f));
    assertThat(sum(seen)).isCloseTo(1, within(1e-5));
  }

  @Test
  void photoNeverGetsDarker() throws IOException {
    Image photo = Stamps.grain(40, 50, 3);
    for (String model : new String[] {"in-focus", "out-of-focus", "ghost"}) {
      Image seen = Stamps.stamp(trigger, photo, Map.of("model", model), 6);
      for (int i = 0; i < photo.data().length; i++) {
        assertThat(seen.data()[i]).isGreaterThanOrEqualTo(photo.data()[i]);
      }
    }
  }

  @Test
  void roomIsTheSameAtEverySize() throws IOException {
    MirroredRoom room = MirroredRoom.random(6);
    Image small = room.draw(50, 50, 1);
    Image shrunk = TriangleResize.resize(room.draw(200, 200, 1), 50, 50);
    double difference = 0;
    for (int i = 0; i < 2500; i++) {
      difference += Math.abs(small.data()[i] - shrunk.data()[i]);
    }
    assertThat(difference / 2500).isLessThan(0.02);
  }

  private static double sum(Image image) {
    double sum = 0;
    for (float value : image.data()) {
      sum += value;
    }
    return sum;
  }
}
