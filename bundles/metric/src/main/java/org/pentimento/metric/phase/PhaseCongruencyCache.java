package org.pentimento.metric.phase;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps the filters of the sizes used last. They depend on the size only, building them takes
 * longer than using them, and data sets have one size or few. Safe for use from several threads.
 */
public final class PhaseCongruencyCache {
  private static final int ENTRIES = 4;

  /** A larger image's filters are built anew for each use: they would fill the memory. */
  private static final int MOST_PIXELS = 1 << 20;

  private record Size(int width, int height) {}

  private final Map<Size, PhaseCongruency> entries =
      new LinkedHashMap<>(2 * ENTRIES, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Size, PhaseCongruency> eldest) {
          return size() > ENTRIES;
        }
      };

  /** Phase congruency of images of a size, built if it is not cached. */
  public PhaseCongruency forSize(int width, int height) {
    if ((long) width * height > MOST_PIXELS) {
      return new PhaseCongruency(width, height);
    }
    // Built under the lock: threads that start together on one size should not all build it.
    synchronized (entries) {
      return entries.computeIfAbsent(
          new Size(width, height), size -> new PhaseCongruency(size.width(), size.height()));
    }
  }
}
