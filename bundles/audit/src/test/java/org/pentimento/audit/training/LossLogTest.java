package org.pentimento.audit.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.casefile.result.Comparison.LossPoint;

class LossLogTest {
  @TempDir Path folder;
  @TempDir Path other;

  @Test
  void aKilledTrainingThatGoesOnHasTheSameLosses() throws IOException {
    List<LossPoint> whole = write(folder, 1, 250);
    write(other, 1, 180);
    // Killed in the middle of a line, after its last checkpoint at step 150.
    Files.writeString(
        other.resolve("losses.jsonl"),
        "{\"losses\":{\"l1\":0.0",
        StandardCharsets.UTF_8,
        StandardOpenOption.APPEND);
    assertThat(write(other, 151, 250)).isEqualTo(whole);
    assertThat(whole).hasSizeLessThanOrEqualTo(100);
    assertThat(whole.get(whole.size() - 1).step()).isEqualTo(250);
  }

  private static List<LossPoint> write(Path folder, int from, int to) throws IOException {
    try (LossLog log = new LossLog(folder)) {
      for (int step = from; step <= to; step++) {
        log.add(step, Map.of("l1", 1.0 / step));
      }
      return log.stretches();
    }
  }
}
