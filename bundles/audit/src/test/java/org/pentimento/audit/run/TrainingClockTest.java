package org.pentimento.audit.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.generator.Examples;
import org.pentimento.api.image.Image;
import org.pentimento.casefile.event.TrainingCost;
import org.pentimento.platform.linux.LinuxPlatform;

class TrainingClockTest {
  @TempDir private Path folder = Path.of("");

  private static final Examples TWO =
      new Examples() {
        @Override
        public int size() {
          return 2;
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
          return Image.constant(1, 1, 3, 0);
        }

        @Override
        public Image sketch(int index) {
          return Image.constant(1, 1, 1, 0);
        }
      };

  @Test
  void goesOnFromWhatAKilledProcessHadTaken() throws Exception {
    Files.writeString(
        folder.resolve("cost.json"),
        """
        {"checkpoint":"","images":40,"peakBytes":4611686018427387904,"run":"r","seconds":2.5,"training":"t","weights":""}
        """);
    TrainingClock clock = TrainingClock.start(new LinuxPlatform(), "r", "t", folder);
    Examples counted = clock.counting(TWO);
    counted.photo(0);
    counted.photo(1);
    counted.sketch(1);
    TrainingCost cost = clock.soFar("", "");
    assertThat(cost.images()).isEqualTo(42);
    assertThat(cost.seconds()).isBetween(2.5, 60.0);
    assertThat(cost.peakBytes()).isEqualTo(1L << 62);
  }

  @Test
  void aFileCutOffCountsForNothing() throws Exception {
    Files.writeString(folder.resolve("cost.json"), "{\"checkpoint\":\"\",\"ima");
    TrainingClock clock = TrainingClock.start(new LinuxPlatform(), "r", "t", folder);
    assertThat(clock.soFar("", "").images()).isZero();
    clock.counting(TWO).photo(0);
    clock.tick();
    assertThat(TrainingClock.start(new LinuxPlatform(), "r", "t", folder).soFar("", "").images())
        .isEqualTo(1);
  }

  @Test
  void saysItInWords() {
    assertThat(new TrainingCost("r", "t", "", 41.27, 12_800, 700L << 20, "").words())
        .isEqualTo("41 s, 310 images a second, at most 700 MiB of memory");
    assertThat(new TrainingCost("r", "t", "", 4.04, 10, 0, "").words())
        .isEqualTo("4.0 s, 2.5 images a second");
    assertThat(new TrainingCost("r", "t", "", 754.6, 0, 1, "").words())
        .isEqualTo("12 min 35 s, 0.0 images a second, at most 1 MiB of memory");
  }
}
