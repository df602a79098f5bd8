package org.pentimento.generator.fcn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;
import org.pentimento.generator.RecordingMonitor;
import org.pentimento.generator.SyntheticFaces;

class FcnGeneratorTest {
  private final FcnGenerator fcn = new FcnGenerator();
  private final SyntheticFaces faces = new SyntheticFaces(6, 24, 3);
  private final Path folder;

  FcnGeneratorTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Settings settings(int epochs) {
    return Settings.of(fcn.descriptor(), Map.of("width", 4, "epochs", epochs, "batch", 4));
  }

  private byte[] weights(Model model, String name) throws Exception {
    Path written = Files.createDirectories(folder.resolve(name));
    model.write(written);
    return Files.readAllBytes(written.resolve("model.safetensors"));
  }

  private RecordingMonitor monitor(String name) throws Exception {
    return new RecordingMonitor(Files.createDirectories(folder.resolve(name)), faces.photo(0));
  }

  @Test
  void learnsAndReports() throws Exception {
    RecordingMonitor monitor = monitor("a");
    try (Model model = fcn.train(faces, settings(40), 1, monitor, Progress.NONE)) {
      assertThat(monitor.losses).hasSize(60);
      assertThat(monitor.previews).hasSize(20);
      double first = monitor.loss(0, "l1");
      double last = monitor.loss(59, "l1");
      assertThat(last).isLessThan(0.8 * first);
      assertThat(model.parameters()).isEqualTo(3 * 25 * 4 + 4 + 4 * (4 * 9 * 4 + 4) + 37);
    }
  }

  @Test
  void learnsToDrawSketchesThatAreToldApart() throws Exception {
    Settings settings =
        Settings.of(
            fcn.descriptor(),
            Map.of("width", 4, "epochs", 40, "batch", 6, "discriminative-weight", 20));
    RecordingMonitor monitor = monitor("a");
    try (Model model = fcn.train(faces, settings, 1, monitor, Progress.NONE)) {
      assertThat(model.parameters()).isPositive();
      for (String loss : List.of("l1", "discriminative")) {
        assertThat(monitor.loss(39, loss)).as(loss).isLessThan(monitor.loss(0, loss));
      }
    }
  }

  @Test
  void sameSeedSameBitsAndOtherSeedOtherBits() throws Exception {
    try (Model one = fcn.train(faces, settings(2), 7, monitor("a"), Progress.NONE);
        Model two = fcn.train(faces, settings(2), 7, monitor("b"), Progress.NONE);
        Model other = fcn.train(faces, settings(2), 8, monitor("c"), Progress.NONE)) {
      assertThat(weights(one, "1")).isEqualTo(weights(two, "2"));
      assertThat(weights(one, "1")).isNotEqualTo(weights(other, "3"));
    }
  }

  @Test
  void goesOnFromACheckpointToTheSameBits() throws Exception {
    RecordingMonitor cut = monitor("cut");
    assertThatThrownBy(() -> fcn.train(faces, settings(6), 5, cut, cut.cancelledAfter(4)))
        .isInstanceOf(CancelledException.class);
    try (Model whole = fcn.train(faces, settings(6), 5, monitor("whole"), Progress.NONE);
        Model resumed = fcn.train(faces, settings(6), 5, cut, Progress.NONE)) {
      assertThat(cut.losses).hasSize(9);
      assertThat(weights(resumed, "1")).isEqualTo(weights(whole, "2"));
    }
  }

  @Test
  void goesOnToTheSameBitsWithAllThatATrainingCanBeToldToDo() throws Exception {
    Settings all =
        Settings.of(
            fcn.descriptor(),
            Map.of(
                "width", 4,
                "epochs", 12,
                "batch", 2,
                "learning-rate", 0.05,
                "schedule", "cosine",
                "augmentation", "crop-and-flip",
                "ink-weight", 8,
                "patience", 1));
    RecordingMonitor whole = monitor("whole");
    try (Model undisturbed = fcn.train(faces, all, 5, whole, Progress.NONE)) {
      byte[] bytes = weights(undisturbed, "whole-model");
      String ended = String.valueOf(undisturbed.provenance().get("ended"));
      assertThat(ended).containsAnyOf("Stopped after step", "Ran all").contains("error");
      for (int at = 1; at < whole.losses.size(); at += 3) {
        RecordingMonitor cut = monitor("cut" + at);
        int after = at;
        assertThatThrownBy(() -> fcn.train(faces, all, 5, cut, cut.cancelledAfter(after)))
            .isInstanceOf(CancelledException.class);
        try (Model resumed = fcn.train(faces, all, 5, cut, Progress.NONE)) {
          assertThat(weights(resumed, "model" + at)).isEqualTo(bytes);
          assertThat(folder.resolve("model" + at + "/model.json"))
              .hasSameBinaryContentAs(folder.resolve("whole-model/model.json"));
        }
      }
    }
  }

  @Test
  void inkWeightDrawsMoreInk() throws Exception {
    double plain = darkness(1);
    double weighted = darkness(16);
    assertThat(weighted).isGreaterThan(1.2 * plain);
  }

  /** Mean darkness of what is drawn where the true sketch has ink, after a short training. */
  private double darkness(double inkWeight) throws Exception {
    Settings settings =
        Settings.of(
            fcn.descriptor(),
            Map.of("width", 4, "epochs", 30, "batch", 4, "ink-weight", inkWeight));
    try (Model model = fcn.train(faces, settings, 1, monitor("ink" + inkWeight), Progress.NONE)) {
      double sum = 0;
      int count = 0;
      for (int f = 0; f < faces.size(); f++) {
        float[] drawn = model.sketch(List.of(faces.photo(f))).get(0).data();
        float[] truth = faces.sketch(f).data();
        for (int i = 0; i < truth.length; i++) {
          if (truth[i] < 0.2f) {
            sum += 1 - drawn[i];
            count++;
          }
        }
      }
      return sum / count;
    }
  }

  @Test
  void writtenModelDrawsTheSameWhenRead() throws Exception {
    try (Model model = fcn.train(faces, settings(2), 7, monitor("a"), Progress.NONE)) {
      byte[] bytes = weights(model, "1");
      try (Model read = fcn.read(folder.resolve("1"))) {
        List<Image> photos = List.of(faces.photo(0), faces.photo(1).window(0, 0, 17, 31));
        assertThat(read.sketch(photos)).isEqualTo(model.sketch(photos));
        assertThat(read.sketch(photos).get(1).sameSize(photos.get(1))).isTrue();
        assertThat(read.provenance()).isEqualTo(model.provenance()).containsKey("native-build");
        assertThat(weights(read, "2")).isEqualTo(bytes);
        assertThat(folder.resolve("2/model.json"))
            .hasSameBinaryContentAs(folder.resolve("1/model.json"));
      }
    }
  }
}
