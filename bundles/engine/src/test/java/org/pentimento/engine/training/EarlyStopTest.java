package org.pentimento.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.generator.DivergedException;
import org.pentimento.api.generator.Examples;
import org.pentimento.api.generator.TrainingMonitor;
import org.pentimento.api.image.Image;
import org.pentimento.engine.tensor.Tensor;

/** Early stopping, and going on with everything that a training can be told to do. */
class EarlyStopTest {
  private static final int EXAMPLES = 21;
  private static final int EPOCHS = 9;
  private static final int STEPS = 43; // of 4, for 9 epochs of the 19 that are not held out
  private static final int BEST_AT = 12;

  private final Path folder;
  private int examples = EXAMPLES;
  private Augmentation augmentation = new Augmentation(true, true);

  EarlyStopTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /**
   * Mixes all that it is given into its state. What it draws gets better until a step and then
   * worse.
   */
  private static final class Mixer implements Trainee {
    float sum;
    float steps;
    final Set<Integer> learned = new HashSet<>();

    @Override
    public StepReport step(Batch batch) {
      steps++;
      for (int i = 0; i < batch.photos().size(); i++) {
        float[] photo = batch.photos().get(i).data();
        learned.add(Math.round(32 * photo[0]));
        sum = (float) (sum * 0.9 + batch.rate() * photo[1] + batch.sketches().get(i).data()[0]);
      }
      return new StepReport(Map.of("sum", (double) sum), Map.of("mixer", Math.abs(sum) + 1.0));
    }

    @Override
    public List<Image> sketch(List<Image> photos) {
      float off = Math.min(1, Math.abs(steps - BEST_AT) / 64);
      return photos.stream().map(p -> Image.constant(p.width(), p.height(), 1, 1 - off)).toList();
    }

    @Override
    public Map<String, List<Integer>> shapes() {
      return Map.of("state", List.of(2));
    }

    @Override
    public Map<String, Tensor> state() {
      return Map.of("state", Tensor.vector(sum, steps));
    }

    @Override
    public void restore(Map<String, Tensor> state) {
      for (Tensor tensor : state.values()) {
        sum = tensor.values()[0];
        steps = tensor.values()[1];
      }
    }
  }

  private final class Columns implements Examples {
    @Override
    public int size() {
      return examples;
    }

    @Override
    public int width() {
      return 16;
    }

    @Override
    public int height() {
      return 16;
    }

    @Override
    public Image photo(int index) {
      float[] data = new float[3 * 256];
      for (int i = 0; i < data.length; i++) {
        data[i] = i % 16 == 0 ? index / 32f : (i * 7 + index) % 11 / 11f;
      }
      return Image.of(16, 16, 3, data);
    }

    @Override
    public Image sketch(int index) {
      return Image.constant(16, 16, 1, 1);
    }
  }

  /** Fails or cancels once a step is over. */
  private static final class Watcher implements TrainingMonitor, Progress {
    private final Path folder;
    private final long dieAt;
    private final long cancelAt;
    private long reported;

    Watcher(Path folder, long dieAt, long cancelAt) {
      this.folder = folder;
      this.dieAt = dieAt;
      this.cancelAt = cancelAt;
    }

    @Override
    public void loss(long step, long total, Map<String, Double> losses) {
      reported = step;
      if (step == dieAt) {
        throw new IllegalStateException("killed");
      }
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

    @Override
    public void begin(String task, long total) {}

    @Override
    public void advance(long units) {}

    @Override
    public void note(String message) {}

    @Override
    public void checkCancelled() throws CancelledException {
      if (reported >= cancelAt) {
        throw new CancelledException();
      }
    }
  }

  private TrainingPlan plan(int patience) {
    return new TrainingPlan(
        Map.of("id", "a"), 3, EPOCHS, 4, Schedule.LINEAR, augmentation, patience, 1);
  }

  private TrainingEnd run(Mixer mixer, int patience, Watcher watcher, Duration interval)
      throws IOException, CancelledException, DivergedException {
    return new TrainingLoop(plan(patience), new Columns(), watcher, watcher, interval).run(mixer);
  }

  private Path folder(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }

  private TrainingEnd undisturbed(Mixer mixer, int patience) throws Exception {
    Watcher watcher = new Watcher(folder("whole" + patience), Long.MAX_VALUE, Long.MAX_VALUE);
    return run(mixer, patience, watcher, Duration.ofHours(1));
  }

  @Test
  void stopsWhenHeldOutPairsAreDrawnNoBetterAndKeepsTheBest() throws Exception {
    Mixer mixer = new Mixer();
    TrainingEnd ending = undisturbed(mixer, 2);
    // Epochs end after steps 5, 10, 15, 19: the second is nearest to the best place.
    assertThat(ending.best()).isEqualTo(10);
    assertThat(ending.step()).isEqualTo(19);
    assertThat(ending.total()).isEqualTo(STEPS);
    assertThat(mixer.steps).isEqualTo(10);
    assertThat(ending.error()).isEqualTo(2 / 64.0);
    assertThat(ending.words()).contains("step 19 of 43", "2 epochs", "step 10", "0.0313");
  }

  @Test
  void keepsTheBestEvenIfPatienceLasts() throws Exception {
    Mixer mixer = new Mixer();
    TrainingEnd ending = undisturbed(mixer, 100);
    assertThat(ending.step()).isEqualTo(STEPS);
    assertThat(mixer.steps).isEqualTo(10);
    assertThat(ending.words()).contains("all 43 steps", "step 10");
  }

  @Test
  void learnsFromNothingThatIsHeldOut() throws Exception {
    Mixer watched = new Mixer();
    augmentation = Augmentation.NONE; // so that photos can be told apart
    undisturbed(watched, 100);
    assertThat(watched.learned).hasSize(EXAMPLES - 2);
    assertThat(plan(0).steps(EXAMPLES)).isEqualTo(48);
    assertThat(plan(0).steps(EXAMPLES - 2)).isEqualTo(STEPS);
    HeldOutSplit division = HeldOutSplit.holdingOut(EXAMPLES, 5);
    Set<Integer> all = new HashSet<>(division.learned());
    assertThat(all).hasSize(19);
    for (int i : division.held()) {
      assertThat(all.add(i)).isTrue();
    }
    assertThat(all).hasSize(EXAMPLES);
    assertThat(HeldOutSplit.holdingOut(EXAMPLES, 5).held()).isEqualTo(division.held());
    assertThat(HeldOutSplit.holdingOut(EXAMPLES, 6).held()).isNotEqualTo(division.held());
  }

  @Test
  void onePairIsTooFewToHoldOutAny() {
    examples = 1;
    assertThatThrownBy(() -> undisturbed(new Mixer(), 2))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("only one");
  }

  @Test
  void killedAfterAnyStepItGoesOnToTheSameBits() throws Exception {
    for (int patience : new int[] {0, 2}) {
      Mixer whole = new Mixer();
      TrainingEnd ending = undisturbed(whole, patience);
      for (int at = 1; at <= ending.step(); at++) {
        Path place = folder(patience + "-" + at);
        // Every third writes checkpoints as often as it may, the others when they are cancelled.
        boolean killed = at % 3 == 0;
        Watcher first =
            new Watcher(place, killed ? at : Long.MAX_VALUE, killed ? Long.MAX_VALUE : at);
        Mixer cut = new Mixer();
        if (killed) {
          assertThatThrownBy(() -> run(cut, patience, first, Duration.ZERO)).hasMessage("killed");
        } else if (at < ending.step()) {
          assertThatThrownBy(() -> run(cut, patience, first, Duration.ofHours(1)))
              .isInstanceOf(CancelledException.class);
        }
        Mixer resumed = new Mixer();
        Watcher second = new Watcher(place, Long.MAX_VALUE, Long.MAX_VALUE);
        assertThat(run(resumed, patience, second, Duration.ofHours(1))).isEqualTo(ending);
        assertThat(resumed.state()).isEqualTo(whole.state());
      }
    }
  }

  @Test
  void startsAnewIfTheBestStateIsLost() throws Exception {
    Mixer whole = new Mixer();
    TrainingEnd ending = undisturbed(whole, 2);
    Path place = folder("lost");
    assertThatThrownBy(
            () -> run(new Mixer(), 2, new Watcher(place, Long.MAX_VALUE, 10), Duration.ofHours(1)))
        .isInstanceOf(CancelledException.class);
    Files.delete(place.resolve(EarlyStop.FILE));
    Mixer again = new Mixer();
    Watcher watcher = new Watcher(place, Long.MAX_VALUE, Long.MAX_VALUE);
    assertThat(run(again, 2, watcher, Duration.ofHours(1))).isEqualTo(ending);
    assertThat(again.state()).isEqualTo(whole.state());
  }
}
