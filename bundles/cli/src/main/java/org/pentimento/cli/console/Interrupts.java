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
    Signal.handle(TERM, signal -> terminate());
  }

  /**
   * Ctrl-C makes a request the first time, and so does the signal TERM, which nobody may have
   * wanted for this work: a computer that is switched off sends it to all. The second time both end
   * the process at once.
   *
   * @param request of somebody who wants the work to end
   * @param interruption of the work by the system
   */
  public static void ask(Runnable request, Runnable interruption) {
    onCtrlC(once(request));
    Signal.handle(TERM, once(interruption));
  }

  private static SignalHandler once(Runnable request) {
    return signal -> {
      end();
      request.run();
    };
  }

  /** Ends the process at once, as the signal TERM does. */
  static void terminate() {
    Runtime.getRuntime().halt(TERMINATED);
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
