package org.pentimento.registry.guard;

import org.pentimento.api.data.Pair;

/**
 * What a thread asks extensions about at the moment, so that an error can name it. Holds until it
 * is closed, by the thread that opened it.
 */
public final class AskedAbout implements AutoCloseable {
  private static final ThreadLocal<String> CURRENT = ThreadLocal.withInitial(() -> "");

  private final String before;

  private AskedAbout(String before) {
    this.before = before;
  }

  /**
   * Begins to ask about something.
   *
   * @param words such as {@code pair f-005}
   */
  public static AskedAbout of(String words) {
    AskedAbout about = new AskedAbout(CURRENT.get());
    CURRENT.set(words);
    return about;
  }

  /** Begins to ask about a pair. */
  public static AskedAbout pair(Pair pair) {
    return of("pair " + pair.id());
  }

  /** What this thread asks about; empty if nothing single. */
  static String current() {
    return CURRENT.get();
  }

  @Override
  public void close() {
    CURRENT.set(before);
  }
}
