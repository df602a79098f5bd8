package org.pentimento.audit.mitigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pentimento.api.BadInputException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.data.Split;
import org.pentimento.api.generator.Capability;
import org.pentimento.api.generator.Examples;
import org.pentimento.api.generator.Model;
import org.pentimento.api.generator.TrainingMonitor;
import org.pentimento.api.image.Image;
import org.pentimento.api.suspect.Perturbation;
import org.pentimento.casefile.result.mitigation.MitigationMethod;

class TreatmentTest {
  private static final int SIDE = 4;
  private static final int CHANNELS = 8;

  private static Pair pair(int number) {
    Image photo = Image.constant(SIDE, SIDE, 3, .2f + .1f * number);
    return new Pair(
        "p" + number, "p" + number, Split.NONE, Map.of(), null, () -> photo, photo::grey);
  }

  private static final TrainingMonitor MONITOR =
      new TrainingMonitor() {
        @Override
        public void loss(long step, long total, Map<String, Double> losses) {
          // nobody looks
        }

        @Override
        public List<Image> previewPhotos() {
          return List.of();
        }

        @Override
        public void preview(long step, List<Image> sketches) {
          // nobody looks
        }

        @Override
        public Path checkpoints() {
          return Path.of("");
        }
      };

  /** A network of one layer, whose channels each darken its sketch when they are off. */
  private static class Net
      implements Model, Capability.FineTuning, Capability.Pruning, Capability.Activations {
    final Set<Integer> off;
    @Nullable Examples learned;
    int epochs;

    Net(Set<Integer> off) {
      this.off = off;
    }

    @Override
    public List<Image> sketch(List<Image> photos) {
      float lost = 0;
      for (int channel : off) {
        lost += channel < 3 ? 0 : .05f; // three sleep
      }
      List<Image> sketches = new ArrayList<>();
      for (Image photo : photos) {
        sketches.add(Image.constant(SIDE, SIDE, 1, photo.get(0, 0, 0) - lost - .02f));
      }
      return sketches;
    }

    @Override
    public void write(Path folder) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long parameters() {
      return CHANNELS;
    }

    @Override
    public Map<String, String> provenance() {
      return Map.of();
    }

    @Override
    public <C extends Capability> Optional<C> capability(Class<C> type) {
      return Optional.of(type.cast(this));
    }

    @Override
    public void close() {
      // nothing is held
    }

    @Override
    public String generator() {
      return "net";
    }

    @Override
    public Map<String, Object> settings() {
      return Map.of();
    }

    @Override
    public Model tuned(
        Examples examples,
        int count,
        int batch,
        double rate,
        long seed,
        TrainingMonitor monitor,
        Progress progress) {
      Net copy = new Net(off);
      copy.learned = examples;
      copy.epochs = count;
      return copy;
    }

    @Override
    public Map<String, Integer> channels() {
      return Map.of("middle", CHANNELS);
    }

    @Override
    public Model without(String layer, List<Integer> channels) {
      Set<Integer> more = new HashSet<>(off);
      more.addAll(channels);
      return new Net(more);
    }

    @Override
    public List<String> layers() {
      return List.of("middle");
    }

    @Override
    public Map<String, float[]> activations(Image photo, List<String> layers) {
      float[] values = new float[CHANNELS * 2];
      for (int i = 0; i < values.length; i++) {
        values[i] = i / 2 < 3 ? .001f : 1;
      }
      return Map.of("middle", values);
    }
  }

  private static Net treated(MitigationMethod method, List<Perturbation> found) throws Exception {
    return (Net)
        Treatment.of(
                new Net(Set.of()),
                "m",
                method,
                List.of(pair(1), pair(2), pair(3)),
                found,
                1,
                MONITOR,
                Progress.NONE)
            .model();
  }

  private static Perturbation brighter() {
    float[] changes = new float[3 * SIDE * SIDE];
    changes[0] = .1f;
    return Perturbation.of("ink", SIDE, SIDE, changes, .1);
  }

  @Test
  void unlearningShowsTheRightSketchOfChangedPhotos() throws Exception {
    Examples learned = treated(MitigationMethod.UNLEARN, List.of(brighter())).learned;
    assertThat(learned).isNotNull();
    if (learned != null) {
      assertThat(learned.size()).isEqualTo(6);
      assertThat(learned.photo(1)).isEqualTo(pair(2).photo().decode());
      assertThat(learned.photo(4).get(0, 0, 0) - learned.photo(1).get(0, 0, 0))
          .isCloseTo(.1f, within(1e-5f));
      assertThat(learned.photo(4).get(1, 0, 0)).isCloseTo(.4f, within(1e-5f));
      assertThat(learned.sketch(4)).isEqualTo(learned.sketch(1));
    }
  }

  @Test
  void whereNothingWasFoundThereIsNothingToUnlearn() {
    assertThatThrownBy(() -> treated(MitigationMethod.UNLEARN, List.of()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("unlearn");
  }

  @Test
  void fineTuningShowsPhotosAsTheyAre() throws Exception {
    Net net = treated(MitigationMethod.FINE_TUNE, List.of(brighter()));
    Examples learned = net.learned;
    assertThat(learned == null ? 0 : learned.size()).isEqualTo(3);
    assertThat(net.epochs).isEqualTo(10);
  }

  @Test
  void pruningSwitchesOffWhatSleeps() throws Exception {
    assertThat(treated(MitigationMethod.PRUNE, List.of()).off).containsExactlyInAnyOrder(0, 1, 2);
  }

  @Test
  void aModelThatCannotLearnOnIsRefusedInWords() {
    Model program =
        new Net(Set.of()) {
          @Override
          public <C extends Capability> Optional<C> capability(Class<C> type) {
            return Optional.empty();
          }
        };
    assertThatThrownBy(() -> Treatment.tuning(program, "their program"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("their program");
  }

  @Test
  void errorsAreMeansOverPairs() throws IOException {
    assertThat(Errors.of(new Net(Set.of(5)), List.of(pair(3), pair(5))))
        .isCloseTo(.07, within(1e-5));
  }
}
