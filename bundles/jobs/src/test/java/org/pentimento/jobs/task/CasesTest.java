package org.pentimento.jobs.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.Progress;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.CaseInfo;

class CasesTest {
  @TempDir Path folder = Path.of("");
  private final List<String> notes = new ArrayList<>();
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
        public void checkCancelled() {}
      };

  @BeforeEach
  void keepTheKeyApart() {
    System.setProperty("pentimento.config", folder.resolve("config").toString());
  }

  private CaseFile create() throws IOException {
    return CaseFile.create(folder.resolve("a.case"), new CaseInfo("e", "", "", "", "UTC", ""));
  }

  /** A blob that nothing names makes the end of a writer write to the log, which is then gone. */
  private static void spoilTheEnd(CaseFile caseFile) throws IOException {
    caseFile.blobs().put(new byte[] {1, 2, 3});
    Path log = caseFile.folder().resolve("custody.jsonl");
    Files.delete(log);
    Files.createDirectory(log);
  }

  @Test
  void workThatIsDoneStaysDoneIfTheCaseCannotBeClosed() throws Exception {
    String result =
        Cases.write(
            create(),
            progress,
            caseFile -> {
              spoilTheEnd(caseFile);
              return "done";
            });
    assertThat(result).isEqualTo("done");
    assertThat(notes).singleElement().asString().contains("could not be closed in good order");
  }

  @Test
  void aFailureOfTheWorkIsTheOneThatIsTold() throws Exception {
    CaseFile opened = create();
    assertThatThrownBy(
            () ->
                Cases.write(
                    opened,
                    progress,
                    caseFile -> {
                      spoilTheEnd(caseFile);
                      throw new IOException("the work failed");
                    }))
        .hasMessage("the work failed");
    assertThat(notes).isEmpty();
  }
}
