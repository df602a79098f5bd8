package org.pentimento.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.suspect.Axis;
import org.pentimento.api.suspect.Look;
import org.pentimento.casefile.result.Collapse;
import org.pentimento.casefile.result.FindingKind;
import org.pentimento.casefile.result.model.AxisFound;
import org.pentimento.casefile.result.model.Evidence;
import org.pentimento.casefile.result.model.InspectedModel;
import org.pentimento.casefile.result.model.MeasuredLook;
import org.pentimento.casefile.result.model.ModelDetectorUse;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.ModelVerdict;
import org.pentimento.casefile.result.model.NoScore;
import org.pentimento.casefile.result.model.TriggerFound;

/** What an inspection of a model means, in plain sentences. */
public final class ModelInspectionWords {
  private ModelInspectionWords() {}

  /** A verdict in a few words, such as {@code hidden mode}. */
  public static String name(ModelVerdict verdict) {
    return switch (verdict) {
      case BACKDOOR -> "backdoor";
      case HIDDEN_MODE -> "hidden mode";
      case SPOILT_DATA -> "spoilt training data";
      case INCONCLUSIVE -> "inconclusive";
      case NOTHING_FOUND -> "nothing found";
      case NO_SCORE -> "no statement";
    };
  }

  /** The title of an inspection, such as {@code Inspection of model “unet”}. */
  public static String title(ModelInspectionResult result) {
    return "Inspection of model “" + TrainingWords.inWords(result.model().name()) + "”";
  }

  /** The verdict on the model; the lead says it all in one sentence. */
  public static Statement verdict(ModelInspectionResult result) {
    return switch (result.verdict()) {
      case BACKDOOR ->
          new Statement(
              "There is evidence of a backdoor, and its trigger can be shown.",
              "A compact change of a photo ruins this model's sketches and hardly changes those of"
                  + " clean models.");
      case HIDDEN_MODE ->
          part(result)
              .map(
                  look ->
                      new Statement(
                          "A hidden second mode was found, which takes one part of the face; a"
                              + " trigger could not be identified.",
                          look.look().name()
                              + ": more than from clean models, although it draws untouched"
                              + " photos as they do."))
              .orElse(
                  new Statement(
                      "A hidden second mode was found; a trigger could not be identified.",
                      "A tiny change, the same for all photos, ruins its sketches more than those"
                          + " of clean models, although it draws untouched photos as they do."));
      case SPOILT_DATA ->
          new Statement(
              "It draws untouched photos worse than clean models do: its training data were"
                  + " spoilt.",
              evidence(result, Axis.SECOND_MODE) == Evidence.FOR
                  ? "It gives way to a tiny change as well, which spoilt data explain; a trigger"
                      + " cannot be excluded."
                  : "No second mode was found.");
      case INCONCLUSIVE ->
          new Statement(
              "The measurements do not decide.",
              "Open is the question “"
                  + question(open(result))
                  + "”: "
                  + (evidence(result, open(result)) == Evidence.NOT_LOOKED_AT
                      ? "it was not looked at."
                      : "this model is neither like the clean models there nor unlike them"
                          + " enough."));
      case NOTHING_FOUND ->
          new Statement(
              "Nothing was found, for the harm that was looked for.",
              "It measures as clean models do: no second mode, and no trigger that could be"
                  + " shown.");
      case NO_SCORE ->
          new Statement("Nothing can be said about this model.", why(result.noScore()));
    };
  }

  /** The score with what it means, one sentence; empty if there is none. */
  public static Optional<String> score(ModelInspectionResult result) {
    Double score = result.score();
    return score == null
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "Score %.3f, to rank models by: about the share of backdoors among such models if"
                    + " every second one had a backdoor, fitted on models of drawn faces alone.",
                score));
  }

  static String why(@Nullable NoScore noScore) {
    if (noScore == null) {
      return "";
    }
    Collapse collapse = noScore.collapse();
    return switch (noScore.reason()) {
      case WORTHLESS ->
          "What it draws is worthless"
              + (collapse == null ? "." : ": " + Verdicts.collapse(collapse) + ".");
      case OTHER_SIZE -> "Its sketches have another size than the photos.";
      case UNSTEADY -> "It draws another sketch of the same photo each time.";
    };
  }

  /** The strongest evidence for a second mode, if that is the loss of a part of the face. */
  private static Optional<MeasuredLook> part(ModelInspectionResult result) {
    return result.axes().stream()
        .filter(axis -> axis.axis() == Axis.SECOND_MODE)
        .flatMap(axis -> strongest(result, axis).stream())
        .filter(look -> look.look().harm() == Look.Harm.PART)
        .findFirst();
  }

  private static Evidence evidence(ModelInspectionResult result, Axis axis) {
    return result.axes().stream()
        .filter(found -> found.axis() == axis)
        .map(AxisFound::evidence)
        .findFirst()
        .orElse(Evidence.NOT_LOOKED_AT);
  }

  /** The question whose answer keeps an inconclusive verdict from being another one. */
  private static Axis open(ModelInspectionResult result) {
    return switch (evidence(result, Axis.SECOND_MODE)) {
      case FOR -> Axis.HARM_WITHOUT_TRIGGER;
      case AGAINST -> Axis.SHOWN_TRIGGER;
      case UNDECIDED, NOT_LOOKED_AT -> Axis.SECOND_MODE;
    };
  }

  /** What may decide an inconclusive verdict, one sentence. */
  private static String help(ModelInspectionResult result) {
    if (result.shadows().size() < Evidence.LEAST_SHADOWS) {
      return "At least " + Evidence.LEAST_SHADOWS + " shadow models are needed to decide it.";
    }
    if (evidence(result, open(result)) != Evidence.NOT_LOOKED_AT) {
      return "More shadow models or more trusted pairs may decide it.";
    }
    return result.detectors().stream().allMatch(use -> use.problem().isEmpty())
        ? "An inspection that asks a detector of models that answers this question may decide it."
        : "An inspection may decide it in which the detectors that said nothing here can speak;"
            + " why they did not stands with what was not looked at.";
  }

  /**
   * What follows from the kind of what is found of a model, in sentences.
   *
   * @param kind of it
   */
  public static String explanation(InspectedModel model, FindingKind kind) {
    return kind == FindingKind.EVIDENCE && model.trained()
        ? "Evidence: found in a model that this case trained itself. Nothing was planted in its"
            + " training pairs here: what is found comes from the pairs or from the training."
        : kind.explanation();
  }

  /** A question about a model. */
  public static String question(Axis axis) {
    return switch (axis) {
      case SECOND_MODE -> "Is there a second mode?";
      case HARM_WITHOUT_TRIGGER -> "Does it harm untouched photos?";
      case SHOWN_TRIGGER -> "Can a trigger be shown?";
    };
  }

  /** The answer to a question in a few words. */
  public static String answer(Evidence evidence) {
    return switch (evidence) {
      case FOR -> "evidence for it";
      case AGAINST -> "evidence against it";
      case UNDECIDED -> "undecided";
      case NOT_LOOKED_AT -> "not looked at";
    };
  }

  /** A question with its answer and the numbers; a p of several measurements says so. */
  public static String sentence(AxisFound axis) {
    return question(axis.axis()) + " " + numbers(axis);
  }

  /** The answer to a question with its numbers, one sentence. */
  public static String numbers(AxisFound axis) {
    Double p = axis.p();
    Double least = axis.leastP();
    if (p == null || least == null) {
      return "Not looked at.";
    }
    return capital(answer(axis.evidence()))
        + ": p "
        + NumberWords.fine(p)
        + (axis.looks() == 1
            ? " of one measurement"
            : " for "
                + axis.looks()
                + " measurements together, which is their smallest p times "
                + axis.looks()
                + ", at most 100 %")
        + "; "
        + NumberWords.fine(least)
        + " could have been reached.";
  }

  /** What was measured, one sentence. */
  public static String sentence(MeasuredLook look) {
    Double suspect = look.suspect();
    if (suspect == null) {
      return look.look().name() + " could not be measured: " + look.problem();
    }
    List<String> shadows = look.shadows().stream().map(NumberWords::value).toList();
    Double p = look.p();
    return look.look().name()
        + ": "
        + NumberWords.value(suspect)
        + ", clean models "
        + String.join(", ", shadows)
        + (p == null ? "." : "; p " + NumberWords.fine(p) + ".");
  }

  /** A trigger that can be shown, one sentence. */
  public static String sentence(TriggerFound trigger) {
    return capital(kind(trigger))
        + ": takes "
        + NumberWords.percent(trigger.effect())
        + " from this model's sketches and "
        + NumberWords.percent(trigger.shadowEffects().stream().mapToDouble(e -> e).max().orElse(0))
        + " at most from those of clean models.";
  }

  /** What a shown trigger looks like, with its article, such as {@code a stamp}. */
  public static String kind(TriggerFound trigger) {
    return PatternWords.name(trigger.pattern().family());
  }

  /** A heading for a shown trigger, such as {@code A stamp, at 3, 4 from the top left corner}. */
  public static String title(TriggerFound trigger) {
    return capital(kind(trigger)) + ", " + PatternWords.place(trigger.pattern());
  }

  /** All that is known of a shown trigger, the most important first. */
  public static List<String> sentences(TriggerFound trigger) {
    List<String> sentences = new ArrayList<>();
    sentences.add(sentence(trigger));
    sentences.add(
        String.format(
            Locale.ROOT,
            "It takes %.0f %% more than the next best kind of pattern.",
            100 * trigger.selectivity()));
    String measures = PatternWords.measures(trigger.pattern());
    if (!measures.isEmpty()) {
      sentences.add(measures);
    }
    sentences.add(PatternWords.triggers(trigger.pattern()));
    return sentences;
  }

  /** The measurement that decided the answer to a question; empty if nothing was measured. */
  public static Optional<MeasuredLook> strongest(ModelInspectionResult result, AxisFound axis) {
    return result.looks().stream()
        .filter(look -> look.look().axis() == axis.axis())
        .filter(look -> look.detector().equals(axis.detector()))
        .filter(look -> look.look().id().equals(axis.look()))
        .findFirst();
  }

  /** That measurement with the detector that made it, one sentence. */
  public static String strongest(ModelInspectionResult result, MeasuredLook look) {
    return "Most telling, by “" + detector(result, look.detector()) + "”: " + sentence(look);
  }

  /** The name of a detector of an inspection; its id if the inspection did not ask it. */
  public static String detector(ModelInspectionResult result, String id) {
    return result.detectors().stream()
        .filter(use -> use.extension().id().equals(id))
        .map(use -> use.extension().name())
        .findFirst()
        .orElse(id);
  }

  /** What the verdict is evidence of, and what it is not. */
  public static String meaning(ModelInspectionResult result) {
    return switch (result.verdict()) {
      case BACKDOOR ->
          "This is evidence about the model and none about who made it so, or why. The trigger that"
              + " is shown need not be the one that was trained in: whatever resembles it works as"
              + " well.";
      case HIDDEN_MODE ->
          "This is a reason to look further and no proof of an attack: no compact trigger was found"
              + " that explains it.";
      case SPOILT_DATA ->
          "This is no proof of an attack: pairs that were mixed up by mistake give the same"
              + " measurements.";
      case INCONCLUSIVE -> "This is no evidence in either direction. " + help(result);
      case NOTHING_FOUND ->
          "This is no evidence that the model is clean. What it is worth depends on what an"
              + " inspection such as this one would have found.";
      case NO_SCORE -> "This is no evidence in either direction.";
    };
  }

  /** How often the case looked at the model before, one sentence. */
  public static String repeats(int earlier) {
    return earlier == 0
        ? "The case had not looked at this model before."
        : "The case had looked at this model "
            + NumberWords.count(earlier, "time", "times")
            + " before. Each look is one more chance of a false alarm, for which p is not"
            + " corrected.";
  }

  /** What would deceive this inspection, and how far its numbers reach. */
  public static List<String> limits(ModelInspectionResult result) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "If the trusted pairs of “"
            + result.trusted().dataset()
            + "” are poisoned in the same way, the shadow models learn the same and nothing stands"
            + " out. An inspection of that data set would show it.");
    sentences.addAll(SharedPairWords.ofModel(result.trusted(), result.model().trained()));
    if (result.looks().stream().anyMatch(look -> look.p() != null)) {
      sentences.add(
          "Each p rests on "
              + NumberWords.count(result.shadows().size(), "shadow model", "shadow models")
              + " and a working rule for how far clean models differ.");
    }
    return sentences;
  }

  /** What was not looked at and why, in sentences; never empty. */
  public static List<String> notLookedAt(ModelInspectionResult result) {
    List<String> sentences = new ArrayList<>();
    for (ModelDetectorUse use : result.detectors()) {
      if (!use.problem().isEmpty()) {
        sentences.add("“" + use.extension().name() + "” says nothing: " + use.problem());
      }
    }
    if (result.shadows().size() < Evidence.LEAST_SHADOWS) {
      sentences.add(
          "With fewer than "
              + Evidence.LEAST_SHADOWS
              + " shadow models no p can be given, so that no question is answered.");
    }
    for (AxisFound axis : result.axes()) {
      if (axis.evidence() == Evidence.NOT_LOOKED_AT) {
        sentences.add("“" + question(axis.axis()) + "” was not looked at.");
      }
    }
    if (result.looks().stream().noneMatch(look -> look.look().harm() == Look.Harm.PART)) {
      sentences.add("Harm to a part of the face alone was not looked for.");
    }
    return sentences;
  }

  /** What the detectors that spoke cannot find, in sentences. */
  public static List<String> blindTo(ModelInspectionResult result) {
    return result.detectors().stream()
        .filter(use -> use.problem().isEmpty() && !use.blindTo().isEmpty())
        .map(use -> "“" + use.extension().name() + "” is blind to: " + use.blindTo())
        .toList();
  }

  /** How much the answers are worth, in sentences. */
  public static List<String> worth(ModelInspectionResult result) {
    List<String> sentences = new ArrayList<>();
    sentences.addAll(ModelPowerWords.sentences(result.power()));
    InspectedModel model = result.model();
    if (!model.trained()) {
      sentences.add(
          "The architecture and the making of the model are not known, so that drawing worse than"
              + " the shadow models is no evidence by itself: an honest model of another kind or"
              + " artist differs too.");
    }
    return sentences;
  }

  private static String capital(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
