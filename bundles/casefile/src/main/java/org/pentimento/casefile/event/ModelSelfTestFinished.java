package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A self-test of detectors of models has a result.
 *
 * @param run id of the run
 * @param result SHA-256 of the blob with its {@code ModelSelfTestResult}
 */
public record ModelSelfTestFinished(String run, String result) implements RunEvent.End {
  /** The name of the event in the log. */
  public static final String ACTION = "model-self-test-finished";

  /** Refuses null. */
  public ModelSelfTestFinished {
    requireNonNull(run, "run");
    requireNonNull(result, "result");
  }

  @Override
  public String action() {
    return ACTION;
  }

  @Override
  public RunRecord.State state() {
    return RunRecord.State.FINISHED;
  }

  @Override
  public List<BlobReference> blobs() {
    return List.of(new BlobReference(result, DocumentKind.SELF_TEST));
  }
}
