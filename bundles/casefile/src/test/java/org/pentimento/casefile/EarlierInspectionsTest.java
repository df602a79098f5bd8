package org.pentimento.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.event.RunCancelled;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.event.RunStarted;

class EarlierInspectionsTest {
  private static String begin(CaseFile file, String id, String model, int seed) throws IOException {
    String asked = file.blobs().putJson(Map.of("model", Map.of("digest", model), "seed", seed));
    file.record(new RunStarted(id, id, asked, RunKind.MODEL_INSPECTION));
    return asked;
  }

  private static List<String> before(CaseFile file, String id) throws IOException {
    return EarlierInspections.of(file, file.run(id).orElseThrow()).stream()
        .map(RunRecord::id)
        .toList();
  }

  @Test
  void countsThoseOfThisModelThatWereBegunBeforeWhateverBecameOfThem(@TempDir Path folder)
      throws Exception {
    try (CaseFile file =
        CaseFile.create(folder.resolve("c.case"), new CaseInfo("A", "", "", "", "UTC", ""))) {
      begin(file, "model-inspection-1", "aaaa", 1);
      file.record(new RunCancelled("model-inspection-1"));
      begin(file, "model-inspection-2", "bbbb", 1);
      begin(file, "model-inspection-3", "aaaa", 2);
      String gone = begin(file, "model-inspection-4", "aaaa", 3);
      assertThat(before(file, "model-inspection-1")).isEmpty();
      assertThat(before(file, "model-inspection-2")).isEmpty();
      assertThat(before(file, "model-inspection-3")).containsExactly("model-inspection-1");
      assertThat(before(file, "model-inspection-4"))
          .containsExactly("model-inspection-1", "model-inspection-3");
      Files.delete(file.blobs().path(gone));
      assertThat(before(file, "model-inspection-4")).as("a redacted copy").isEmpty();
    }
  }
}
