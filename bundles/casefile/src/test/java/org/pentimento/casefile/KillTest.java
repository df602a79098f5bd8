package org.pentimento.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.casefile.event.Recovered;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.log.Entry;
import org.pentimento.casefile.verify.Verification;

class KillTest {
  private static final int KILLS = 20;

  @Test
  void whatWasAcknowledgedSurvivesEveryKill(@TempDir Path temp) throws Exception {
    Path folder = temp.resolve("x.case");
    Cases.create(folder).close();
    SplittableRandom random = new SplittableRandom(20);
    Map<Long, String> acknowledged = new HashMap<>();
    for (int kill = 1; kill <= KILLS; kill++) {
      Process process = ChildJvm.start("append", folder);
      try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
        assertThat(reader.readLine()).isEqualTo("opened");
        // Killed at work, however slow the machine: some entries later, at any moment of the next
        // one.
        for (int entries = random.nextInt(2, 5); entries > 0; entries--) {
          note(reader.readLine(), acknowledged);
        }
        Thread.sleep(random.nextInt(0, 30));
        process.toHandle().destroyForcibly();
        process.waitFor();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          note(line, acknowledged);
        }
      }
      assertThat(Cases.verify(folder).problems()).as("after kill %d", kill).isEmpty();
      try (CaseFile reading = CaseFile.openForReading(folder)) {
        check(reading, acknowledged);
      }
      if (kill % 2 == 0) {
        try (CaseFile writing = CaseFile.openForWriting(folder)) {
          check(writing, acknowledged);
          assertThat(writing.entries()).anyMatch(entry -> entry.as(Recovered.class).isPresent());
          assertThat(writing.runs())
              .extracting(RunRecord::state)
              .doesNotContain(RunRecord.State.STARTED);
        }
        Verification verification = Cases.verify(folder);
        assertThat(verification.problems()).as("recovered from kill %d", kill).isEmpty();
        assertThat(verification.remarks())
            .extracting(Verification.Remark::kind)
            .allMatch(Verification.Remark.Kind.LEFT_OVER::equals);
      }
    }
    assertThat(acknowledged).hasSizeGreaterThan(KILLS);
  }

  /** Takes a line "number hash" in; one that the kill cut off was never acknowledged. */
  private static void note(String line, Map<Long, String> acknowledged) {
    int space = line.indexOf(' ');
    if (line.length() - space == 65) {
      acknowledged.put(Long.valueOf(line.substring(0, space)), line.substring(space + 1));
    }
  }

  private static void check(CaseFile file, Map<Long, String> acknowledged) throws Exception {
    List<Entry> entries = file.entries();
    acknowledged.forEach(
        (number, hash) ->
            assertThat(entries.get((int) (number - 1)).hash())
                .as("entry %d", number)
                .isEqualTo(hash));
    assertThat(file.query("SELECT count(*) AS n FROM entries"))
        .containsExactly(Map.of("n", entries.size()));
  }
}
