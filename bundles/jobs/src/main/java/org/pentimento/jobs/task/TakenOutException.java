package org.pentimento.jobs.task;

import org.pentimento.api.CancelledException;

/** A plan was taken out of the line of a case before its turn came. */
public final class TakenOutException extends CancelledException {
  private static final long serialVersionUID = 1L;

  private final String plan;

  TakenOutException(String plan) {
    this.plan = plan;
  }

  /** What happened, for a person. */
  public String words() {
    return "The plan '"
        + plan
        + "' was taken out of the line before it began. The same command puts it at the end of the"
        + " line again.";
  }
}
