package org.pentimento.engine.training;

import java.util.stream.IntStream;
import org.pentimento.api.BadInputException;

/**
 * Which examples are learned from and which are held out to see when to stop.
 *
 * @param learned indices of examples
 * @param held the others; empty if nothing is held out
 */
record Division(int[] learned, int[] held) {
  private static final int ONE_IN = 10;

  /** Holds nothing out. */
  static Division whole(int examples) {
    return new Division(IntStream.range(0, examples).toArray(), new int[0]);
  }

  /**
   * Holds out one example in ten, at least one, drawn by the seed.
   *
   * @throws BadInputException if there are too few
   */
  static Division holdingOut(int examples, long seed) throws BadInputException {
    if (examples < 2) {
      throw new BadInputException(
          "Early stopping holds out a part of the training pairs, but there is only one.",
          "Train on more pairs, or set 'patience' to 0.");
    }
    int held = Math.max(1, examples / ONE_IN);
    ExampleOrder order = new ExampleOrder(examples, seed);
    return new Division(
        IntStream.range(held, examples).map(order::at).toArray(),
        IntStream.range(0, held).map(order::at).toArray());
  }
}
