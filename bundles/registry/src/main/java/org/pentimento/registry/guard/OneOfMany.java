package org.pentimento.registry.guard;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks an extension what others are asked too, so that one that fails does not count. */
public final class OneOfMany {
  private OneOfMany() {}

  /**
   * What is asked.
   *
   * @param <T> what is answered
   */
  public interface Question<T> {
    Optional<T> ask() throws IOException;
  }

  /**
   * Asks.
   *
   * @param problems told what an extension did wrong, in a sentence that names it
   * @return empty if it failed too
   */
  public static <T> Optional<T> ask(Question<T> question, Consumer<String> problems)
      throws IOException {
    try {
      return question.ask();
    } catch (IOException | RuntimeException e) {
      ExtensionFailedException failed = ExtensionFailedException.behind(e).orElse(null);
      if (failed == null) {
        throw e;
      }
      problems.accept(String.valueOf(failed.getMessage()));
      return Optional.empty();
    }
  }
}
