package org.pentimento.workbench.run.findings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.RunRecord;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.run.findings.Finding.Severity;

/** Reads the findings of cases. A result never changes, so it is read once. */
final class CaseFindings {
  private record Key(Path caseFolder, String run, String result) {}

  private final Map<Key, List<Finding>> known = new HashMap<>();

  /** All that open cases claim; reads files, so not to be called in the display's thread. */
  synchronized List<Finding> of(List<OpenCase> cases) {
    List<Finding> findings = new ArrayList<>();
    for (OpenCase open : cases) {
      if (open instanceof OpenCase.Unreadable bad) {
        findings.add(
            new Finding(
                Severity.SERIOUS, bad.problem() + " " + bad.remedy(), "", bad.folder(), null, ""));
      } else if (open instanceof OpenCase.Read read) {
        read.runs().forEach(run -> findings.addAll(of(read.folder(), run)));
      }
    }
    return findings;
  }

  private List<Finding> of(Path folder, RunRecord run) {
    if (run.result().isEmpty()) {
      return List.of(Finding.of(folder, run));
    }
    Key key = new Key(folder, run.id(), run.result());
    List<Finding> before = known.get(key);
    if (before != null) {
      return before;
    }
    try (CaseFile file = CaseFile.openForReading(folder)) {
      List<Finding> read =
          Finding.of(folder, run, file.blobs().readJson(run.result(), RunResult.class));
      known.put(key, read);
      return read;
    } catch (IOException | UncheckedIOException e) {
      return List.of(
          new Finding(
              Severity.SERIOUS,
              "The result of the run cannot be read: "
                  + e.getMessage()
                  + " Verify the case in the Custody view.",
              "",
              folder,
              Finding.of(folder, run).run(),
              ""));
    }
  }
}
