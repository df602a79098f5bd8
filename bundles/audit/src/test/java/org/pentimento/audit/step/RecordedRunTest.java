package org.pentimento.audit.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.CancelledException;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunRecord;

class RecordedRunTest {
  @TempDir Path folder;
  private CaseFile caseFile;

  @BeforeEach
  void open() throws IOException {
    System.setProperty("pentimento.config", folder.resolve("config").toString());
    caseFile = CaseFile.create(folder.resolve("a.case"), new CaseInfo("e", "", "", "", "UTC", ""));
  }

  @AfterEach
  void close() throws IOException {
    caseFile.close();
  }

  @Test
  void aRunThatWasLeftAloneIsInterruptedAndNotCancelledAndGoesOn() throws IOException {
    assertThat(stateAfter(new LeftAloneException())).isEqualTo(RunRecord.State.INTERRUPTED);
    assertThat(stateAfter(new CancelledException())).isEqualTo(RunRecord.State.CANCELLED);
    assertThat(caseFile.runs()).hasSize(1);
  }

  private RunRecord.State stateAfter(CancelledException end) throws IOException {
    String plan = caseFile.blobs().put(new byte[] {1});
    RecordedRun run = RecordedRun.begin(caseFile, RunKind.AUDIT, "plan", plan);
    assertThatThrownBy(
            () ->
                run.carryOut(
                    id -> {
                      throw end;
                    }))
        .isSameAs(end);
    return caseFile.runs().get(0).state();
  }
}
