package org.pentimento.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.casefile.result.QuotedPower.Share;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult.Contrast;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult.KindOfModel;
import org.pentimento.casefile.result.model.selftest.PlantedInModel.What;

/** What a self-test of models found, in plain sentences. */
public final class ModelSelfTestWords {
  private ModelSelfTestWords() {}

  /** Kinds of models in a few words. */
  public static String name(What what) {
    return switch (what) {
      case NOTHING -> "clean models";
      case SPOILT_PAIRS -> "spoilt pairs";
      case ATTACK -> "attacks";
      case COVERED_ATTACK -> "with cover samples";
    };
  }

  /** The title of a self-test. */
  public static String title(ModelSelfTestResult result) {
    return "Self-test of models on “" + result.data().dataset() + "”";
  }

  /** What was found in all; the lead says it in one sentence. */
  public static Statement verdict(ModelSelfTestResult result) {
    Optional<KindOfModel> attacks = whole(result, What.ATTACK);
    Optional<Share> found = attacks.map(KindOfModel::found);
    String models =
        NumberWords.count(result.trials().size(), "model was", "models were")
            + (result.trials().size() == result.planned()
                ? " inspected."
                : " inspected of " + result.planned() + " that were planned.");
    if (found.isEmpty()) {
      return new Statement("No planted attack took.", models);
    }
    return new Statement(
        "Of "
            + NumberWords.count(attacks.get().counted(), "attack", "attacks")
            + " that took "
            + PowerWords.share(found.get())
            + " were found.",
        models);
  }

  /** What was planted in some models, such as {@code attacks, patch}. */
  public static String name(KindOfModel kind) {
    return Stream.of(
            name(kind.what()),
            kind.generator(),
            kind.trigger(),
            kind.strategy(),
            kind.rate() > 0 ? NumberWords.fine(kind.rate()) : "")
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** What was found in more detail, the most important first. */
  public static List<String> conclusions(ModelSelfTestResult result) {
    List<String> sentences = new ArrayList<>();
    whole(result, What.NOTHING)
        .ifPresent(
            clean ->
                sentences.add(
                    "Of "
                        + NumberWords.count(clean.counted(), "clean model", "clean models")
                        + " "
                        + share(clean.found())
                        + " were wrongly found to hide something, and "
                        + share(clean.suspected())
                        + " had a p below 5 % for a second mode or a trigger."));
    for (Contrast contrast : result.contrasts()) {
      sentences.add(
          "The score tells "
              + name(contrast.attack())
              + " from "
              + name(contrast.other())
              + " with an area under the ROC curve of "
              + NumberWords.value(contrast.auc().value())
              + " (95 % interval "
              + NumberWords.value(contrast.auc().low())
              + " to "
              + NumberWords.value(contrast.auc().high())
              + "; "
              + contrast.attacks()
              + " against "
              + contrast.others()
              + ").");
    }
    whole(result, What.ATTACK)
        .filter(attacks -> attacks.models() > attacks.counted())
        .ifPresent(
            attacks ->
                sentences.add(
                    NumberWords.count(attacks.models() - attacks.counted(), "attack", "attacks")
                        + " did not take: the trigger hardly changes what these models draw, or"
                        + " they draw untouched photos badly. They are not counted."));
    return sentences;
  }

  private static String share(@Nullable Share share) {
    return share == null ? "none" : PowerWords.share(share);
  }

  /** How far these figures reach, and how far they do not. */
  public static List<String> limits(ModelSelfTestResult result) {
    List<String> sentences = new ArrayList<>();
    if (result.trials().size() < result.planned()) {
      sentences.add(
          "Only "
              + result.trials().size()
              + " of the "
              + result.planned()
              + " models of the whole grid were made; the others say nothing.");
    }
    result.leftOut().forEach((what, why) -> sentences.add("Left out: " + what + ". " + why));
    sentences.add(
        result.data().material() == Material.DRAWN
            ? "The faces are drawn by a program. The figures say nothing about photographs."
            : "The figures hold for photographs of this kind, of "
                + result.data().width()
                + " × "
                + result.data().height()
                + " pixels, and say nothing about drawn faces.");
    sentences.add(
        "They hold for these detectors with these settings, for "
            + NumberWords.count(result.shadows(), "shadow model", "shadow models")
            + ", and for the generators that were trained, at about their size.");
    sentences.add(
        "Only the attacks in the table were planted. An attack of another kind may be found more or"
            + " less often.");
    return sentences;
  }

  private static Optional<KindOfModel> whole(ModelSelfTestResult result, What what) {
    return result.kinds().stream().filter(kind -> kind.what() == what).findFirst();
  }
}
