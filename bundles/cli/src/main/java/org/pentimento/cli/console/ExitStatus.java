package org.pentimento.cli.console;

/** What the exit status of a command means. */
public final class ExitStatus {
  /** Done. */
  public static final int DONE = 0;

  /** The command line cannot be understood. */
  public static final int WRONG_USAGE = 2;

  /** Something given cannot be used. */
  public static final int BAD_INPUT = 3;

  /** Cancelled before it was done. */
  public static final int CANCELLED = 4;

  /** The product failed. */
  public static final int OUR_FAULT = 5;

  private ExitStatus() {}
}
