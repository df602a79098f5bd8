package org.pentimento.workbench.cases;

import java.io.IOException;
import java.nio.file.Path;
import org.pentimento.casefile.CaseFile;
import org.pentimento.plan.StoredPlan;

/** The plan of a run, as its case holds it. */
public final class RecordedPlan {
  private RecordedPlan() {}

  /**
   * The text of a plan that was carried out. Not for the display's thread.
   *
   * @param sha256 of its blob
   */
  public static String text(Path caseFolder, String sha256) throws IOException {
    try (CaseFile file = CaseFile.openForReading(caseFolder)) {
      return StoredPlan.text(file.blobs().read(sha256));
    }
  }
}
