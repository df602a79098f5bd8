package org.pentimento.testing;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * How a check went.
 *
 * @param check its name
 * @param verdict how it went
 * @param detail what the extension did instead, or why it could not be checked; empty if it passed
 */
public record Outcome(String check, Verdict verdict, String detail) {
  /** How a check can go. */
  public enum Verdict {
    /** The extension does what it must. */
    PASSED("passed"),
    /** It does not. */
    FAILED("failed"),
    /** This cannot be asked of it. */
    NOT_APPLICABLE("not applicable");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    /** In words for a person. */
    public String words() {
      return words;
    }
  }

  /**
   * Makes a check in a thread of its own, which is left behind if it does not end.
   *
   * @param patience how long it may take
   */
  public static Outcome of(Check check, Duration patience) {
    FutureTask<@Nullable Throwable> work = new FutureTask<>(() -> thrown(check));
    Thread thread = new Thread(work, "check: " + check.name());
    thread.setDaemon(true);
    thread.start();
    Throwable thrown;
    try {
      thrown = work.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      String where = place(thread.getStackTrace());
      thread.interrupt();
      thrown = new AssertionError("took longer than " + patience.toSeconds() + " s" + where);
    } catch (ExecutionException e) {
      thrown = e.getCause();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      thrown = new NotApplicableException("the check was interrupted");
    }
    if (thrown == null) {
      return new Outcome(check.name(), Verdict.PASSED, "");
    }
    String message = String.valueOf(thrown.getMessage());
    if (thrown instanceof NotApplicableException) {
      return new Outcome(check.name(), Verdict.NOT_APPLICABLE, message);
    }
    return new Outcome(
        check.name(),
        Verdict.FAILED,
        thrown instanceof AssertionError
            ? message
            : "threw " + thrown + place(thrown.getStackTrace()));
  }

  private static @Nullable Throwable thrown(Check check) {
    try {
      check.body().run();
      return null;
    } catch (Throwable thrown) { // whatever it is, it is the extension's
      return thrown;
    }
  }

  /** Where in the extension's own code that was. */
  private static String place(StackTraceElement[] stack) {
    for (StackTraceElement one : stack) {
      String type = one.getClassName();
      if (!type.startsWith("java.")
          && !type.startsWith("jdk.")
          && !type.startsWith("org.pentimento.testing.")
          && !type.startsWith("org.pentimento.api.")) {
        return " at " + one;
      }
    }
    return "";
  }
}
