package org.pentimento.engine.training;

import java.util.List;
import java.util.stream.IntStream;
import org.pentimento.api.BadInputException;

/**
 * Which examples are learned from and which are held out to see when to stop.
 *
 * @param learned indices of examples
 * @param held the others; empty if nothing is held out
 */
record HeldOutSplit(List<Integer> learned, List<Integer> held) {
  private static final int ONE_IN = 10;

  /** Holds nothing out. */
  static HeldOutSplit whole(int examples) {
    return new HeldOutSplit(IntStream.range(0, examples).boxed().toList(), List.of());
  }

  /**
   * Holds out one example in ten, at least one, drawn by the seed.
   *
   * @throws BadInputException if there are too few
   */
  static HeldOutSplit holdingOut(int examples, long seed) throws BadInputException {
    if (examples < 2) {
      throw new BadInputException(
          "Early stopping holds out a part of the training pairs, but there is only one.",
          "Train on more pairs, or set 'patience' to 0.");
    }
    int held = Math.max(1, examples / ONE_IN);
    ExampleOrder order = new ExampleOrder(examples, seed);
    return new HeldOutSplit(
        IntStream.range(held, examples).map(order::at).boxed().toList(),
        IntStream.range(0, held).map(order::at).boxed().toList());
  }
}
