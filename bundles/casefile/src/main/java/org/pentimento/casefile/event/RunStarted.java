package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A run was started, or started again after it had ended without a result.
 *
 * @param run id of the run
 * @param name of its plan
 * @param plan SHA-256 of the blob with the plan
 */
public record RunStarted(String run, String name, String plan) implements RunEvent {
  /** The name of the event in the log. */
  public static final String ACTION = "run-started";

  /** Refuses null. */
  public RunStarted {
    requireNonNull(run, "run");
    requireNonNull(name, "name");
    requireNonNull(plan, "plan");
  }

  @Override
  public String action() {
    return ACTION;
  }

  @Override
  public List<BlobReference> blobs() {
    return List.of(BlobReference.leaf(plan));
  }

  @Override
  public <X extends Exception> void index(EventRows<X> rows) throws X {
    rows.runStarted(this);
  }
}
