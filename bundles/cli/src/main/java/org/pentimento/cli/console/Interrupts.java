package org.pentimento.cli.console;

import sun.misc.Signal;
import sun.misc.SignalHandler;

/** What Ctrl-C and a terminal that closes do to this process. */
public final class Interrupts {
  private static final Signal TERM = new Signal("TERM");

  /** As shells count it. */
  private static final int TERMINATED = 128 + 15;

  private Interrupts() {}

  /** Ctrl-C ends the process at once, as cancelled; the signal TERM ends it too. */
  public static void end() {
    onCtrlC(signal -> Runtime.getRuntime().halt(ExitStatus.CANCELLED));
    Signal.handle(TERM, signal -> Runtime.getRuntime().halt(TERMINATED));
  }

  /**
   * Ctrl-C makes a request the first time; the second time it ends the process at once. The signal
   * TERM makes the same request, so that no job is left behind.
   */
  public static void ask(Runnable request) {
    SignalHandler handler =
        signal -> {
          end();
          request.run();
        };
    onCtrlC(handler);
    Signal.handle(TERM, handler);
  }

  /** Ctrl-C does nothing. */
  public static void ignore() {
    onCtrlC(signal -> {});
  }

  /** A terminal that closes does nothing. */
  public static void ignoreHangUp() {
    Signal.handle(new Signal("HUP"), signal -> {});
  }

  private static void onCtrlC(SignalHandler handler) {
    Signal.handle(new Signal("INT"), handler);
  }
}
