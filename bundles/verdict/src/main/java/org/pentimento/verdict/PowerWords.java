package org.pentimento.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.QuotedPower;
import org.pentimento.casefile.result.QuotedPower.AttackPower;
import org.pentimento.casefile.result.QuotedPower.Share;

/** What an inspection would have found, as a self-test measured it, in sentences. */
public final class PowerWords {
  /** What stands for an error rate that nobody measured. */
  public static final String NOT_MEASURED =
      "not measured: the case has no self-test on comparable material";

  private PowerWords() {}

  /**
   * How much “nothing found” is worth.
   *
   * @param power as quoted; null if there is none to quote
   * @param falseAlarms share of honest pairs that may be flagged, as asked for
   */
  public static List<String> sentences(@Nullable QuotedPower power, double falseAlarms) {
    if (power == null) {
      return List.of(
          "How much “nothing found” is worth was not measured: this case has no self-test on"
              + " comparable material, that is with the same detectors and settings, data of the"
              + " same kind and size, and between half and twice as many pairs. Drawn faces never"
              + " stand for photographs.");
    }
    List<String> sentences = new ArrayList<>();
    String where =
        "Self-test “"
            + power.selfTest()
            + "” planted attacks in sets of "
            + NumberWords.count(power.pairs(), "pair", "pairs")
            + " of data set “"
            + power.dataset()
            + "”.";
    if (power.attacks().isEmpty()) {
      sentences.add(where + " It says nothing about any attack.");
    } else {
      sentences.add(
          where
              + " Found means flagged, or shown in the group of a common mark. "
              + byRate(power.attacks()));
      sentences.add(weakest(power.attacks()));
    }
    sentences.add(
        "Of the honest pairs "
            + share(power.falseAlarms())
            + " were flagged, where "
            + NumberWords.fine(falseAlarms)
            + " was asked for"
            + (power.falseAlarms().low() > falseAlarms ? ": more than that." : "."));
    sentences.add("Nothing was measured of attacks that the self-test did not plant.");
    return sentences;
  }

  /** Of known attacks, how much was found, in a few words. */
  public static String found(@Nullable QuotedPower power) {
    if (power == null) {
      return NOT_MEASURED;
    }
    return power.attacks().isEmpty()
        ? "not measured: the self-test planted no attack"
        : range(power.attacks())
            + " of poisoned pairs, over "
            + NumberWords.count(power.attacks().size(), "kind of attack", "kinds of attack");
  }

  /** Of known honest pairs, how many were flagged, in a few words. */
  public static String falseAlarms(@Nullable QuotedPower power) {
    return power == null
        ? NOT_MEASURED
        : share(power.falseAlarms()) + " of pairs that are known to be honest";
  }

  private static String byRate(List<AttackPower> attacks) {
    return "Of the poisoned pairs were found, in the mean over attacks (and from the hardest to the"
        + " easiest attack): "
        + attacks.stream()
            .collect(Collectors.groupingBy(AttackPower::rate, TreeMap::new, Collectors.toList()))
            .entrySet()
            .stream()
            .map(
                e ->
                    range(e.getValue())
                        + " where "
                        + NumberWords.fine(e.getKey())
                        + " were poisoned")
            .collect(Collectors.joining(", "))
        + ".";
  }

  private static String range(List<AttackPower> attacks) {
    double low = attacks.stream().mapToDouble(a -> a.recall().value()).min().orElse(0);
    double high = attacks.stream().mapToDouble(a -> a.recall().value()).max().orElse(0);
    double mean = attacks.stream().mapToDouble(a -> a.recall().value()).average().orElse(0);
    String least = NumberWords.percent(low);
    return attacks.size() == 1 || least.equals(NumberWords.percent(high))
        ? NumberWords.percent(mean)
        : NumberWords.percent(mean)
            + " ("
            + least.replaceFirst(" %$", "")
            + " to "
            + NumberWords.percent(high)
            + ")";
  }

  private static String weakest(List<AttackPower> attacks) {
    AttackPower weakest =
        attacks.stream()
            .min(Comparator.comparingDouble((AttackPower a) -> a.recall().value()))
            .orElseThrow();
    return "Hardest to find was "
        + weakest.trigger()
        + " with "
        + weakest.strategy()
        + " at "
        + NumberWords.fine(weakest.rate())
        + ": "
        + share(weakest.recall())
        + " of its pairs were found.";
  }

  /** A share with its interval, such as {@code 93 % (95 % interval 88 to 97 %)}. */
  public static String share(Share share) {
    return NumberWords.fine(share.value())
        + " (95 % interval "
        + NumberWords.fine(share.low()).replaceFirst(" %$", "")
        + " to "
        + NumberWords.fine(share.high())
        + ")";
  }
}
