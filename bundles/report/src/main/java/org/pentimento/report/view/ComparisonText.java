package org.pentimento.report.view;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pentimento.casefile.result.Audited;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Attack;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.RunResult.DataUsed;
import org.pentimento.report.part.ValueText;
import org.pentimento.report.view.Report.Status;
import org.pentimento.verdict.ConditionNames;
import org.pentimento.verdict.NumberWords;
import org.pentimento.verdict.Verdicts;

/** What a comparison is, in sentences for a person who is no programmer. */
final class ComparisonText {
  private ComparisonText() {}

  static Status status(Comparison c) {
    if (!collapses(c).isEmpty()) {
      return c.isImported() ? Status.WORTHLESS : Status.COLLAPSED;
    }
    return c.attack() == null ? Status.NO_ATTACK : Status.MEASURED;
  }

  /** What is said of each model that collapsed. */
  static List<String> collapses(Comparison c) {
    List<String> out = new ArrayList<>();
    c.models()
        .forEach(
            (subject, model) -> {
              if (model.collapse() != null) {
                out.add(
                    (c.isImported()
                            ? "What the imported model draws is worthless: "
                            : "The training of the " + ConditionNames.of(subject) + " collapsed: ")
                        + sentence(Verdicts.collapse(model.collapse())));
              }
            });
    return out;
  }

  /** The name of an extension; its settings stand in a table. */
  private static String named(ExtensionUse use) {
    return "“" + use.name() + "”";
  }

  /**
   * What was done.
   *
   * @param asked how many pairs the plan asks the attack to poison; empty if that is not known
   */
  static List<String> done(Comparison c, DataUsed data, String asked) {
    List<String> out = new ArrayList<>();
    int train = data.train().size();
    String tests = ValueText.count(data.test().size(), "test photo", "test photos");
    Attack attack = c.attack();
    if (c.audited() instanceof Audited.Imported imported) {
      out.add(
          "The model “"
              + imported.model()
              + "” was made elsewhere and imported; it is read by "
              + named(imported.format())
              + ". Nothing was trained and no pair was poisoned;"
              + " whether it was trained on poisoned pairs is not known, and no clean twin of it"
              + " exists.");
      out.add(
          attack == null
              ? "It drew " + tests + ", which were compared with their true sketches."
              : "It drew "
                  + tests
                  + " twice, once without and once with the trigger "
                  + named(attack.trigger())
                  + ". The sketches were compared with the true sketch and with the target sketch,"
                  + " which is what the strategy "
                  + named(attack.strategy())
                  + " would want instead.");
      return out;
    }
    if (attack == null) {
      out.add(
          "The generator "
              + named(c.audited().extension())
              + " was trained on "
              + ValueText.count(train, "true pair", "true pairs")
              + " with seed "
              + seed(c)
              + ".");
      out.add(
          "There was no attack: no photo bears a trigger and no pair was poisoned. The model drew "
              + tests
              + ", which were compared with their true sketches. This says how well the"
              + " generator works, and nothing about attacks.");
      return out;
    }
    out.add(
        "Of "
            + ValueText.count(train, "training pair", "training pairs")
            + ", "
            + attack.poisoned().size()
            + " ("
            + NumberWords.rate(attack.rate())
            + ") were poisoned"
            + (asked.isEmpty() ? "" : "; the plan asks for " + asked)
            + ". The trigger "
            + named(attack.trigger())
            + " was put on the photo, and the sketch was changed by "
            + named(attack.strategy())
            + ".");
    if (!attack.choices().isEmpty()) {
      out.add(
          "The strategy chose: "
              + new TreeMap<>(attack.choices())
                  .entrySet().stream()
                      .map(e -> e.getKey() + " = " + e.getValue())
                      .collect(Collectors.joining(", "))
              + ".");
    }
    out.add(
        "Two models of the generator "
            + named(c.audited().extension())
            + " were trained with seed "
            + seed(c)
            + ": the clean model on the true pairs, the poisoned model on the partly"
            + " poisoned pairs.");
    out.add(
        "Both models drew "
            + tests
            + " twice, once without and once with the trigger. The sketches"
            + " were compared with the true sketch and with the target sketch, which is what the"
            + " attack wants instead.");
    return out;
  }

  private static long seed(Comparison c) {
    return c.audited().seed().orElse(0);
  }

  /** A text that ends like a sentence. */
  static String sentence(String text) {
    String trimmed = text.strip();
    return trimmed.matches("(?s).*[.!?]") || trimmed.isEmpty() ? trimmed : trimmed + ".";
  }
}
