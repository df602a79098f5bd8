package org.pentimento.engine.training;

import java.util.SplittableRandom;

/**
 * In which order examples are learned from: one stream over all epochs, each a permutation of its
 * own. It depends on the seed alone, so any place of the stream can be found again.
 */
final class ExampleOrder {
  private final int examples;
  private final long seed;
  private long epoch = -1;
  private int[] permutation = {};

  ExampleOrder(int examples, long seed) {
    this.examples = examples;
    this.seed = seed;
  }

  /** The example at a place of the stream, counted from 0. */
  int at(long place) {
    long wanted = epoch(place);
    if (wanted != epoch) {
      permutation = shuffled(wanted);
      epoch = wanted;
    }
    return permutation[(int) (place % examples)];
  }

  /** The epoch of a place, counted from 0. */
  long epoch(long place) {
    return place / examples;
  }

  /** Fisher and Yates' shuffle as in D. E. Knuth, The Art of Computer Programming, 3.4.2 P. */
  private int[] shuffled(long ofEpoch) {
    SplittableRandom random = new SplittableRandom(Seeds.derive(seed, ofEpoch));
    int[] order = new int[examples];
    for (int i = 0; i < examples; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
