package org.pentimento.cli.console;

import sun.misc.Signal;
import sun.misc.SignalHandler;

/** What Ctrl-C and a terminal that closes do to this process. */
public final class Interrupts {
  private Interrupts() {}

  /** Ctrl-C ends the process at once, as cancelled. */
  public static void end() {
    onCtrlC(signal -> Runtime.getRuntime().halt(ExitStatus.CANCELLED));
  }

  /** Ctrl-C makes a request the first time; the second time it ends the process at once. */
  public static void ask(Runnable request) {
    onCtrlC(
        signal -> {
          end();
          request.run();
        });
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
