package org.pentimento.audit.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.Comparison.Blindness;
import org.pentimento.casefile.result.Comparison.Reach;
import org.pentimento.casefile.result.Comparison.TrainedModel;

/** What a comparison means, in plain sentences. */
final class Conclusions {
  private Conclusions() {}

  /** Sentences of a comparison without an attack. */
  static List<String> withoutAttack(TrainedModel clean) {
    return clean.collapsed().isEmpty()
        ? List.of(
            "The model was trained on true pairs alone; the plan has no attack, so nothing is said of one.")
        : List.of(
            "The training collapsed: "
                + clean.collapsed()
                + ". Its measurements say nothing about the data.");
  }

  /** Sentences about a model that was made elsewhere. */
  static List<String> imported(
      String name,
      TrainedModel model,
      boolean attacked,
      @Nullable Margins margins,
      List<Blindness> panel) {
    List<String> sentences = new ArrayList<>();
    if (!model.collapsed().isEmpty()) {
      sentences.add(
          "What the model '"
              + name
              + "' draws is worthless: "
              + model.collapsed()
              + ". If it ought to draw well, its settings in the case are wrong.");
      return sentences;
    }
    if (margins != null && margins.triggered().length > 0) {
      int n = margins.triggered().length;
      Wilson share = Wilson.of(margins.turned(), n);
      sentences.add(
          String.format(
              Locale.ROOT,
              "%s With the trigger on the photo, %d of %d sketches (95 %% interval %s to %s) lie nearer"
                  + " to the attack's target than to the truth; without it, %d of %d.",
              margins.attackWorks()
                  ? "This trigger turns what the model '" + name + "' draws."
                  : "This trigger does not turn what the model '" + name + "' draws.",
              margins.turned(),
              n,
              Numbers.percent(share.low()),
              Numbers.percent(share.high()),
              margins.turnedWithoutTrigger(),
              n));
      if (!margins.attackWorks()) {
        sentences.add("Another trigger may: only those of the plan were tried.");
      }
      panel.stream()
          .filter(b -> b.metric().equals("fsim"))
          .map(Blindness::sentence)
          .forEach(sentences::add);
    } else if (attacked) {
      sentences.add(
          "Truth and target are the same for every test pair, so success cannot be measured.");
    }
    sentences.add(
        "The model was made elsewhere and nothing was trained here, so no clean twin exists: its"
            + " sketches of clean and of triggered photos can be compared with each other, not with"
            + " those of a model known to be clean.");
    return sentences;
  }

  /** Sentences of a comparison with an attack. */
  static List<String> of(
      TrainedModel clean,
      TrainedModel poisoned,
      @Nullable Margins margins,
      @Nullable Reach reach,
      List<Blindness> panel) {
    List<String> sentences = new ArrayList<>();
    if (!clean.collapsed().isEmpty()) {
      sentences.add(
          "The clean training collapsed: "
              + clean.collapsed()
              + ". It cannot serve as a comparison.");
    }
    if (!poisoned.collapsed().isEmpty() || margins == null) {
      sentences.add(
          "The poisoned training collapsed: "
              + poisoned.collapsed()
              + ". This is a failed training, not an attack that works; no attack figure is given.");
      return sentences;
    }
    int n = margins.triggered().length;
    if (n == 0) {
      sentences.add(
          "Truth and target are the same for every test pair, so success cannot be measured.");
      return sentences;
    }
    Wilson share = Wilson.of(margins.turned(), n);
    sentences.add(
        String.format(
            Locale.ROOT,
            "%s With the trigger on the photo, %d of %d sketches (95 %% interval %s to %s) lie nearer to the"
                + " attacker's target than to the truth; without it, %d of %d.",
            margins.attackWorks()
                ? "The attack works in this generator."
                : "The attack did not take in this generator.",
            margins.turned(),
            n,
            Numbers.percent(share.low()),
            Numbers.percent(share.high()),
            margins.turnedWithoutTrigger(),
            n));
    if (reach != null) {
      sentences.add(reach.sentence());
    }
    if (margins.attackWorks()) {
      List<String> blind = panel.stream().filter(b -> !b.sees()).map(Blindness::name).toList();
      List<String> seeing = panel.stream().filter(Blindness::sees).map(Blindness::name).toList();
      panel.stream()
          .filter(b -> b.metric().equals("fsim"))
          .map(Blindness::sentence)
          .forEach(sentences::add);
      if (!blind.isEmpty()) {
        sentences.add(
            "Blind to this harm: "
                + String.join(", ", blind)
                + ". "
                + (seeing.isEmpty()
                    ? "No metric of this run sees it."
                    : "Seen by: " + String.join(", ", seeing) + "."));
      } else {
        sentences.add("Every metric of the panel sees this harm.");
      }
    }
    return sentences;
  }
}
