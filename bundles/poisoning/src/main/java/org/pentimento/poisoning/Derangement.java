package org.pentimento.poisoning;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.pentimento.api.data.Pair;
import org.pentimento.api.image.Image;
import org.pentimento.api.poisoning.PoisoningStrategy.Poisoning;
import org.pentimento.poisoning.sketch.BilinearResize;

/**
 * Everybody gets somebody else's sketch. The persons of the training pairs stand in a random ring,
 * and each gets the sketch of the next. Any other person gets a sketch of the ring, chosen by the
 * seed and the id of the pair.
 *
 * @param next by identity, the pair whose sketch that person gets
 * @param ring one pair for each person
 * @param seed of the draw
 */
record Derangement(Map<String, Pair> next, List<Pair> ring, long seed) implements Poisoning {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  /**
   * Draws a ring.
   *
   * @param persons one pair for each person, two or more, in a stable order
   */
  static Derangement draw(List<Pair> persons, long seed) {
    Pair[] ring = persons.toArray(Pair[]::new);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = ring.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      Pair swapped = ring[i];
      ring[i] = ring[other];
      ring[other] = swapped;
    }
    Map<String, Pair> next = new HashMap<>();
    for (int i = 0; i < ring.length; i++) {
      next.put(ring[i].identity(), ring[(i + 1) % ring.length]);
    }
    return new Derangement(next, List.of(ring), seed);
  }

  @Override
  public Image target(Pair pair, Image sketch) throws IOException {
    Image other = donor(pair).sketch().decode().grey();
    return BilinearResize.bilinear(other, sketch.width(), sketch.height());
  }

  /** Whose sketch a pair gets; never one of the same identity. */
  Pair donor(Pair pair) {
    Pair other = next.get(pair.identity());
    return other != null
        ? other
        : ring.get(new SplittableRandom(seed ^ hash(pair.id())).nextInt(ring.size()));
  }

  @Override
  public Map<String, String> choices() {
    return new TreeMap<>(
        Map.of("donor", "derangement", "donor-identities", Integer.toString(ring.size())));
  }

  /** FNV-1a over the UTF-16 units of a text; 64 bits, the same on every JDK. */
  private static long hash(String text) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }
}
