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
final class EightBitCache {
  private final long budget;
  private final Map<Object, EightBit> kept = new LinkedHashMap<>(64, .75f, true);
  private long held;

  /** Makes a cache of at most the given number of bytes. */
  EightBitCache(long budget) {
    this.budget = budget;
  }

  /** The image of a key, taken from its source if it is not kept. */
  Image get(Object key, ImageSource source) throws IOException {
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
