package org.pentimento.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.QuotedPower.Share;
import org.pentimento.casefile.result.model.QuotedModelPower;
import org.pentimento.casefile.result.model.Strength;

/** What an inspection of a model is worth, as a self-test measured it, in sentences. */
public final class ModelPowerWords {
  private ModelPowerWords() {}

  /** Of known attacks, how many were found, in a few words. */
  public static String found(@Nullable QuotedModelPower power) {
    return power == null
        ? PowerWords.NOT_MEASURED
        : PowerWords.share(power.found())
            + " of "
            + NumberWords.count(power.attacks(), "attack that took", "attacks that took");
  }

  /** Of known clean models, how many were called a backdoor, in a few words. */
  public static String falseAlarms(@Nullable QuotedModelPower power) {
    return power == null
        ? PowerWords.NOT_MEASURED
        : PowerWords.share(power.accused())
            + " of "
            + NumberWords.count(
                power.clean(),
                "model that is known to be clean",
                "models that are known to be clean")
            + " accused; a p below .05 in "
            + PowerWords.share(power.falseAlarms());
  }

  /**
   * How much the answers are worth.
   *
   * @param power as quoted; null if there is none to quote
   */
  public static List<String> sentences(@Nullable QuotedModelPower power) {
    if (power == null) {
      return List.of(
          "How much “nothing found” is worth was not measured: this case has no self-test on"
              + " comparable models, that is with the same detectors and settings, as many shadow"
              + " models, the same generator at a similar size, images of the same kind and size,"
              + " and between half and twice as many trusted pairs. Drawn faces never stand for"
              + " photographs.");
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "Self-test “"
            + power.selfTest()
            + "” trained models of generator “"
            + power.generator()
            + "” on pairs of data set “"
            + power.dataset()
            + "”. Of "
            + NumberWords.count(power.attacks(), "attack", "attacks")
            + " that took "
            + PowerWords.share(power.found())
            + " were found"
            + auc(power.auc())
            + ".");
    sentences.add(
        "Of "
            + NumberWords.count(power.clean(), "clean model", "clean models")
            + " "
            + PowerWords.share(power.accused())
            + " were wrongly found to hide something, and "
            + PowerWords.share(power.falseAlarms())
            + " had a p below 5 % for a second mode or a trigger.");
    if (power.spoilt() > 0 && power.aucOfSpoilt() != null) {
      sentences.add(
          "Between attacks and "
              + NumberWords.count(power.spoilt(), "model", "models")
              + " of spoilt pairs without a trigger the score tells"
              + auc(power.aucOfSpoilt()).replaceFirst("; ", " with ")
              + ".");
    }
    Strength clean = power.againstClean();
    if (clean != null) {
      sentences.add(strength(clean, "it being clean"));
    }
    Strength spoilt = power.againstSpoilt();
    if (spoilt != null) {
      sentences.add(strength(spoilt, "its pairs being spoilt without a trigger"));
    }
    if (clean != null || spoilt != null) {
      sentences.add(
          "These ratios do not say how probable a backdoor is: that depends on all else that is"
              + " known of the model.");
    }
    sentences.add("Nothing was measured of attacks that the self-test did not plant.");
    return sentences;
  }

  private static String auc(@Nullable Share auc) {
    return auc == null
        ? ""
        : String.format(
            Locale.ROOT, "; AUC %.2f (%.2f to %.2f)", auc.value(), auc.low(), auc.high());
  }

  private static String strength(Strength strength, String other) {
    String numbers =
        " (likelihood ratio "
            + number(strength.ratio())
            + ", 95 % interval "
            + number(strength.low())
            + " to "
            + number(strength.high())
            + "; so few models allow "
            + number(strength.least())
            + " to "
            + number(strength.most())
            + ").";
    if (strength.scale() == Strength.Scale.NONE) {
      return "The score supports neither a trigger nor " + other + " over the other" + numbers;
    }
    return "The score gives "
        + name(strength.scale())
        + " support "
        + (strength.supportsTrigger()
            ? "for a trigger over " + other
            : "for " + other + " over a trigger")
        + numbers;
  }

  /** A step of the scale in words, such as {@code moderately strong}. */
  public static String name(Strength.Scale scale) {
    return switch (scale) {
      case NONE -> "no";
      case WEAK -> "weak";
      case MODERATE -> "moderate";
      case MODERATELY_STRONG -> "moderately strong";
      case STRONG -> "strong";
      case VERY_STRONG -> "very strong";
      case EXTREMELY_STRONG -> "extremely strong";
    };
  }

  private static String number(double ratio) {
    return String.format(Locale.ROOT, ratio >= 10 ? "%.0f" : ratio >= 1 ? "%.1f" : "%.2g", ratio);
  }
}
