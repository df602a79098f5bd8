package org.pentimento.cli;

/** What the exit status of a command means. */
final class ExitStatus {
  static final int DONE = 0;
  static final int WRONG_USAGE = 2;
  static final int BAD_INPUT = 3;
  static final int CANCELLED = 4;
  static final int OUR_FAULT = 5;

  private ExitStatus() {}
}
