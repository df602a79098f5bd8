package org.pentimento.generator.mdal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;
import org.pentimento.engine.network.Network;
import org.pentimento.engine.tensor.Tensor;
import org.pentimento.generator.RecordingMonitor;
import org.pentimento.generator.SyntheticFaces;
import org.pentimento.generator.network.ReceptiveField;
import org.pentimento.generator.network.UNetShape;

class MdalGeneratorTest {
  private final MdalGenerator mdal = new MdalGenerator();
  private final SyntheticFaces faces = new SyntheticFaces(4, 32, 3);
  private final Path folder;

  MdalGeneratorTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Settings settings(Map<String, ?> more) {
    Map<String, Object> given = new HashMap<>(Map.of("width", 2, "epochs", 2, "batch", 2));
    given.putAll(more);
    return Settings.of(mdal.descriptor(), given);
  }

  private RecordingMonitor monitor(String name, Image... photos) throws Exception {
    return new RecordingMonitor(Files.createDirectories(folder.resolve(name)), photos);
  }

  private byte[] weights(Model model, String name) throws Exception {
    Path written = Files.createDirectories(folder.resolve(name));
    model.write(written);
    return Files.readAllBytes(written.resolve("model.safetensors"));
  }

  @Test
  void learnsToDrawAndToMakeAgain() throws Exception {
    RecordingMonitor monitor = monitor("a");
    Settings settings =
        settings(Map.of("width", 4, "epochs", 40, "batch", 4, "learning-rate", 2e-3));
    try (Model model = mdal.train(faces, settings, 1, monitor, Progress.NONE)) {
      assertThat(monitor.losses.get(0))
          .containsOnlyKeys("l1", "reconstruction", "latent", "adversarial", "discriminator");
      for (String loss : List.of("l1", "reconstruction")) {
        assertThat(monitor.loss(39, loss)).as(loss).isLessThan(0.6 * monitor.loss(0, loss));
      }
    }
  }

  /** The preview of the last step is by the weights of then, as the model is, but for rounding. */
  @Test
  void goesOnFromACheckpointToTheSameBits() throws Exception {
    Image photo = faces.photo(0);
    RecordingMonitor cut = monitor("cut", photo);
    Settings settings = settings(Map.of());
    assertThatThrownBy(() -> mdal.train(faces, settings, 5, cut, cut.cancelledAfter(3)))
        .isInstanceOf(CancelledException.class);
    try (Model whole = mdal.train(faces, settings, 5, monitor("whole"), Progress.NONE);
        Model other = mdal.train(faces, settings, 6, monitor("other"), Progress.NONE);
        Model resumed = mdal.train(faces, settings, 5, cut, Progress.NONE)) {
      assertThat(cut.losses).hasSize(4);
      byte[] weights = weights(resumed, "1");
      assertThat(weights).isEqualTo(weights(whole, "2")).isNotEqualTo(weights(other, "3"));
      assertThat(cut.previews.get(3).get(0).data())
          .containsExactly(whole.sketch(List.of(photo)).get(0).data(), within(1e-4f));
    }
  }

  @Test
  void readModelDrawsTheSameAtAnySize() throws Exception {
    Settings settings = settings(Map.of("decoder", "transposed", "epochs", 1));
    try (Model model = mdal.train(faces, settings, 7, monitor("a"), Progress.NONE)) {
      byte[] bytes = weights(model, "1");
      List<Image> photos = List.of(faces.photo(0), faces.photo(1).window(0, 0, 37, 21));
      try (Model read = mdal.read(folder.resolve("1"))) {
        assertThat(read.sketch(photos)).isEqualTo(model.sketch(photos));
        assertThat(read.sketch(photos).get(1).sameSize(photos.get(1))).isTrue();
        assertThat(read.parameters()).isEqualTo(model.parameters());
        assertThat(weights(read, "2")).isEqualTo(bytes);
      }
    }
  }

  @Test
  void seesTheWholeImageThroughAFullBottleneck() {
    assertThat(mdal.reach(settings(Map.of()), 64, 64)).isEqualTo(Integer.MAX_VALUE);
    assertThat(mdal.reach(settings(Map.of()), 200, 250)).isEqualTo(Integer.MAX_VALUE);
    assertThat(mdal.reach(settings(Map.of("levels", 2)), 256, 256)).isBetween(60, 80);
  }

  /**
   * With positive weights throughout, the gradient of an output pixel is above 0 for all input
   * pixels that it depends on, however faint.
   */
  @Test
  void sightIsWhereTheGradientIs() {
    int side = 192;
    UNetShape shape = new UNetShape(1, 2, false);
    ReceptiveField sight = MdalBlueprint.receptiveField(shape);
    try (Network network = Network.of(MdalBlueprint.generator(shape, 0).configuration().get())) {
      network
          .shapes()
          .forEach(
              (name, size) -> {
                if (name.endsWith(".weight")) {
                  // Small enough for no output to be where the tangent is flat.
                  float value = size.size() == 1 ? 0.5f : (float) size.get(0) / Tensor.size(size);
                  network.assign(name, constant(size, value));
                }
              });
      for (int x : new int[] {0, 1, 90, 95, 96, 191}) {
        network.forward(constant(List.of(1, 16, side, 3), 0.5f), false);
        float[] wanted = new float[16 * side];
        wanted[8 * side + x] = 1;
        Tensor gradient = network.inputGradient(Tensor.of(List.of(1, 16, side, 1), wanted));
        assertThat(columns(gradient)).as("x = %d", x).isEqualTo(sight.seen(x, x, side));
      }
    }
  }

  private static Tensor constant(List<Integer> shape, float value) {
    float[] values = new float[Tensor.size(shape)];
    Arrays.fill(values, value);
    return Tensor.of(shape, values);
  }

  /** First and last column with a gradient. */
  private static int[] columns(Tensor gradient) {
    int first = Integer.MAX_VALUE;
    int last = -1;
    for (int i = 0; i < gradient.values().length; i++) {
      if (gradient.values()[i] != 0) {
        int x = i / gradient.size(3) % gradient.size(2);
        first = Math.min(first, x);
        last = Math.max(last, x);
      }
    }
    return new int[] {first, last};
  }
}
