package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A run has a result.
 *
 * @param run id of the run
 * @param result SHA-256 of the blob with its {@code RunResult}
 */
public record RunFinished(String run, String result) implements RunEvent.End {
  /** The name of the event in the log. */
  public static final String ACTION = "run-finished";

  /** Refuses null. */
  public RunFinished {
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
    return List.of(new BlobReference(result, DocumentKind.RESULT));
  }

  @Override
  public <X extends Exception> void index(EventRows<X> rows) throws X {
    rows.runEnded(this);
    rows.result(this);
  }
}
