package org.pentimento.audit.selftest.grid;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Descriptor.Need;
import org.pentimento.audit.data.Hashes;
import org.pentimento.audit.data.Shuffle;
import org.pentimento.casefile.json.CanonicalJson;

/** What grids of self-tests share: seeds, turns, and which extensions can be used. */
final class Lots {
  private Lots() {}

  /** A seed from 0 to 2^31 - 1 that depends on some values alone. */
  static long seed(Object... of) {
    String hash = Hashes.sha256(CanonicalJson.bytes(List.of(of)));
    return Long.parseLong(hash.substring(0, 8), 16) >>> 1;
  }

  /**
   * The members of a grid in the order in which they are made: groups take turns, each giving one
   * of its members by lot. So the first of them are some of everything, wherever it ends.
   *
   * @param word of the group of a member
   * @param limit largest number of members, null for all
   * @param seed of the lots
   */
  static <T> List<T> inTurn(
      List<T> all, Function<T, String> word, @Nullable Integer limit, long seed) {
    Map<String, Deque<T>> groups = new LinkedHashMap<>();
    for (T one : Shuffle.shuffled(all, new SplittableRandom(seed))) {
      groups.computeIfAbsent(word.apply(one), w -> new ArrayDeque<>()).add(one);
    }
    List<T> inTurn = new ArrayList<>();
    while (inTurn.size() < all.size()) {
      for (Deque<T> group : groups.values()) {
        if (!group.isEmpty()) {
          inTurn.add(group.remove());
        }
      }
    }
    return limit == null ? inTurn : inTurn.subList(0, Math.min(limit, inTurn.size()));
  }

  /**
   * Ids of the extensions that can be used.
   *
   * @param eyes whether the eyes of all pairs are known
   * @param leftOut gets the others, with the reason
   */
  static List<String> usable(
      List<Descriptor> descriptors, boolean eyes, Map<String, String> leftOut) {
    List<String> usable = new ArrayList<>();
    for (Descriptor descriptor : descriptors) {
      if (descriptor.needs().contains(Need.EYE_POINTS) && !eyes) {
        leftOut.put(descriptor.id(), "It needs eye points, which not all pairs have.");
      } else {
        usable.add(descriptor.id());
      }
    }
    return usable;
  }
}
