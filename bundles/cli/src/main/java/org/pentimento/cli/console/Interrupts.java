package org.pentimento.cli.console;

import sun.misc.Signal;
import sun.misc.SignalHandler;

/** What Ctrl-C and a terminal that closes do to this process. */
public final class Interrupts {
  private Interrupts() {}

  /** Ctrl-C ends the process at once, as cancelled; so does the signal TERM. */
  public static void end() {
    SignalHandler handler = signal -> Runtime.getRuntime().halt(ExitStatus.CANCELLED);
    onCtrlC(handler);
    Signal.handle(new Signal("TERM"), handler);
  }

  /**
   * Ctrl-C makes a request the first time; the second time it ends the process at once. Whoever ends
   * the process by the signal TERM is heard as if by Ctrl-C, so that no job is left behind.
   */
  public static void ask(Runnable request) {
    SignalHandler handler =
        signal -> {
          end();
          request.run();
        };
    onCtrlC(handler);
    Signal.handle(new Signal("TERM"), handler);
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
