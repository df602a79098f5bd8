package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * An inspection has a result.
 *
 * @param run id of the run
 * @param result SHA-256 of the blob with its {@code InspectionResult}
 */
public record InspectionFinished(String run, String result) implements RunEvent.End {
  /** The name of the event in the log. */
  public static final String ACTION = "inspection-finished";

  /** Refuses null. */
  public InspectionFinished {
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
    return List.of(new BlobReference(result, DocumentKind.INSPECTION));
  }
}
