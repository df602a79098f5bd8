package org.pentimento.audit.inspection;

import java.io.IOException;
import java.util.Map;
import org.pentimento.api.CancelledException;
import org.pentimento.api.image.Image;
import org.pentimento.audit.image.Pngs;
import org.pentimento.audit.step.Steps;
import org.pentimento.casefile.CaseFile;

/** Findings as steps of a run of a case. */
public final class CaseFindings implements FindingStore {
  private static final String STEP = "inspect";
  private static final String FINDING = "finding";

  private final CaseFile caseFile;
  private final Steps steps;
  private final Pngs pngs;

  /**
   * Keeps findings in a case.
   *
   * @param steps of the run that asks
   */
  public CaseFindings(CaseFile caseFile, Steps steps, Pngs pngs) {
    this.caseFile = caseFile;
    this.steps = steps;
    this.pngs = pngs;
  }

  @Override
  public Kept once(Map<String, ?> inputs, Asking asking) throws IOException, CancelledException {
    Map<String, String> results =
        steps.once(
            STEP,
            inputs,
            () ->
                Map.of(
                    FINDING, caseFile.blobs().putJson(StoredFinding.of(asking.ask(), pngs::put))));
    return new Kept(
        Steps.key(STEP, inputs),
        caseFile
            .blobs()
            .readJson(Steps.result(results, FINDING), StoredFinding.class)
            .finding(pngs::get));
  }

  @Override
  public String put(Image image) throws IOException {
    return pngs.put(image);
  }
}
