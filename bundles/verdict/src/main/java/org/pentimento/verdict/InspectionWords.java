package org.pentimento.verdict;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pentimento.api.detector.DatasetDetector.LooksAt;
import org.pentimento.casefile.result.DatasetVerdict;
import org.pentimento.casefile.result.InspectedPair;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.InspectionResult.DetectorUse;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.InspectionResult.Truth;
import org.pentimento.casefile.result.PatternFound;

/**
 * What an inspection of a data set means, in plain sentences. Of single pairs speak {@link
 * PairWords}, of patterns {@link PatternWords}, of the power {@link PowerWords}.
 */
public final class InspectionWords {
  /** So many pairs that could not be read are named one by one. */
  private static final int NAMED = 3;

  /** So many files that the import left out are named one by one. */
  private static final int NAMED_FILES = 10;

  /** In smaller sets a few poisoned pairs are too few to share anything. */
  private static final int SMALL = 100;

  private InspectionWords() {}

  /** A verdict in a few words, such as {@code poisoned}. */
  public static String name(DatasetVerdict verdict) {
    return switch (verdict) {
      case POISONED -> "poisoned";
      case SPOILT_PAIRS -> "spoilt pairs";
      case COMMON_MARK -> "a common mark";
      case NOTHING_FOUND -> "nothing found";
      case NO_SCORE -> "no statement";
    };
  }

  /** The title of an inspection, such as {@code Inspection of data set “faces”}. */
  public static String title(InspectionResult result) {
    return "Inspection of data set “" + result.data().dataset() + "”";
  }

  /** The verdict on the whole set with its numbers; the lead says it all in one sentence. */
  public static Statement verdict(InspectionResult result) {
    return switch (result.verdict()) {
      case POISONED -> poisoned(result);
      case SPOILT_PAIRS -> spoilt(result);
      case COMMON_MARK -> marked(result);
      case NOTHING_FOUND ->
          new Statement(
              "Nothing was found.",
              "The sketches differ from what their photos let expect no more than chance explains,"
                  + " and no group of photos shares a pattern that the others do not have. "
                  + (result.trusted() == null
                      ? "What was done to all pairs alike would not stand out. "
                      : "")
                  + flags(result));
      case NO_SCORE -> isUntold(result) ? untold(result) : silent(result);
    };
  }

  /** Whether something was found, but not which pairs were changed. */
  private static boolean isUntold(InspectionResult result) {
    return result.verdict() == DatasetVerdict.NO_SCORE
        && (spoke(result, LooksAt.SKETCHES) || spoke(result, LooksAt.PHOTOS));
  }

  private static Statement untold(InspectionResult result) {
    long side = result.pairs().stream().filter(p -> p.p() <= result.falseAlarms()).count();
    return new Statement(
        "Nobody can tell which pairs were changed.",
        "The set falls into two sides that differ by more than chance explains: "
            + NumberWords.count(side, "pair", "pairs")
            + " and the other "
            + (result.data().count() - side)
            + ". Neither is so small that it must be the side that was changed, so no pair is"
            + " flagged and none can be left out. Pairs that are known to be honest would tell"
            + " which side is which.");
  }

  private static Statement silent(InspectionResult result) {
    return new Statement(
        "Nothing can be said about this data set.",
        "No detector that looks for poison could say anything, so nothing is flagged. That does"
            + " not mean that nothing is there."
            + result.detectors().stream()
                .filter(d -> d.looksAt() != LooksAt.QUALITY && !d.problem().isEmpty())
                .findFirst()
                .map(d -> " The reason: " + PairWords.end(d.problem()))
                .orElse(""));
  }

  private static Statement poisoned(InspectionResult result) {
    int changed =
        members(result.patterns().stream().filter(PatternFound::sketchesChanged).toList());
    return new Statement(
        flagged(result) + " called poisoned.",
        NumberWords.count(changed, "photo shares", "photos share")
            + " a pattern that the other photos do not have, and the sketches of that group are"
            + " not what their photos let expect. "
            + byChance(result));
  }

  private static Statement spoilt(InspectionResult result) {
    String found =
        "The sketches differ from what their photos let expect by more than chance explains, and"
            + " their photos share no pattern that was found. ";
    return result.flagged().isEmpty()
        ? new Statement(
            "The sketches are suspicious as a whole.",
            found + "No single pair stands out enough to be flagged.")
        : new Statement(flagged(result) + " called spoilt.", found + byChance(result));
  }

  private static Statement marked(InspectionResult result) {
    int members = members(result.patterns());
    String flags =
        result.flagged().isEmpty()
            ? "No pair is flagged."
            : "No pair is flagged for the pattern. " + flags(result);
    return new Statement(
        NumberWords.count(members, "photo carries", "photos carry")
            + " a common mark, and "
            + (spoke(result, LooksAt.SKETCHES)
                ? "their sketches are as expected."
                : "nobody knows whether their sketches are as expected."),
        "It may be a watermark, one source, or an attack that leaves the sketches as they are: look"
            + " at it. "
            + flags);
  }

  private static int members(List<PatternFound> patterns) {
    Set<String> ids = new HashSet<>();
    patterns.forEach(p -> ids.addAll(p.pairs()));
    return ids.size();
  }

  /** Such as {@code 5 of 200 pairs are}. */
  private static String flagged(InspectionResult result) {
    int flagged = result.flagged().size();
    return (flagged == 0 ? "None" : Integer.toString(flagged))
        + " of "
        + NumberWords.count(result.data().count(), "pair", "pairs")
        + (flagged <= 1 ? " is" : " are");
  }

  /** How many pairs are flagged beside how many honest ones would be. */
  private static String flags(InspectionResult result) {
    return flagged(result) + " flagged. " + byChance(result);
  }

  private static String byChance(InspectionResult result) {
    return "Of honest pairs alone, about "
        + expected(result)
        + " would be flagged at the false-alarm rate of "
        + NumberWords.fine(result.falseAlarms())
        + " that was asked for.";
  }

  private static String expected(InspectionResult result) {
    double expected = result.expectedFalse();
    return expected < .05
        ? "none"
        : expected < 9.95
            ? String.format(Locale.ROOT, "%.1f", expected).replaceFirst("[.]0$", "")
            : Long.toString(Math.round(expected));
  }

  /** What the verdict is evidence of, and what not. */
  public static List<String> meaning(InspectionResult result) {
    return switch (result.verdict()) {
      case POISONED ->
          List.of(
              "This is evidence that these pairs were changed together: it is what the training"
                  + " data of a backdoor look like.",
              "It is no evidence of who changed them or what for, and no proof that a model trained"
                  + " on them obeys the trigger: an audit with the recovered trigger shows that.");
      case SPOILT_PAIRS ->
          List.of(
              "This is evidence that sketches were replaced, damaged or changed, on purpose or by"
                  + " mistake.",
              "It is no evidence of a backdoor, because no trigger was found; a trigger that the"
                  + " detectors are blind to would look like this too.");
      case COMMON_MARK ->
          List.of(
              "This is evidence that these photos have something in common, and of no more: the"
                  + " numbers cannot tell an honest mark from a trigger. A person has to look at"
                  + " the pattern and to ask where these photos come from.");
      case NOTHING_FOUND ->
          List.of(
              "This is no evidence that the data set is clean. What it is worth depends on what an"
                  + " inspection such as this one would have found.");
      case NO_SCORE ->
          List.of(
              isUntold(result)
                  ? "This is evidence that many pairs were changed or come from elsewhere, and no"
                      + " evidence which: whoever left out the one side might keep the poison."
                  : "This is no evidence in either direction.");
    };
  }

  /** How suspicious the set is as a whole, and how many honest pairs are expected to be flagged. */
  public static String set(InspectionResult result) {
    if (result.verdict() == DatasetVerdict.NO_SCORE) {
      return "There is no score for the set as a whole.";
    }
    return chance(result) + " " + ConditionNames.capital(flags(result));
  }

  /** How probable it is that an honest set looks as suspicious as this one, one sentence. */
  public static String chance(InspectionResult result) {
    return result.p() >= 1
        ? "No detector calls the set as a whole suspicious."
        : "The chance that a set in which nobody hid anything looks as suspicious is "
            + NumberWords.chance(result.p())
            + ".";
  }

  /** What was not looked at, and why; one sentence that says so if everything was. */
  public static List<String> notLookedAt(InspectionResult result) {
    List<String> gaps = gaps(result);
    return gaps.isEmpty()
        ? List.of(
            "Everything was looked at: "
                + NumberWords.count(result.data().count(), "pair", "pairs")
                + " by "
                + NumberWords.count(result.detectors().size(), "detector", "detectors")
                + ".")
        : gaps;
  }

  /** What was not looked at, and why; nothing if everything was. */
  public static List<String> gaps(InspectionResult result) {
    List<String> sentences = new ArrayList<>();
    for (DetectorUse detector : result.detectors()) {
      if (!detector.problem().isEmpty()) {
        sentences.add(
            "“"
                + detector.extension().name()
                + "” says nothing: "
                + PairWords.end(detector.problem()));
      }
    }
    if (!spoke(result, LooksAt.SKETCHES)) {
      sentences.add("Nothing looked at whether the sketches fit their photos.");
    }
    if (!spoke(result, LooksAt.PHOTOS)) {
      sentences.add(
          "Nothing looked for patterns that photos share, so a backdoor could not be told from"
              + " spoilt pairs.");
    }
    if (!spoke(result, LooksAt.QUALITY)) {
      sentences.add(
          "Nothing looked for duplicates, shifted pairs and other honest oddities, which may be"
              + " among what is flagged.");
    }
    skipped("", result.data(), sentences);
    leftOutAtImport(result.data(), sentences);
    InspectedData trusted = result.trusted();
    if (trusted != null) {
      skipped("trusted ", trusted, sentences);
      leftOutAtImport(trusted, sentences);
    }
    int eyeless = result.data().count() - result.data().withEyes();
    if (eyeless > 0) {
      sentences.add(
          "The eyes are not known in "
              + eyeless
              + " of "
              + NumberWords.count(result.data().count(), "pair", "pairs")
              + ", so parts of the face were looked for where they usually are there, and what is"
              + " worn at the eyes was not looked for.");
    }
    return sentences;
  }

  private static boolean spoke(InspectionResult result, LooksAt at) {
    return result.detectors().stream().anyMatch(d -> d.looksAt() == at && d.problem().isEmpty());
  }

  private static void skipped(String which, InspectedData data, List<String> sentences) {
    Map<String, String> skipped = data.skipped();
    if (skipped.isEmpty()) {
      return;
    }
    sentences.add(
        skipped.size()
            + " "
            + which
            + (skipped.size() == 1 ? "pair" : "pairs")
            + " could not be looked at: "
            + named(skipped, NAMED));
  }

  /** Says which files of a data set are in no pair, so that nothing is known of them. */
  private static void leftOutAtImport(InspectedData data, List<String> sentences) {
    Map<String, String> files = data.leftOutAtImport();
    if (!files.isEmpty()) {
      sentences.add(
          NumberWords.count(files.size(), "file", "files")
              + " of “"
              + data.dataset()
              + "” became part of no pair when it was imported: "
              + named(files, NAMED_FILES));
    }
  }

  private static String named(Map<String, String> reasons, int most) {
    int more = reasons.size() - most;
    return new TreeMap<>(reasons)
            .entrySet().stream()
                .limit(most)
                .map(e -> e.getKey() + " – " + e.getValue().strip().replaceFirst("[.]$", ""))
                .collect(Collectors.joining("; "))
        + (more > 0 ? "; and " + more + " more." : ".");
  }

  /**
   * What the detectors that spoke cannot find, each with the name of the detector in front; one
   * sentence if none says so.
   */
  public static List<String> blindTo(InspectionResult result) {
    List<String> sentences =
        result.detectors().stream()
            .filter(d -> d.problem().isEmpty() && !d.blindTo().isBlank())
            .map(d -> "“" + d.extension().name() + "” is blind to: " + PairWords.end(d.blindTo()))
            .toList();
    return sentences.isEmpty()
        ? List.of("No detector that spoke says what it is blind to.")
        : sentences;
  }

  /** How much it is worth that nothing, or no more, was found. */
  public static List<String> worth(InspectionResult result) {
    return PowerWords.sentences(result.power(), result.falseAlarms());
  }

  /** What would deceive this inspection, and how that would show. */
  public static List<String> limits(InspectionResult result) {
    List<String> sentences = new ArrayList<>();
    if (result.trusted() == null) {
      sentences.add(
          "If every pair is poisoned alike, nothing stands out: what is normal is learnt from the"
              + " suspect pairs themselves. The more of them are poisoned, the less their sketches"
              + " stand out; from about a third on, the pattern in the photos may be all that"
              + " shows. Pairs that are known to be honest would show it.");
    } else {
      sentences.add(
          "If the trusted pairs of “"
              + result.trusted().dataset()
              + "” are poisoned in the same way, the poison passes for normal. It would show when"
              + " these pairs are inspected by themselves, and when this inspection is repeated"
              + " without them: its verdict would be another one.");
      sentences.addAll(SharedPairWords.ofDataset(result.trusted()));
    }
    if (result.data().count() < SMALL) {
      sentences.add(
          "The set has only "
              + NumberWords.count(result.data().count(), "pair", "pairs")
              + ". Two or three poisoned pairs among so few share no pattern that could be told"
              + " from chance.");
    }
    sentences.add(
        "A trigger that changes photos less than honest photos differ, and a change of sketches"
            + " that is smaller than honest sketches differ, are not seen.");
    if (!result.flagged().isEmpty()) {
      sentences.add(
          "A flag is a reason to look at a pair and no proof against it: some honest pairs are"
              + " flagged as well.");
    }
    long odd = result.pairs().stream().filter(p -> !p.qualities().isEmpty()).count();
    if (odd > 0) {
      sentences.add(
          NumberWords.count(odd, "pair is", "pairs are")
              + " odd for an honest reason: named as quality, never called poison, and taken into"
              + " account.");
    }
    sentences.add("Nothing is said about models that were trained on this data set.");
    return sentences;
  }

  /** What the data set without the flagged pairs is; empty if none was made. */
  public static Optional<String> cleaned(InspectionResult result) {
    return Optional.ofNullable(result.cleaned())
        .map(
            name ->
                "The data set “"
                    + name
                    + "” of this case holds the pairs that are left when the "
                    + NumberWords.count(result.flagged().size(), "flagged pair", "flagged pairs")
                    + " are left out; its manifest says which and why. The original is unchanged.");
  }

  /**
   * What the answer is worth beside the truth, where the product itself poisoned the set; empty
   * otherwise.
   */
  public static Optional<String> truth(InspectionResult result) {
    Truth truth = result.truth();
    if (truth == null) {
      return Optional.empty();
    }
    int poisoned = truth.poisoned().size();
    int others = Math.max(0, result.data().count() - poisoned);
    Double auc = truth.auc();
    return Optional.of(
        "This set was poisoned here, to try the detectors, which were not told: "
            + truth.found()
            + " of the "
            + NumberWords.count(poisoned, "poisoned pair", "poisoned pairs")
            + " and "
            + truth.falselyFlagged()
            + " of the "
            + NumberWords.count(others, "other", "others")
            + " are flagged"
            + (auc == null
                ? "."
                : "; the area under the ROC curve is "
                    + NumberWords.value(auc)
                    + " (1 is without fault, 0.5 no better than chance)."));
  }

  /**
   * One line about a pair, such as {@code Flagged, score 3.20, reached by 1 in 5,000 honest pairs}.
   */
  public static String brief(InspectedPair pair) {
    return (pair.flagged() ? "Flagged" : "Not flagged")
        + String.format(Locale.ROOT, ", score %.2f", pair.score())
        + ", reached by "
        + NumberWords.ofHonest(pair.p());
  }
}
