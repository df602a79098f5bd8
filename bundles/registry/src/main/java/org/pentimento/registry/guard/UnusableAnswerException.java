package org.pentimento.registry.guard;

/** What an extension gave cannot be used. */
final class UnusableAnswerException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String problem;

  /**
   * Makes the error.
   *
   * @param problem what it gave, as the end of a sentence without a full stop
   */
  UnusableAnswerException(String problem) {
    super(problem);
    this.problem = problem;
  }

  String problem() {
    return problem;
  }
}
