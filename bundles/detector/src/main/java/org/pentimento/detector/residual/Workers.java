package org.pentimento.detector.residual;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Work in pieces on all processors. Each piece writes to places of its own, so that the result is
 * the same to the bit on any number of processors.
 */
public final class Workers {
  private Workers() {}

  /** Carries out pieces 0 to {@code pieces} - 1, in any order. */
  public static void each(int pieces, IntConsumer piece) {
    IntStream.range(0, pieces).parallel().forEach(piece);
  }
}
