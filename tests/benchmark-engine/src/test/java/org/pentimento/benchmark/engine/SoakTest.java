package org.pentimento.benchmark.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Generator;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;
import org.pentimento.generator.cgan.CganGenerator;
import org.pentimento.generator.fcn.FcnGenerator;
import org.pentimento.generator.mdal.MdalGenerator;

/** Resident memory over long trainings and over many sketches. */
@Tag("soak")
class SoakTest {
  private static final int STEPS = 2000;
  private static final int PHOTOS = 3000;
  private static final int TRAINING = 100;
  private static final int TRAININGS = 5;

  /**
   * Megabytes. A leak of one small array a step would be far more. In the first hundreds of steps
   * the JVM's optimising compiler works and keeps some 25 MB; with {@code -XX:TieredStopAtLevel=1}
   * there is none and memory is flat from step 100. Without, only the second thousand has to be.
   */
  private static final long FLAT = 10;

  private final Path folder;

  SoakTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @ValueSource(strings = {"fcn", "cgan", "mdal"})
  void memoryDoesNotGrow(String id) throws Exception {
    Generator generator = generator(id);
    Settings settings =
        Settings.of(generator.descriptor(), Map.of("width", 4, "batch", 2, "epochs", STEPS / 2));
    Map<Long, Long> training = new TreeMap<>();
    StepMonitor monitor =
        new StepMonitor(
            folder,
            step -> {
              if (step == 100 || step % 500 == 0) {
                training.put(step, resident());
              }
            });
    List<Long> sketching = new ArrayList<>();
    try (Model model =
        generator.train(new NoiseExamples(4, 32), settings, 1, monitor, Progress.NONE)) {
      for (int i = 0; i < PHOTOS; i += 10) {
        List<Image> photos = new ArrayList<>();
        for (int k = 0; k < 10; k++) {
          photos.add(new NoiseExamples(1, 33 + k % 3).photo(i));
        }
        assertThat(model.sketch(photos)).hasSize(10);
        if (i % 500 == 100) {
          sketching.add(resident());
        }
      }
    }
    System.out.println(id + " resident MB by step: " + training);
    System.out.println(id + " resident MB over " + PHOTOS + " sketches: " + sketching);
    assertThat(training.getOrDefault((long) STEPS, 0L) - training.getOrDefault(STEPS / 2L, 0L))
        .isLessThan(FLAT);
    assertThat(sketching.get(sketching.size() - 1) - sketching.get(0)).isLessThan(FLAT);
  }

  /** As in a run, which trains a clean and a poisoned model one after the other. */
  @ParameterizedTest
  @ValueSource(strings = {"fcn", "cgan", "mdal"})
  void anotherTrainingTakesTheMemoryOfTheOneBefore(String id) throws Exception {
    Generator generator = generator(id);
    Settings settings =
        Settings.of(generator.descriptor(), Map.of("width", 16, "batch", 4, "epochs", TRAINING));
    List<Long> within = new ArrayList<>();
    List<Long> after = new ArrayList<>();
    for (int i = 0; i < TRAININGS; i++) {
      StepMonitor monitor =
          new StepMonitor(
              Files.createDirectories(folder.resolve("training-" + i)),
              step -> {
                if (step == TRAINING) {
                  within.add(resident());
                }
              });
      try (Model model =
          generator.train(new NoiseExamples(4, 64), settings, i, monitor, Progress.NONE)) {
        assertThat(model.parameters()).isPositive();
      }
      after.add(resident());
    }
    System.out.println(
        id + " resident MB at the end of each training: " + within + ", after: " + after);
    assertThat(within.get(TRAININGS - 1) - within.get(1)).isLessThan(FLAT);
    assertThat(after.get(TRAININGS - 1) - after.get(1)).isLessThan(FLAT);
  }

  private static Generator generator(String id) {
    return switch (id) {
      case "fcn" -> new FcnGenerator();
      case "cgan" -> new CganGenerator();
      default -> new MdalGenerator();
    };
  }

  /** Megabytes of this process in memory once garbage is collected, native one included. */
  private static long resident() {
    try {
      for (int i = 0; i < 2; i++) {
        System.gc();
        Thread.sleep(200);
      }
      for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
        if (line.startsWith("VmRSS:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IllegalStateException("no VmRSS");
  }
}
