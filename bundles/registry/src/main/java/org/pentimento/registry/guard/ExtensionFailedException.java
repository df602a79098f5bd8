package org.pentimento.registry.guard;

import org.pentimento.api.BadInputException;

/** An extension did something that it must not, or did not answer. */
public final class ExtensionFailedException extends BadInputException {
  private static final long serialVersionUID = 1L;

  private final transient Called called;
  private final String problem;

  /**
   * Makes the error.
   *
   * @param called what failed
   * @param subject what it was called for, such as {@code pair f-005}; empty if for nothing single
   * @param problem what it did, as the end of a sentence without a full stop
   */
  public ExtensionFailedException(Called called, String subject, String problem) {
    super(
        called.who()
            + " failed in "
            + called.call()
            + (subject.isEmpty() ? "" : " for " + subject)
            + ": "
            + problem
            + ".",
        "Leave it out, or ask whoever made it. Details are in the log.");
    this.called = called;
    this.problem = problem;
  }

  /** What failed. */
  public Called called() {
    return called;
  }

  /** What it did, as the end of a sentence without a full stop. */
  public String problem() {
    return problem;
  }
}
