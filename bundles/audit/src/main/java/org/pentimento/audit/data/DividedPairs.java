package org.pentimento.audit.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.pentimento.api.BadInputException;
import org.pentimento.api.data.Pair;
import org.pentimento.api.data.Split;
import org.pentimento.plan.Plan;

/**
 * Pairs divided for training and testing; no person is divided, unless the data set itself does.
 *
 * @param train pairs to learn from
 * @param test pairs to try models on
 */
public record DividedPairs(List<Pair> train, List<Pair> test) {
  /**
   * Divides pairs as a plan wants it.
   *
   * @throws BadInputException if there are too few, or the data set does not say which are which
   */
  public static DividedPairs of(DatasetOpener.Opened opened, Plan.Split split)
      throws BadInputException {
    List<Pair> train = new ArrayList<>();
    List<Pair> test = new ArrayList<>();
    if (split.given()) {
      for (Pair pair : opened.pairs()) {
        if (pair.split() == Split.TRAIN) {
          train.add(pair);
        } else if (pair.split() == Split.TEST) {
          test.add(pair);
        }
      }
      if (train.isEmpty() || test.isEmpty()) {
        throw new BadInputException(
            "The data set '"
                + opened.name()
                + "' does not say which pairs are for training and which for testing.",
            "Write split: {train: N, test: M} in the plan; it has "
                + opened.pairs().size()
                + " pairs.");
      }
      return new DividedPairs(train, test);
    }
    Map<String, List<Pair>> persons = new LinkedHashMap<>();
    for (Pair pair : opened.pairs()) {
      persons.computeIfAbsent(pair.identity(), k -> new ArrayList<>()).add(pair);
    }
    List<List<Pair>> shuffled =
        Shuffle.shuffled(List.copyOf(persons.values()), new SplittableRandom(split.seed()));
    for (List<Pair> pairs : shuffled) {
      List<Pair> target =
          train.size() + pairs.size() <= split.train()
              ? train
              : test.size() + pairs.size() <= split.test() ? test : null;
      if (target != null) {
        target.addAll(pairs);
      }
    }
    if (train.size() < split.train() || test.size() < split.test()) {
      throw new BadInputException(
          "The data set '"
              + opened.name()
              + "' has "
              + opened.pairs().size()
              + " pairs of "
              + persons.size()
              + " persons; "
              + split.train()
              + " for training and "
              + split.test()
              + " for testing cannot be had without dividing a person.",
          "Ask for fewer pairs in split.");
    }
    return new DividedPairs(train, test);
  }
}
