package org.pentimento.jobs.task;

import java.nio.file.Path;
import org.pentimento.api.Progress;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.Exported;

/** Entries of custody logs about what was taken out of cases. */
final class Exports {
  private Exports() {}

  /** Records one; if that is not possible, the person is told so. */
  static void log(Path caseFolder, Exported event, Progress progress) {
    String problem = CaseFile.log(caseFolder, event);
    if (!problem.isEmpty()) {
      progress.note(problem);
    }
  }
}
