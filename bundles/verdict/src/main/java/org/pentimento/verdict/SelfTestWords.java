package org.pentimento.verdict;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.casefile.result.QuotedPower.Share;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.casefile.result.SelfTestResult.KindSummary;
import org.pentimento.casefile.result.SelfTestResult.Planted;
import org.pentimento.casefile.result.SelfTestResult.Trial;

/** What a self-test of detectors measured, in plain sentences. */
public final class SelfTestWords {
  /** So many kinds that could not be planted are named. */
  private static final int NAMED = 4;

  private SelfTestWords() {}

  /** The title of a self-test, such as {@code Self-test in data set “faces”}. */
  public static String title(SelfTestResult result) {
    return "Self-test in data set “" + result.data().dataset() + "”";
  }

  /** What was planted, in few words, such as {@code patch, faded ink, 5 %}. */
  public static String name(KindSummary kind) {
    String rate = kind.rate() > 0 ? NumberWords.fine(kind.rate()) : "";
    String what =
        switch (kind.planted()) {
          case NOTHING -> "nothing planted";
          case ODDITY ->
              kind.oddity().isEmpty() ? "all honest oddities" : "honest oddity: " + kind.oddity();
          case ATTACK ->
              kind.trigger().isEmpty() && kind.strategy().isEmpty()
                  ? "all attacks"
                  : join(kind.trigger(), kind.strategy());
        };
    return join(what, rate);
  }

  private static String join(String... parts) {
    return String.join(", ", Stream.of(parts).filter(p -> !p.isEmpty()).toList());
  }

  /** What was found of all attacks; the lead says it in one sentence. */
  public static Statement verdict(SelfTestResult result) {
    KindSummary total = result.total();
    Share recall = total.recall();
    if (recall == null) {
      return new Statement(
          "No attack was planted.",
          "So nothing is known of what an inspection finds. " + falseAlarms(total.falseAlarms()));
    }
    Share shown = total.shown();
    Share auc = total.auc();
    return new Statement(
        NumberWords.percent(recall.value()) + " of the poisoned pairs were flagged.",
        "In all, "
            + PowerWords.share(recall)
            + " of the poisoned pairs were flagged in "
            + NumberWords.count(total.sets(), "poisoned set", "poisoned sets")
            + ", at a false-alarm rate of "
            + NumberWords.fine(result.falseAlarms())
            + " asked for"
            + (shown == null || shown.value() <= recall.value()
                ? ". "
                : "; with those that are not flagged but shown in the group of a common mark, "
                    + PowerWords.share(shown)
                    + ". ")
            + falseAlarms(total.falseAlarms())
            + (auc == null
                ? ""
                : " The area under the ROC curve is "
                    + NumberWords.value(auc.value())
                    + " (1 is without fault, 0.5 no better than chance)."));
  }

  private static String falseAlarms(Share share) {
    return "Of the pairs in which nothing was changed, "
        + PowerWords.share(share)
        + " were flagged.";
  }

  /** What was found in more detail, the most important first. */
  public static List<String> conclusions(SelfTestResult result) {
    List<String> sentences = new ArrayList<>();
    hardest(result, sentences);
    honest(result, sentences);
    result.kinds().stream()
        .filter(k -> k.planted() == Planted.ODDITY && !k.oddity().isEmpty())
        .filter(k -> k.recall() != null)
        .max(Comparator.comparingDouble(k -> value(k.recall())))
        .ifPresent(
            worst ->
                sentences.add(
                    "Of the honest oddities, “"
                        + worst.oddity()
                        + "” was called poison most often: "
                        + PowerWords.share(requireNonNull(worst.recall()))
                        + " of its pairs"
                        + (worst.rate() > 0
                            ? " where it makes up " + NumberWords.fine(worst.rate())
                            : "")
                        + "."));
    places(result, sentences);
    return sentences;
  }

  private static void hardest(SelfTestResult result, List<String> sentences) {
    result.kinds().stream()
        .filter(k -> k.planted() == Planted.ATTACK && k.rate() > 0 && k.shown() != null)
        .filter(k -> !k.trigger().isEmpty() && !k.strategy().isEmpty())
        .min(Comparator.comparingDouble(k -> value(k.shown())))
        .ifPresent(
            k ->
                sentences.add(
                    "Hardest to find was "
                        + name(k)
                        + ": "
                        + PowerWords.share(requireNonNull(k.shown()))
                        + " of its pairs were flagged or shown in the group of a common mark."));
    result.kinds().stream()
        .filter(k -> k.planted() == Planted.ATTACK && k.rate() == 0 && k.smallestFound() != null)
        .filter(k -> k.trigger().isEmpty() && !k.strategy().isEmpty())
        .map(k -> k.strategy() + " from " + NumberWords.fine(requireNonNull(k.smallestFound())))
        .reduce((a, b) -> a + ", " + b)
        .ifPresent(
            list ->
                sentences.add(
                    "Smallest rates from which on at least half of the poisoned pairs were found: "
                        + list
                        + "."));
  }

  /** What was said of sets in which nothing was changed. */
  private static void honest(SelfTestResult result, List<String> sentences) {
    List<Trial> clean =
        result.trials().stream().filter(t -> t.planted() == Planted.NOTHING).toList();
    if (clean.isEmpty()) {
      sentences.add("No set without an attack was inspected.");
      return;
    }
    long patterns = clean.stream().filter(t -> t.patterns() > 0).count();
    long flagged = clean.stream().mapToLong(Trial::falselyFlagged).sum();
    long pairs = clean.stream().mapToLong(Trial::pairs).sum();
    sentences.add(
        "In "
            + NumberWords.count(clean.size(), "honest set", "honest sets")
            + ", "
            + flagged
            + " of "
            + NumberWords.count(pairs, "pair", "pairs")
            + " were flagged ("
            + NumberWords.fine(pairs == 0 ? 0 : (double) flagged / pairs)
            + ", where "
            + NumberWords.fine(result.falseAlarms())
            + " was asked for), and a pattern was accepted in "
            + (patterns == 0 ? "none" : Long.toString(patterns))
            + ".");
  }

  private static void places(SelfTestResult result, List<String> sentences) {
    Double iou = result.total().placeIou();
    if (iou != null) {
      sentences.add(
          "Where a trigger has a place and a pattern was found, the two overlap by "
              + NumberWords.percent(iou)
              + " in the mean (intersection over union).");
    }
  }

  /** How far these figures reach, and how far they do not. */
  public static List<String> limits(SelfTestResult result) {
    List<String> sentences = new ArrayList<>();
    if (result.trials().size() < result.planned()) {
      sentences.add(
          "Only "
              + result.trials().size()
              + " of the "
              + result.planned()
              + " trials of the whole grid were made; the others say nothing.");
    }
    if (!result.leftOut().isEmpty()) {
      sentences.add(
          NumberWords.count(result.leftOut().size(), "kind of attack", "kinds of attack")
              + " could not be planted in these data: "
              + new TreeMap<>(result.leftOut())
                  .entrySet().stream()
                      .limit(NAMED)
                      .map(e -> e.getKey() + " – " + e.getValue().strip().replaceFirst("[.]$", ""))
                      .collect(Collectors.joining("; "))
              + (result.leftOut().size() > NAMED ? "; and others." : "."));
    }
    sentences.add(
        result.data().material() == Material.DRAWN
            ? "The faces are drawn by a program. The figures say nothing about photographs."
            : "The figures hold for photographs of this kind, of "
                + result.data().width()
                + " × "
                + result.data().height()
                + " pixels, and say nothing about drawn faces.");
    sentences.add(
        "They hold for these detectors with these settings, and for sets of about this many pairs:"
            + " between half and twice as many.");
    sentences.add(
        "Only the attacks in the table were planted. An attack of another kind may be found more or"
            + " less often.");
    sentences.add(
        "The pairs in which attacks were planted were taken for honest. Were they not, what they"
            + " hide would count among the false alarms.");
    return sentences;
  }

  private static double value(@Nullable Share share) {
    return share == null ? 0 : share.value();
  }
}
