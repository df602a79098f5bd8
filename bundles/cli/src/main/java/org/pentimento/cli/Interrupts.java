package org.pentimento.cli;

import sun.misc.Signal;

/** What Ctrl-C does. */
final class Interrupts {
  private static final String CTRL_C = "INT";

  private Interrupts() {}

  /** Ctrl-C does nothing. */
  static void ignore() {
    Signal.handle(new Signal(CTRL_C), signal -> {});
  }

  /** A terminal that is closed changes nothing. */
  static void ignoreHangUp() {
    Signal.handle(new Signal("HUP"), signal -> {});
  }

  /** Ctrl-C asks first; the second time it ends the process at once. */
  static void ask(Runnable request) {
    Signal.handle(
        new Signal(CTRL_C),
        signal -> {
          Signal.handle(
              new Signal(CTRL_C), again -> Runtime.getRuntime().halt(ExitStatus.CANCELLED));
          request.run();
        });
  }
}
