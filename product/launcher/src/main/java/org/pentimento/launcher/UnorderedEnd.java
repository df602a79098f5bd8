package org.pentimento.launcher;

import java.util.Map;

/**
 * Watches for an end of this process that the product did not order, such as a library or an
 * extension that calls {@link System#exit}: whatever status it wanted, the process failed.
 */
final class UnorderedEnd extends Thread {
  private final int status;

  /**
   * Something to be done when the process ends.
   *
   * @param status of the process if nobody ordered its end
   */
  UnorderedEnd(int status) {
    super("end that nobody ordered");
    this.status = status;
  }

  @Override
  public void run() {
    for (Map.Entry<Thread, StackTraceElement[]> thread : Thread.getAllStackTraces().entrySet()) {
      StackTraceElement[] calls = thread.getValue();
      for (int i = 0; i < calls.length - 1; i++) {
        if (calls[i].getClassName().equals("java.lang.Runtime")
            && calls[i].getMethodName().equals("exit")) {
          System.err.println(
              "Error: "
                  + culprit(calls, i + 1)
                  + " ended Pentimento before its work was done; nothing that it said of success"
                  + " holds.");
          System.err.flush();
          Runtime.getRuntime().halt(status);
        }
      }
    }
    // A signal ends the process; its status says so.
  }

  private static String culprit(StackTraceElement[] calls, int from) {
    int at = from;
    while (at < calls.length - 1 && calls[at].getClassName().startsWith("java.lang.")) {
      at++;
    }
    return calls[at].getClassName() + "." + calls[at].getMethodName();
  }
}
