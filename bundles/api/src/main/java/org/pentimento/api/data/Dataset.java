package org.pentimento.api.data;

import java.util.List;

/**
 * What a format found.
 *
 * @param pairs in a stable order; their images are decoded on demand
 * @param skipped every file that was left out, with its reason
 */
public record Dataset(List<Pair> pairs, List<Skipped> skipped) {
  /** Keeps copies that nobody changes. */
  public Dataset {
    pairs = List.copyOf(pairs);
    skipped = List.copyOf(skipped);
  }

  /** How many pairs are meant for the given use. */
  public long count(Split split) {
    return pairs.stream().filter(p -> p.split() == split).count();
  }
}
