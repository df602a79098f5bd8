package org.pentimento.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.pentimento.casefile.result.Audited;
import org.pentimento.casefile.result.Collapse;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Attack;
import org.pentimento.casefile.result.Comparison.Blindness;
import org.pentimento.casefile.result.Comparison.Net;
import org.pentimento.casefile.result.Comparison.Reach;
import org.pentimento.casefile.result.Comparison.TestedModel;
import org.pentimento.casefile.result.Comparison.Turned;
import org.pentimento.casefile.result.EarlierWords;
import org.pentimento.casefile.result.Sight;
import org.pentimento.casefile.result.StandIns;
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
    return untrained(c) + seed(c);
  }

  /** The title of a comparison without the seed of its training. */
  static String untrained(Comparison c) {
    Attack attack = c.attack();
    if (attack == null) {
      return name(c.audited()) + ": no attack";
    }
    return name(c.audited())
        + ": "
        + attack.trigger().name()
        + " + "
        + attack.strategy().name()
        + (c.isImported() ? "" : ", " + NumberWords.rate(attack.rate()));
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
    if (turned == null || turned.pairs() == 0) {
      if (c.attack() != null) {
        sentences.add(NOTHING_TO_TURN);
      }
      sentences.add(elsewhere(c));
      return;
    }
    sentences.add(
        (c.attackWorks() ? "This trigger turns what " : "This trigger does not turn what ")
            + model
            + " draws. "
            + turned(turned, "the attack's"));
    StandIns standIns = c.standIns();
    if (standIns != null) {
      sentences.add(standIns(c, standIns));
    }
    harm(c, sentences);
    if (!c.attackWorks()) {
      sentences.add("Another trigger may: only those of the plan were tried.");
      if (standIns == null) {
        sentences.add(elsewhere(c));
      }
    }
  }

  private static String elsewhere(Comparison c) {
    return "The model was made elsewhere and nothing was trained here, so no clean twin exists: "
        + (c.attack() == null
            ? "no trigger was tried, and its sketches can be compared with the true ones alone."
            : "its sketches of clean and of triggered photos can be compared with each other, not"
                + " with those of a model known to be clean.");
  }

  private static final String NOTHING_TO_TURN =
      "Truth and target are equal for every test pair, so success cannot be measured.";

  private static String standIns(Comparison c, StandIns standIns) {
    String said =
        NumberWords.count(standIns.models().size(), "shadow model", "shadow models")
            + " of "
            + standIns.inspection()
            + ", trained on pairs of “"
            + standIns.trusted()
            + "”"
            + (standIns.sameData() ? " (which may hold the test photos)" : "")
            + (standIns.models().size() == 1 ? ", stands in" : ", stand in")
            + " for a clean twin, which does not exist: of the sketches of triggered photos, "
            + standIns.turned()
            + " of "
            + standIns.sketches()
            + " lie nearer to the target.";
    return c.attackWorks() && !standIns.spared()
        ? said
            + " So the trigger turns clean models as well, and that it turns this one is no sign of"
            + " a backdoor."
        : said;
  }

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
          collapse.filter(of -> of.reason() == Collapse.Reason.UNLIKE).isPresent()
              ? "The poisoned model draws nothing useful: "
                  + collapse(collapse.get())
                  + ". Its training collapsed or was much too short, so nothing can be said of the"
                  + " attack; no attack figure is given."
              : "The poisoned training collapsed: "
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
        (c.attackWorks() ? "The attack works " : "The attack did not take ")
            + (turned.pairs() == 1 ? "on the one photo. " : "in this generator. ")
            + turned(turned, "the attacker's"));
    Reach reach = c.reach();
    if (reach != null) {
      sentences.add(reach(reach));
    }
    harm(c, sentences);
  }

  /** What metrics say of the harm, if there is some. */
  private static void harm(Comparison c, List<String> sentences) {
    if (!c.showsHarm()) {
      return;
    }
    String untold = untold(c);
    if (!untold.isEmpty()) {
      sentences.add(untold);
    }
    c.blindness().stream()
        .filter(Blindness::standard)
        .findFirst()
        .ifPresent(b -> sentences.add(blindness(c, b).text()));
    if (!untold.isEmpty()) {
      return;
    }
    List<String> answers = new ArrayList<>();
    for (Sight sight : Sight.values()) {
      List<String> names =
          c.blindness().stream().filter(b -> b.sight() == sight).map(Blindness::name).toList();
      if (!names.isEmpty()) {
        answers.add(name(sight) + ": " + String.join(", ", names) + ".");
      }
    }
    if (!answers.isEmpty()) {
      sentences.add(String.join(" ", answers));
    }
  }

  /** What a metric does, as the title of a list of metrics. */
  public static String name(Sight sight) {
    return switch (sight) {
      case SEES -> "Sees the backdoor";
      case BLIND -> "Does not see the backdoor";
      case FAVOURS -> "Favours the attack";
      case UNTOLD -> "Cannot tell trigger and backdoor apart";
    };
  }

  private static String turned(Turned turned, String whose) {
    if (turned.pairs() == 1) {
      return "There is one test photo alone, which says nothing of others. With the trigger, its"
          + " sketch lies nearer to "
          + (turned.triggered() == 1 ? whose + " target than to the truth" : "the truth")
          + "; without it, nearer to "
          + (turned.clean() == 1 ? "that target, too." : "the truth.");
    }
    return String.format(
        Locale.ROOT,
        "With the trigger on the photo, %d of %d sketches (95 %% interval %s to %s) lie nearer to"
            + " %s target than to the truth; without it, %d of %d.",
        turned.triggered(),
        turned.pairs(),
        NumberWords.percent(turned.low()),
        NumberWords.percent(turned.high()),
        whose,
        turned.clean(),
        turned.pairs());
  }

  /**
   * When an attack is said to work, for whoever sees the whole curve; empty where there is none.
   */
  public static String halfWay(Comparison c) {
    return c.success().isEmpty()
        ? ""
        : "That an attack works is said at the margin 0, half way between truth and target: more"
            + " than half of the triggered photos and less than half of the clean ones have to lie"
            + " above it. The margin is a choice; the curve shows what every other one would give.";
  }

  /** Why the sketches of a model are worthless: a clause about the model, without a full stop. */
  public static String collapse(Collapse collapse) {
    double share = collapse.share() == null ? 0 : collapse.share();
    return switch (collapse.reason()) {
      case DIVERGED -> "it diverged, as " + collapse.said();
      case WHITE ->
          "its sketches of clean photos are white paper: over all pixels, faint grey included, they"
              + " are "
              + NumberWords.percent(share)
              + " as dark as the true sketches (a metric that counts dark strokes alone gives"
              + " another figure)";
      case BLACK -> "its sketches of clean photos are almost black";
      case ONE_TONE ->
          "its sketches of clean photos are of one tone: their contrast, the standard deviation of"
              + " their pixels, is "
              + NumberWords.percent(share)
              + " of that of the true sketches";
      case ALIKE -> "it draws the same sketch of everybody";
      case UNLIKE ->
          String.format(
              Locale.ROOT,
              "its sketches of clean photos have nothing in common with the true ones: dark and"
                  + " light lie elsewhere (correlation over coarse cells %.2f; 0 is chance, 1 is"
                  + " equal)",
              share);
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
   * sentence where no attack works. Where trigger and backdoor cannot be told apart the first
   * statement says so.
   */
  public static List<Statement> blindness(Comparison c) {
    if (!c.showsHarm()) {
      return List.of(new Statement("", noHarm(c)));
    }
    List<Statement> statements = new ArrayList<>();
    String untold = untold(c);
    if (!untold.isEmpty()) {
      statements.add(new Statement("Nothing is claimed.", untold));
    }
    for (Blindness b : c.blindness()) {
      statements.add(blindness(c, b));
    }
    if (untold.isEmpty() && c.words() == null) {
      statements.add(new Statement("The rule.", rule(c)));
    }
    return statements;
  }

  private static String noHarm(Comparison c) {
    if (c.attack() == null) {
      return "No trigger was tried, so metrics are asked nothing about an attack.";
    } else if (c.turned() == null && c.success().isEmpty()) {
      return "No attack can be judged here, so metrics are asked nothing about it.";
    }
    if (c.attackWorks()) {
      return "The trigger turns clean models as well, so there is no harm of a backdoor for a"
          + " metric to see.";
    }
    return c.isImported()
        ? "This trigger does not turn what the model draws, so there is no harm of it for a metric"
            + " to see."
        : "The attack did not take, so there is no harm of it for a metric to see. What the trigger"
            + " alone does to the metrics stands in the table of means.";
  }

  /**
   * Why what the trigger does and what a backdoor does cannot be told apart in a comparison; empty
   * if some metric can.
   */
  public static String untold(Comparison c) {
    if (c.words() != null || c.blindness().stream().anyMatch(b -> b.sight() != Sight.UNTOLD)) {
      return "";
    }
    return "A visible trigger makes sketches of any model worse. How much of a change is the"
        + " trigger's doing and how much a backdoor's cannot be told here, because "
        + reason(c)
        + ".";
  }

  private static String reason(Comparison c) {
    if (c.blindness().stream().anyMatch(b -> b.net() != null)) {
      return c.images().size() == 1 || c.turned() != null && c.turned().pairs() == 1
          ? "one photo has no interval"
          : "the metrics have no values that could be compared";
    } else if (c.isImported()) {
      return "no clean twin exists, and no shadow models drew these photos. Shadow models stand in"
          + " when the model is inspected in this case with trusted pairs of the size of these"
          + " photos, and the plan is run again afterwards";
    } else if (collapse(c, Subject.CLEAN).isPresent()) {
      return "the clean training collapsed";
    }
    return "the version that made this result did not compare both models photo by photo. Run the"
        + " plan again in this case to have them compared; what is drawn already is not drawn"
        + " again";
  }

  /** When a metric is said to see a backdoor, and why so; empty where no metric is asked. */
  public static String rule(Comparison c) {
    Optional<Net> net =
        c.blindness().stream().map(Blindness::net).filter(Objects::nonNull).findFirst();
    return net.map(
            n ->
                "What the trigger does to "
                    + clean(c)
                    + " is taken away from what it does to the "
                    + ConditionNames.of(c.suspect())
                    + ", photo by photo; the rest is the backdoor's own part. A metric sees the"
                    + " backdoor if this part makes it worse, the 95 % interval of the part (paired"
                    + " bootstrap over the photos, 2,000 resamples, fixed seed) leaves out zero,"
                    + " and the part is at least "
                    + NumberWords.percent(n.threshold())
                    + " of the honest value, or of 1 for a metric whose right value is 1; of such a"
                    + " one, only the side of 1 counts to which the triggered sketches go. It"
                    + " favours the attack if the part makes it better by as much. The share is"
                    + " asked for because with hundreds of photos the interval leaves out zero even"
                    + " for differences that nobody would notice. It is a choice; both numbers are"
                    + " shown so that anybody may judge by another one.")
        .orElse("");
  }

  private static String clean(Comparison c) {
    StandIns standIns = c.standIns();
    return standIns == null
        ? "the clean model"
        : standIns.models().size() == 1
            ? "the shadow model"
            : "the " + standIns.models().size() + " shadow models";
  }

  /**
   * What a metric says of the harm: the drop of both models, what of it is the trigger's doing and
   * what the backdoor's, and what follows. Where both cannot be told apart it claims nothing.
   */
  public static Statement blindness(Comparison c, Blindness b) {
    EarlierWords earlier = c.words();
    return earlier != null
        ? new Statement("", earlier.blindness().getOrDefault(b.metric(), ""))
        : new Statement(lead(b), figures(c, b));
  }

  private static String lead(Blindness b) {
    return b.name()
        + switch (b.sight()) {
          case SEES -> " sees the backdoor.";
          case BLIND -> " does not see the backdoor.";
          case FAVOURS -> " favours the attack.";
          case UNTOLD -> ".";
        };
  }

  private static String figures(Comparison c, Blindness b) {
    Double loss = b.loss();
    String alone =
        "For the "
            + ConditionNames.of(c.suspect())
            + " it is "
            + NumberWords.value(b.honest())
            + " on clean photos and "
            + NumberWords.value(b.harmed())
            + " on triggered ones"
            + (loss == null ? "" : " (" + change(loss) + ")");
    Net net = b.net();
    if (net == null) {
      return alone + ".";
    }
    String both =
        alone
            + "; for "
            + clean(c)
            + " "
            + NumberWords.value(net.honest())
            + " and "
            + NumberWords.value(net.harmed());
    Double share = net.share();
    if (loss == null || share == null) {
      return both + ". A change cannot be given in percent of nothing.";
    }
    boolean opposite = (b.harmed() - b.honest()) * (net.harmed() - net.honest()) < 0;
    both +=
        opposite
            ? ": the trigger alone does the opposite. "
            : ", which is the trigger's doing (" + change(loss - share) + "). ";
    return net.pairs() < Net.LEAST_PAIRS
        ? both + "The rest is " + change(share) + "."
        : both
            + "The backdoor's own part is "
            + change(share)
            + " ("
            + NumberWords.value(Math.abs(net.worse()))
            + "; 95 % interval "
            + interval(net)
            + ", over "
            + net.pairs()
            + " photos)"
            + follows(net);
  }

  /** Ends of the interval in the direction of the change that is named before it. */
  private static String interval(Net net) {
    boolean worse = net.worse() >= 0;
    return NumberWords.value(worse ? net.low() : -net.high())
        + " to "
        + NumberWords.value(worse ? net.high() : -net.low());
  }

  private static String follows(Net net) {
    return switch (net.sight()) {
      case SEES, UNTOLD -> ".";
      case FAVOURS -> ". Whoever chooses between the models by it takes the worse one.";
      case BLIND ->
          net.low() <= 0 && net.high() >= 0
              ? ", which chance may explain."
              : ", less than the " + NumberWords.percent(net.threshold()) + " that count.";
    };
  }

  /** A relative change of a metric, such as {@code 12 % worse}. */
  static String change(double share) {
    return share == 0
        ? "no change"
        : NumberWords.fine(Math.abs(share)) + (share > 0 ? " worse" : " better");
  }
}
