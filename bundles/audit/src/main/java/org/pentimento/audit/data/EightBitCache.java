package org.pentimento.audit.data;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageSource;

/**
 * Keeps decoded images as bytes up to a budget and forgets the longest unused, so that a data set
 * of any size takes constant memory and a small one is decoded once.
 */
public final class EightBitCache {
  private final long budget;
  private final Map<Object, EightBit> kept = new LinkedHashMap<>(64, .75f, true);
  private long held;

  /** As the person wants it, never more than half the heap; a third of the heap by default. */
  public static long standardBudget() {
    long heap = Runtime.getRuntime().maxMemory();
    long wanted = Long.getLong("pentimento.cache.mib", 0);
    return wanted > 0 ? Math.min(wanted << 20, heap / 2) : Math.max(32L << 20, heap / 3);
  }

  /** Makes a cache of at most the given number of bytes. */
  public EightBitCache(long budget) {
    this.budget = budget;
  }

  /** The image of a key, taken from its source if it is not kept. */
  public Image get(Object key, ImageSource source) throws IOException {
    EightBit image;
    synchronized (this) {
      image = kept.get(key);
    }
    if (image == null) {
      image = EightBit.of(source.decode());
      keep(key, image);
    }
    return image.image();
  }

  private synchronized void keep(Object key, EightBit image) {
    EightBit before = kept.put(key, image);
    held += image.values().length - (before == null ? 0 : before.values().length);
    var oldest = kept.values().iterator();
    while (held > budget && oldest.hasNext()) {
      held -= oldest.next().values().length;
      oldest.remove();
    }
  }
}
