package org.pentimento.registry.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.generator.DivergedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what an extension threw by its own fault from what it may throw. */
record Failures(Called called, boolean ours) {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
  private static final int DEEPEST = 20;
  private static final int LONGEST = 300;

  /**
   * What is thrown in place of what an extension threw.
   *
   * @param given tells whether it comes from elsewhere
   * @param declared exceptions of the method
   */
  Throwable of(Throwable thrown, Given given, Class<?>[] declared) {
    Throwable calledBack = given.calledBack();
    boolean known = Arrays.stream(declared).anyMatch(type -> type.isInstance(thrown));
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof ExtensionFailedException failed) {
        return rethrown(failed, declared);
      }
      if (cause == calledBack) {
        return thrown == calledBack || known || thrown instanceof RuntimeException ? thrown : cause;
      }
      if (cause instanceof BadInputException && (known || thrown instanceof RuntimeException)) {
        return thrown;
      }
      cause = cause.getCause();
    }
    if (thrown instanceof CancelledException
        ? given.isCancelled()
        : known && (thrown instanceof DivergedException || isOfTheDisk(thrown))) {
      return thrown;
    }
    if (thrown instanceof OutOfMemoryError && ours) {
      return thrown; // the settings ask for too much
    }
    LOG.error("{} failed in {}", called.who(), called.call(), thrown);
    return new ExtensionFailedException(called, AskedAbout.current(), words(thrown));
  }

  private static boolean isOfTheDisk(Throwable thrown) {
    String message = String.valueOf(thrown.getMessage());
    return thrown instanceof FileSystemException
        || (thrown instanceof IOException
            && (message.contains("No space left") || message.contains("quota")));
  }

  private static Throwable rethrown(ExtensionFailedException failed, Class<?>[] declared) {
    return Arrays.stream(declared).anyMatch(type -> type.isInstance(failed))
        ? failed
        : new UncheckedIOException(failed);
  }

  /** An exception's own words; what kind of error it is where those are a name alone. */
  private static String words(Throwable thrown) {
    if (thrown instanceof OutOfMemoryError) {
      return "it ran out of memory";
    }
    if (thrown instanceof CancelledException) {
      return "it stopped although nobody had asked it to";
    }
    String message = thrown.getMessage();
    String said = message == null ? "" : GivenText.plain(message, LONGEST).strip();
    String type = thrown.getClass().getSimpleName();
    String words = said.isEmpty() ? type : thrown instanceof Error ? type + ", " + said : said;
    return words.replaceFirst("[.]+$", "");
  }
}
