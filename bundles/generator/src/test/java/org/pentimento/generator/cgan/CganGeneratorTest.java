package org.pentimento.generator.cgan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;
import org.pentimento.generator.RecordingMonitor;
import org.pentimento.generator.SyntheticFaces;

class CganGeneratorTest {
  private final CganGenerator cgan = new CganGenerator();
  private final SyntheticFaces faces = new SyntheticFaces(4, 32, 3);
  private final Path folder;

  CganGeneratorTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Settings settings(Map<String, ?> more) {
    Map<String, Object> given = new HashMap<>(Map.of("width", 2, "epochs", 3, "batch", 2));
    given.putAll(more);
    return Settings.of(cgan.descriptor(), given);
  }

  private RecordingMonitor monitor(String name) throws Exception {
    return new RecordingMonitor(Files.createDirectories(folder.resolve(name)));
  }

  private byte[] weights(Model model, String name) throws Exception {
    Path written = Files.createDirectories(folder.resolve(name));
    model.write(written);
    return Files.readAllBytes(written.resolve("model.safetensors"));
  }

  @Test
  void learns() throws Exception {
    RecordingMonitor monitor = monitor("a");
    Settings settings = settings(Map.of("width", 4, "epochs", 40, "learning-rate", 1e-3));
    try (Model model = cgan.train(faces, settings, 1, monitor, Progress.NONE)) {
      assertThat(monitor.losses.get(0)).containsOnlyKeys("l1", "adversarial", "discriminator");
      assertThat(monitor.loss(79, "l1")).isLessThan(0.5 * monitor.loss(0, "l1"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"upsampling", "transposed"})
  void goesOnFromACheckpointToTheSameBits(String decoder) throws Exception {
    Settings settings = settings(Map.of("decoder", decoder));
    RecordingMonitor cut = monitor("cut");
    assertThatThrownBy(() -> cgan.train(faces, settings, 5, cut, cut.cancelledAfter(3)))
        .isInstanceOf(CancelledException.class);
    try (Model whole = cgan.train(faces, settings, 5, monitor("whole"), Progress.NONE);
        Model resumed = cgan.train(faces, settings, 5, cut, Progress.NONE)) {
      assertThat(cut.losses).hasSize(6);
      assertThat(weights(resumed, "1")).isEqualTo(weights(whole, "2"));
    }
  }

  @Test
  void goesOnToTheSameBitsAsPublished() throws Exception {
    Settings settings =
        settings(Map.of("schedule", "linear", "augmentation", "crop-and-flip", "patience", 2));
    RecordingMonitor cut = monitor("cut");
    assertThatThrownBy(() -> cgan.train(faces, settings, 5, cut, cut.cancelledAfter(3)))
        .isInstanceOf(CancelledException.class);
    try (Model whole = cgan.train(faces, settings, 5, monitor("whole"), Progress.NONE);
        Model resumed = cgan.train(faces, settings, 5, cut, Progress.NONE)) {
      assertThat(weights(resumed, "1")).isEqualTo(weights(whole, "2"));
      assertThat(resumed.provenance()).isEqualTo(whole.provenance()).containsKey("ended");
    }
  }

  @Test
  void readModelDrawsTheSameAtAnySize() throws Exception {
    try (Model model = cgan.train(faces, settings(Map.of()), 7, monitor("a"), Progress.NONE)) {
      byte[] bytes = weights(model, "1");
      List<Image> photos = List.of(faces.photo(0), faces.photo(1).window(0, 0, 37, 21));
      try (Model read = cgan.read(folder.resolve("1"))) {
        assertThat(read.sketch(photos)).isEqualTo(model.sketch(photos));
        assertThat(read.sketch(photos).get(1).sameSize(photos.get(1))).isTrue();
        assertThat(weights(read, "2")).isEqualTo(bytes);
      }
    }
  }

  @Test
  void seesTheWholeImageThroughAFullBottleneck() {
    assertThat(cgan.reach(settings(Map.of()), 64, 64)).isEqualTo(Integer.MAX_VALUE);
    assertThat(cgan.reach(settings(Map.of()), 200, 250)).isEqualTo(Integer.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"upsampling", "transposed"})
  void reachIsWhereTheSketchReallyChanges(String decoder) throws Exception {
    Settings settings = settings(Map.of("levels", 2, "decoder", decoder, "epochs", 1));
    int reach = cgan.reach(settings, 32, 32);
    try (Model model = cgan.train(faces, settings, 7, monitor("a"), Progress.NONE)) {
      int farthest = 0;
      for (int x = 12; x < 16; x++) {
        for (int y = 12; y < 16; y++) {
          farthest = Math.max(farthest, farthestChange(model, faces.photo(0), x, y));
        }
      }
      assertThat(farthest).isEqualTo(reach).isBetween(5, 20);
    }
  }

  private static int farthestChange(Model model, Image photo, int x, int y) {
    float[] data = photo.data().clone();
    int area = photo.width() * photo.height();
    for (int p = 0; p < 3; p++) {
      int i = p * area + y * photo.width() + x;
      data[i] = data[i] > 0.5f ? 0f : 1f;
    }
    Image changed = Image.of(photo.width(), photo.height(), 3, data);
    float[] before = model.sketch(List.of(photo)).get(0).data();
    float[] after = model.sketch(List.of(changed)).get(0).data();
    int farthest = 0;
    for (int i = 0; i < area; i++) {
      if (before[i] != after[i]) {
        int distance = Math.max(Math.abs(i % photo.width() - x), Math.abs(i / photo.width() - y));
        farthest = Math.max(farthest, distance);
      }
    }
    return farthest;
  }
}
