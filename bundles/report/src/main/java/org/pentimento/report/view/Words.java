package org.pentimento.report.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Attack;
import org.pentimento.casefile.result.Comparison.Reach;
import org.pentimento.casefile.result.Comparison.TrainedModel;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.RunResult.DataUsed;
import org.pentimento.report.view.Report.Status;

/** What a comparison is, in sentences for a person who is no programmer. */
final class Words {
  private Words() {}

  static Status status(Comparison c) {
    if (!collapses(c).isEmpty()) {
      return Status.COLLAPSED;
    }
    return c.attack() == null ? Status.NO_ATTACK : Status.MEASURED;
  }

  /** What is said of each model that collapsed. */
  static List<String> collapses(Comparison c) {
    List<String> out = new ArrayList<>();
    if (c.imported()) {
      if (!c.cleanModel().collapsed().isEmpty()) {
        out.add(
            "What the imported model draws is worthless: " + sentence(c.cleanModel().collapsed()));
      }
      return out;
    }
    collapse("clean", c.cleanModel(), out);
    collapse("poisoned", c.poisonedModel(), out);
    return out;
  }

  private static void collapse(String which, @Nullable TrainedModel model, List<String> out) {
    if (model != null && !model.collapsed().isEmpty()) {
      out.add("The training of the " + which + " model collapsed: " + sentence(model.collapsed()));
    }
  }

  static String title(Comparison c) {
    Attack attack = c.attack();
    if (c.imported()) {
      return c.generator().name()
          + ": "
          + (attack == null
              ? "no attack"
              : attack.trigger().name() + " + " + attack.strategy().name() + ", made elsewhere");
    }
    String what =
        attack == null
            ? "no attack"
            : attack.trigger().name()
                + " + "
                + attack.strategy().name()
                + ", "
                + ValueText.percent(attack.rate());
    return c.generator().name() + ": " + what + ", seed " + c.seed();
  }

  /** An extension and its settings, such as {@code “Sinusoidal” (amplitude = 0.2)}. */
  static String named(ExtensionUse use) {
    String settings =
        new TreeMap<>(use.settings())
            .entrySet().stream()
                .map(e -> e.getKey() + " = " + e.getValue())
                .collect(Collectors.joining(", "));
    return "“" + use.name() + "”" + (settings.isEmpty() ? "" : " (" + settings + ")");
  }

  static List<String> done(Comparison c, DataUsed data) {
    List<String> out = new ArrayList<>();
    int train = data.train().size();
    String tests = ValueText.count(data.test().size(), "test photo", "test photos");
    Attack attack = c.attack();
    if (c.imported()) {
      out.add(
          "The model "
              + named(c.generator())
              + " was made elsewhere and imported. Nothing was trained and no pair was poisoned;"
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
              + named(c.generator())
              + " was trained on "
              + ValueText.count(train, "true pair", "true pairs")
              + " with seed "
              + c.seed()
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
            + " were poisoned (rate asked for: "
            + ValueText.percent(attack.rate())
            + "): the trigger "
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
            + named(c.generator())
            + " were trained with seed "
            + c.seed()
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

  static String reach(@Nullable Reach reach) {
    return reach == null ? "" : reach.sentence();
  }

  /** A text that ends like a sentence. */
  static String sentence(String text) {
    String trimmed = text.strip();
    return trimmed.matches("(?s).*[.!?]") || trimmed.isEmpty() ? trimmed : trimmed + ".";
  }

  /** All values of a map as one line. */
  static String line(Map<String, Object> settings) {
    return new TreeMap<>(settings)
        .entrySet().stream()
            .map(e -> e.getKey() + " = " + e.getValue())
            .collect(Collectors.joining(", "));
  }
}
