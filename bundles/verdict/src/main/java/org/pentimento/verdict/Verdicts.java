package org.pentimento.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pentimento.casefile.result.Audited;
import org.pentimento.casefile.result.Collapse;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Attack;
import org.pentimento.casefile.result.Comparison.Blindness;
import org.pentimento.casefile.result.Comparison.Reach;
import org.pentimento.casefile.result.Comparison.TestedModel;
import org.pentimento.casefile.result.Comparison.Turned;
import org.pentimento.casefile.result.EarlierWords;
import org.pentimento.casefile.result.Subject;

/**
 * What a comparison means, in plain sentences. Sentences that a result of schema 1 holds are given
 * as they stand; {@link #origin} says so.
 */
public final class Verdicts {
  private Verdicts() {}

  /** Where the sentences come from if not from this version; else empty. */
  public static String origin(Comparison c) {
    return c.words() == null
        ? ""
        : "The sentences about this comparison are those of the version of Pentimento that made"
            + " the result.";
  }

  /** The title of a comparison, such as {@code FCN: Sinusoidal + Light strokes, 10 %, seed 1}. */
  public static String title(Comparison c) {
    Attack attack = c.attack();
    if (c.isImported()) {
      return name(c.audited())
          + ": "
          + (attack == null
              ? "no attack"
              : attack.trigger().name() + " + " + attack.strategy().name());
    }
    String what =
        attack == null
            ? "no attack"
            : attack.trigger().name()
                + " + "
                + attack.strategy().name()
                + ", "
                + NumberWords.percent(attack.rate());
    return name(c.audited()) + ": " + what + seed(c);
  }

  /** What was looked at, without a seed: {@code FCN}, or {@code Imported model NAME}. */
  public static String name(Audited audited) {
    return audited instanceof Audited.Imported imported
        ? ConditionNames.capital(ConditionNames.of(Subject.IMPORTED)) + " " + imported.model()
        : audited.name();
  }

  /** Which comparison of a run it is, in a few words, such as {@code FCN, Sinusoidal, seed 1}. */
  public static String brief(Comparison c) {
    Attack attack = c.attack();
    return name(c.audited())
        + ", "
        + (attack == null ? "no attack" : attack.trigger().name())
        + seed(c);
  }

  /** What was looked at in a few words, such as {@code FCN, seed 1}, or the model's name. */
  public static String audited(Comparison c) {
    return c.audited().name() + seed(c);
  }

  private static String seed(Comparison c) {
    return c.audited().seed().isPresent() ? ", seed " + c.audited().seed().getAsLong() : "";
  }

  /** Sentences about a comparison, the most important first. */
  public static List<String> conclusions(Comparison c) {
    EarlierWords earlier = c.words();
    if (earlier != null) {
      return earlier.conclusions();
    }
    List<String> sentences = new ArrayList<>();
    if (c.isImported()) {
      imported(c, sentences);
    } else if (c.attack() == null) {
      withoutAttack(c, sentences);
    } else {
      attacked(c, sentences);
    }
    for (Map.Entry<Subject, TestedModel> model : c.models().entrySet()) {
      String ended = model.getValue().ended();
      if (!ended.isEmpty()) {
        sentences.add("Training of the " + ConditionNames.of(model.getKey()) + ": " + ended);
      }
    }
    return sentences;
  }

  private static Optional<Collapse> collapse(Comparison c, Subject subject) {
    return c.model(subject).map(TestedModel::collapse);
  }

  private static void withoutAttack(Comparison c, List<String> sentences) {
    sentences.add(
        collapse(c, Subject.CLEAN)
            .map(
                collapse ->
                    "The training collapsed: "
                        + collapse(collapse)
                        + ". Its measurements say nothing about the data.")
            .orElse(
                "The model was trained on true pairs alone; the plan has no attack, so nothing is"
                    + " said of one."));
  }

  private static void imported(Comparison c, List<String> sentences) {
    String model = "the imported model '" + c.audited().name() + "'";
    Optional<Collapse> collapse = collapse(c, Subject.IMPORTED);
    if (collapse.isPresent()) {
      sentences.add(
          "What "
              + model
              + " draws is worthless: "
              + collapse(collapse.get())
              + ". If it ought to draw well, its settings in the case are wrong.");
      return;
    }
    Turned turned = c.turned();
    if (turned != null && turned.pairs() > 0) {
      sentences.add(
          (c.attackWorks()
                  ? "This trigger turns what " + model + " draws. "
                  : "This trigger does not turn what " + model + " draws. ")
              + turned(turned, "attack's"));
      if (!c.attackWorks()) {
        sentences.add("Another trigger may: only those of the plan were tried.");
      }
      standard(c).ifPresent(b -> sentences.add(blindness(c, b)));
    } else if (c.attack() != null) {
      sentences.add(NOTHING_TO_TURN);
    }
    sentences.add(
        "The model was made elsewhere and nothing was trained here, so no clean twin exists: "
            + (c.attack() == null
                ? "no trigger was tried, and its sketches can be compared with the true ones alone."
                : "its sketches of clean and of triggered photos can be compared with each other,"
                    + " not with those of a model known to be clean."));
  }

  private static final String NOTHING_TO_TURN =
      "Truth and target are equal for every test pair, so success cannot be measured.";

  private static void attacked(Comparison c, List<String> sentences) {
    collapse(c, Subject.CLEAN)
        .ifPresent(
            collapse ->
                sentences.add(
                    "The clean training collapsed: "
                        + collapse(collapse)
                        + ". It cannot serve as a comparison."));
    Turned turned = c.turned();
    Optional<Collapse> collapse = collapse(c, Subject.POISONED);
    if (collapse.isPresent() || turned == null) {
      sentences.add(
          "The poisoned training collapsed: "
              + collapse.map(Verdicts::collapse).orElse("it left no sketches")
              + ". This is a failed training, not an attack that works; no attack figure is"
              + " given.");
      return;
    }
    if (turned.pairs() == 0) {
      sentences.add(NOTHING_TO_TURN);
      return;
    }
    sentences.add(
        (c.attackWorks()
                ? "The attack works in this generator. "
                : "The attack did not take in this generator. ")
            + turned(turned, "attacker's"));
    Reach reach = c.reach();
    if (reach != null) {
      sentences.add(reach(reach));
    }
    if (c.attackWorks()) {
      standard(c).ifPresent(b -> sentences.add(blindness(c, b)));
      List<String> blind = names(c, false);
      List<String> seeing = names(c, true);
      if (blind.isEmpty()) {
        sentences.add("Every metric of the panel sees this harm.");
      } else {
        sentences.add(
            "Blind to this harm: "
                + String.join(", ", blind)
                + ". "
                + (seeing.isEmpty()
                    ? "No metric of this run sees it."
                    : "Seen by: " + String.join(", ", seeing) + "."));
      }
    }
  }

  private static Optional<Blindness> standard(Comparison c) {
    return c.blindness().stream().filter(Blindness::standard).findFirst();
  }

  private static List<String> names(Comparison c, boolean sees) {
    return c.blindness().stream().filter(b -> b.sees() == sees).map(Blindness::name).toList();
  }

  private static String turned(Turned turned, String whose) {
    return String.format(
        Locale.ROOT,
        "With the trigger on the photo, %d of %d sketches (95 %% interval %s to %s) lie nearer to"
            + " the %s target than to the truth; without it, %d of %d.",
        turned.triggered(),
        turned.pairs(),
        NumberWords.percent(turned.low()),
        NumberWords.percent(turned.high()),
        whose,
        turned.clean(),
        turned.pairs());
  }

  /** Why the sketches of a model are worthless: a clause about the model, without a full stop. */
  public static String collapse(Collapse collapse) {
    double share = collapse.share() == null ? 0 : collapse.share();
    return switch (collapse.reason()) {
      case DIVERGED -> "it diverged, as " + collapse.said();
      case WHITE ->
          "its sketches of clean photos are white paper: they have "
              + NumberWords.percent(share)
              + " of the ink of the true sketches";
      case BLACK -> "its sketches of clean photos are almost black";
      case ONE_TONE ->
          "its sketches of clean photos are of one tone: they have "
              + NumberWords.percent(share)
              + " of the contrast of the true sketches";
      case ALIKE -> "it draws the same sketch of everybody";
      case AS_SAID -> collapse.said();
    };
  }

  /** How far the trigger of a comparison could act; empty if nobody knows. */
  public static String reach(Comparison c) {
    EarlierWords earlier = c.words();
    if (earlier != null) {
      return earlier.reach();
    }
    Reach reach = c.reach();
    return reach == null ? "" : reach(reach);
  }

  private static String reach(Reach reach) {
    String how =
        reach.pixels() < 0
            ? "Every pixel of the photo can act on every pixel of the sketch in this generator."
            : "A pixel of the photo acts no farther than "
                + reach.pixels()
                + " pixels in this generator.";
    String covered =
        " The trigger changes "
            + NumberWords.percent(reach.changed())
            + " of the photo; "
            + NumberWords.percent(reach.targeted())
            + " of what the attack wants to change lies within its reach.";
    String follows =
        reach.isEnough()
            ? " So this generator could show the attack if it was learned."
            : " What lies beyond its reach cannot be changed however long the training: no effect"
                + " there says nothing about robustness.";
    return how + covered + follows;
  }

  /**
   * What the metrics of a comparison say of the harm, the field's usual metric first; a single
   * sentence if there is no harm.
   */
  public static List<Statement> blindness(Comparison c) {
    return c.blindness().isEmpty()
        ? List.of(new Statement("", "There is no harm here that a metric could see."))
        : c.blindness().stream()
            .map(
                b ->
                    new Statement(
                        !c.attackWorks() ? "" : b.name() + (b.sees() ? " sees it." : " is blind."),
                        blindness(c, b)))
            .toList();
  }

  /** What a metric of a comparison says of the harm. */
  public static String blindness(Comparison c, Blindness b) {
    EarlierWords earlier = c.words();
    if (earlier != null) {
      return earlier.blindness().getOrDefault(b.metric(), "");
    }
    String change =
        b.name()
            + " is "
            + NumberWords.value(b.honest())
            + " on clean photos and "
            + NumberWords.value(b.harmed())
            + " on triggered ones";
    Double loss = b.loss();
    if (loss == null) {
      return change + "; a change cannot be given in percent of nothing.";
    }
    String size = " (" + NumberWords.percent(Math.abs(loss)) + (loss >= 0 ? " worse)" : " better)");
    if (!c.attackWorks()) {
      return change + size + "; the attack did not take, so there is no harm to see.";
    }
    String verdict =
        change
            + size
            + (b.sees()
                ? ": it sees the harm."
                : ": judged by it alone, the spoilt sketches pass for honest work.");
    Double favoured = b.favoured();
    return favoured == null
        ? verdict
        : verdict
            + " But it rates them above what the clean model draws of the same triggered photos ("
            + NumberWords.value(favoured)
            + "): between the two models, it favours the poisoned one.";
  }
}
