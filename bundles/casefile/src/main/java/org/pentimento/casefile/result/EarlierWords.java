package org.pentimento.casefile.result;

import java.util.List;
import java.util.Map;

/**
 * The sentences that a result of schema 1 holds. Later results hold facts alone.
 *
 * @param conclusions of the comparison, the most important first
 * @param reach about how far the trigger could act, or empty
 * @param blindness about what each metric sees, by id of the metric
 */
public record EarlierWords(List<String> conclusions, String reach, Map<String, String> blindness) {
  /** Keeps copies. */
  public EarlierWords {
    conclusions = List.copyOf(conclusions);
    blindness = Map.copyOf(blindness);
  }
}
