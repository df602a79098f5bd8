package org.pentimento.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Capability;
import org.pentimento.api.generator.Generator;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;
import org.pentimento.generator.cgan.CganGenerator;
import org.pentimento.generator.fcn.FcnGenerator;
import org.pentimento.generator.mdal.MdalGenerator;

class CapabilitiesTest {
  private final SyntheticFaces faces = new SyntheticFaces(4, 32, 3);
  private final Path folder;

  CapabilitiesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Model trained(String id) throws Exception {
    Generator generator =
        switch (id) {
          case "fcn" -> new FcnGenerator();
          case "cgan" -> new CganGenerator();
          default -> new MdalGenerator();
        };
    // As long as it takes MDAL's batch norms to know the statistics by which a trained one goes.
    boolean slow = id.equals("mdal");
    Settings settings =
        Settings.of(
            generator.descriptor(),
            Map.of(
                "width",
                4,
                "epochs",
                slow ? 30 : 10,
                "batch",
                4,
                "learning-rate",
                slow ? 2e-3 : 1e-3));
    RecordingMonitor monitor = new RecordingMonitor(Files.createDirectories(folder.resolve(id)));
    return generator.train(faces, settings, 2, monitor, Progress.NONE);
  }

  /** The directional derivative along the gradient equals its squared length. */
  @ParameterizedTest
  @ValueSource(strings = {"fcn", "cgan", "mdal"})
  void inputGradientsPredictTheChangeOfWhateverIsWanted(String id) throws Exception {
    try (Model model = trained(id)) {
      List<Image> photos =
          List.of(faces.photo(0).window(0, 0, 30, 29), faces.photo(1).window(1, 2, 30, 29));
      var gradients = model.capability(Capability.InputGradient.class).orElseThrow();
      List<float[]> gradient =
          gradients.inputGradients(
              photos, sketches -> List.of(differences(sketches, 0), differences(sketches, 1)));
      double squares = 0;
      for (float[] one : gradient) {
        for (float g : one) {
          squares += (double) g * g;
        }
      }
      assertThat(squares).isPositive();
      double step = 1e-3 / Math.sqrt(squares);
      double change =
          (unlike(model, moved(photos, gradient, step))
                  - unlike(model, moved(photos, gradient, -step)))
              / (2 * step);
      assertThat(change).isCloseTo(squares, within(0.02 * squares));
    }
  }

  /** Half the squared difference of two sketches: an objective over the batch as a whole. */
  private static double unlike(Model model, List<Image> photos) {
    double sum = 0;
    for (float difference : differences(model.sketch(photos), 0)) {
      sum += 0.5 * difference * difference;
    }
    return sum;
  }

  private static float[] differences(List<Image> sketches, int from) {
    float[] one = sketches.get(from).data();
    float[] other = sketches.get(1 - from).data();
    float[] differences = new float[one.length];
    for (int i = 0; i < one.length; i++) {
      differences[i] = one[i] - other[i];
    }
    return differences;
  }

  private static List<Image> moved(List<Image> photos, List<float[]> gradients, double step) {
    return List.of(
        moved(photos.get(0), gradients.get(0), step), moved(photos.get(1), gradients.get(1), step));
  }

  private static Image moved(Image photo, float[] gradient, double step) {
    float[] data = photo.data().clone();
    for (int i = 0; i < data.length; i++) {
      data[i] += (float) (step * gradient[i]);
    }
    return Image.of(photo.width(), photo.height(), 3, data);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fcn", "cgan", "mdal"})
  void prunedChannelsGiveZeroAndNothingElseIsTouched(String id) throws Exception {
    try (Model model = trained(id)) {
      Capability.Pruning pruning = model.capability(Capability.Pruning.class).orElseThrow();
      Image photo = faces.photo(0);
      Image before = model.sketch(List.of(photo)).get(0);
      for (Map.Entry<String, Integer> layer : pruning.channels().entrySet()) {
        int channels = layer.getValue();
        try (Model pruned = pruning.without(layer.getKey(), List.of(0, channels - 1))) {
          float[] values = activation(pruned, photo, layer.getKey());
          int area = values.length / channels;
          for (int i = 0; i < area; i++) {
            assertThat(values[i]).isZero();
            assertThat(values[(channels - 1) * area + i]).isZero();
          }
        }
      }
      assertThat(model.sketch(List.of(photo)).get(0)).isEqualTo(before);
      assertThatThrownBy(() -> pruning.without("nowhere", List.of(0)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static float[] activation(Model model, Image photo, String layer) {
    Map<String, float[]> all =
        model
            .capability(Capability.Activations.class)
            .orElseThrow()
            .activations(photo, List.of(layer));
    assertThat(all).containsOnlyKeys(layer);
    return all.values().iterator().next();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fcn", "cgan", "mdal"})
  void activationsAreThereForEveryLayer(String id) throws Exception {
    try (Model model = trained(id)) {
      var activations = model.capability(Capability.Activations.class).orElseThrow();
      var channels = model.capability(Capability.Pruning.class).orElseThrow().channels();
      Map<String, float[]> all = activations.activations(faces.photo(0), activations.layers());
      assertThat(List.copyOf(all.keySet())).isEqualTo(List.copyOf(channels.keySet()));
      all.forEach(
          (layer, values) ->
              assertThat(values.length % channels.getOrDefault(layer, 0)).as(layer).isZero());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fcn", "cgan", "mdal"})
  void aCopyLearnsOnAndTheModelStaysAsItIs(String id) throws Exception {
    try (Model model = trained(id)) {
      Image photo = faces.photo(0);
      Image before = model.sketch(List.of(photo)).get(0);
      var tuning = model.capability(Capability.FineTuning.class).orElseThrow();
      assertThat(tuning.generator()).isEqualTo(id);
      assertThat(tuning.settings()).containsEntry("width", 4);
      try (Model one = tuned(tuning, "one");
          Model again = tuned(tuning, "again")) {
        Image sketch = one.sketch(List.of(photo)).get(0);
        assertThat(sketch).isNotEqualTo(before);
        assertThat(again.sketch(List.of(photo)).get(0)).isEqualTo(sketch);
        assertThat(away(sketch)).isLessThan(away(before));
        assertThat(one.provenance().get("fine-tuned")).contains("20 epochs of 4 examples");
      }
      assertThat(model.sketch(List.of(photo)).get(0)).isEqualTo(before);
    }
  }

  private Model tuned(Capability.FineTuning tuning, String name) throws Exception {
    return tuning.tuned(
        faces,
        20,
        4,
        1e-3,
        5,
        new RecordingMonitor(Files.createDirectories(folder.resolve(name))),
        Progress.NONE);
  }

  private double away(Image sketch) throws IOException {
    double sum = 0;
    float[] truth = faces.sketch(0).data();
    for (int i = 0; i < truth.length; i++) {
      sum += Math.abs(sketch.data()[i] - truth[i]);
    }
    return sum;
  }
}
