package org.pentimento.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.generator.DivergedException;
import org.pentimento.api.generator.Examples;
import org.pentimento.api.generator.TrainingMonitor;
import org.pentimento.api.image.Image;
import org.pentimento.engine.tensor.Tensor;

class TrainingLoopTest {
  private static final int EXAMPLES = 5;
  private final Path folder;
  private final List<String> notes = new ArrayList<>();
  private int cancelAt = Integer.MAX_VALUE;
  private long reported;

  TrainingLoopTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Adds up what it sees, so that its state tells the order. */
  private static final class Adder implements Trainee {
    float sum;
    final List<Float> seen = new ArrayList<>();

    @Override
    public StepReport step(Batch batch) {
      for (Image photo : batch.photos()) {
        float value = photo.get(0, 0, 0);
        seen.add(value);
        sum = sum * 1.7f + value;
      }
      return new StepReport(Map.of("sum", (double) sum), Map.of());
    }

    @Override
    public List<Image> sketch(List<Image> photos) {
      return photos;
    }

    @Override
    public Map<String, List<Integer>> shapes() {
      return Map.of("sum", List.of(1));
    }

    @Override
    public Map<String, Tensor> state() {
      return Map.of("sum", Tensor.vector(sum));
    }

    @Override
    public void restore(Map<String, Tensor> state) {
      state.values().forEach(tensor -> sum = tensor.values()[0]);
    }
  }

  private final Examples examples =
      new Examples() {
        @Override
        public int size() {
          return EXAMPLES;
        }

        @Override
        public int width() {
          return 1;
        }

        @Override
        public int height() {
          return 1;
        }

        @Override
        public Image photo(int index) {
          return Image.constant(1, 1, 3, index / 8f);
        }

        @Override
        public Image sketch(int index) {
          return Image.constant(1, 1, 1, index / 8f);
        }
      };

  private final TrainingMonitor monitor =
      new TrainingMonitor() {
        @Override
        public void loss(long step, long total, Map<String, Double> losses) {
          reported = step;
        }

        @Override
        public List<Image> previewPhotos() {
          return List.of();
        }

        @Override
        public void preview(long step, List<Image> sketches) {}

        @Override
        public Path checkpoints() {
          return folder;
        }
      };

  private final Progress progress =
      new Progress() {
        @Override
        public void begin(String task, long total) {}

        @Override
        public void advance(long units) {}

        @Override
        public void note(String message) {
          notes.add(message);
        }

        @Override
        public void checkCancelled() throws CancelledException {
          if (reported >= cancelAt) {
            throw new CancelledException();
          }
        }
      };

  private Adder run(String identity, Duration interval) throws Exception {
    Adder adder = new Adder();
    TrainingPlan plan =
        new TrainingPlan(
            Map.of("id", identity), 3, 4, 3, Schedule.CONSTANT, Augmentation.NONE, 0, 1);
    new TrainingLoop(plan, examples, monitor, progress, interval).run(adder);
    return adder;
  }

  @Test
  void everyEpochTakesEveryExampleOnceInAnOrderOfItsOwn() throws Exception {
    List<Float> seen = run("a", Duration.ofHours(1)).seen;
    assertThat(seen).hasSize(21);
    assertThat(reported).isEqualTo(7);
    for (int epoch = 0; epoch < 4; epoch++) {
      assertThat(seen.subList(5 * epoch, 5 * epoch + 5))
          .containsExactlyInAnyOrder(0f, 0.125f, 0.25f, 0.375f, 0.5f);
    }
    assertThat(seen.subList(0, 5)).isNotEqualTo(seen.subList(5, 10));
  }

  @Test
  void writingCheckpointsAllTheTimeChangesNothing() throws Exception {
    float never = run("a", Duration.ofHours(1)).sum;
    assertThat(folder).isEmptyDirectory();
    float always = run("b", Duration.ZERO).sum;
    assertThat(folder.resolve(Checkpoint.FILE)).exists();
    assertThat(always).isEqualTo(never);
  }

  @Test
  void goesOnAfterTheLastFinishedStep() throws Exception {
    float whole = run("a", Duration.ofHours(1)).sum;
    reported = 0;
    cancelAt = 4;
    assertThatThrownBy(() -> run("a", Duration.ofHours(1))).isInstanceOf(CancelledException.class);
    cancelAt = Integer.MAX_VALUE;
    Adder resumed = run("a", Duration.ofHours(1));
    assertThat(resumed.seen).hasSize(21 - 12);
    assertThat(resumed.sum).isEqualTo(whole);
  }

  @Test
  void doesNotGoOnFromAnotherTrainingOrADamagedFile() throws Exception {
    cancelAt = 4;
    assertThatThrownBy(() -> run("a", Duration.ofHours(1))).isInstanceOf(CancelledException.class);
    cancelAt = Integer.MAX_VALUE;
    assertThat(run("b", Duration.ofHours(1)).seen).hasSize(21);
    Path file = folder.resolve(Checkpoint.FILE);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 1));
    assertThat(run("a", Duration.ofHours(1)).seen).hasSize(21);
    assertThat(notes).hasSize(2).allMatch(note -> note.contains(Checkpoint.FILE));
  }

  /** A trainee of which one step gives a loss of its own and whose sketches fail after another. */
  private static Trainee failing(long lossAt, long sketchAt) {
    Adder adder = new Adder();
    return new Trainee() {
      private long now;

      @Override
      public StepReport step(Batch batch) {
        now = batch.step();
        return new StepReport(Map.of("l1", now == lossAt ? Double.NaN : 1), Map.of());
      }

      @Override
      public List<Image> sketch(List<Image> photos) {
        if (now == sketchAt) {
          throw new ArithmeticException("no numbers");
        }
        return photos.stream().map(Image::grey).toList();
      }

      @Override
      public Map<String, List<Integer>> shapes() {
        return adder.shapes();
      }

      @Override
      public Map<String, Tensor> state() {
        return adder.state();
      }

      @Override
      public void restore(Map<String, Tensor> state) {
        adder.restore(state);
      }
    };
  }

  private void divergesWith(Trainee trainee, String... words) {
    TrainingPlan plan =
        new TrainingPlan(Map.of(), 3, 4, 3, Schedule.CONSTANT, Augmentation.NONE, 2, 1);
    assertThatThrownBy(() -> new TrainingLoop(plan, examples, monitor, progress).run(trainee))
        .isInstanceOf(DivergedException.class)
        .satisfies(e -> assertThat(e.getMessage()).contains(words));
  }

  @Test
  void infiniteLossEndsTheTraining() {
    divergesWith(failing(3, 0), "l1", "step 3");
  }

  @Test
  void sketchesThatAreNoNumbersEndTheTraining() {
    // The first of the epochs of four pairs in batches of three ends after step 2.
    divergesWith(failing(0, 2), "no numbers", "step 2");
  }
}
