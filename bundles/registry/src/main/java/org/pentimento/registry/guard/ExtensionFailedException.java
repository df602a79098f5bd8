package org.pentimento.registry.guard;

import java.util.Optional;
import org.pentimento.api.BadInputException;

/** An extension did something that it must not, or did not answer. */
public final class ExtensionFailedException extends BadInputException {
  private static final long serialVersionUID = 1L;

  private static final int DEEPEST = 20;

  private final transient Called called;
  private final String subject;
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
    this.subject = subject;
    this.problem = problem;
  }

  /** The failure of an extension that something else came of; empty if it came of another thing. */
  public static Optional<ExtensionFailedException> behind(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof ExtensionFailedException failed) {
        return Optional.of(failed);
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  /** What failed. */
  public Called called() {
    return called;
  }

  /** What it was called for, such as {@code pair f-005}; empty if for nothing single. */
  public String subject() {
    return subject;
  }

  /** What it did, as the end of a sentence without a full stop. */
  public String problem() {
    return problem;
  }
}
