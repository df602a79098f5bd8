package org.pentimento.verdict;

import java.util.Locale;
import org.pentimento.casefile.result.mitigation.MitigationMethod;
import org.pentimento.casefile.result.mitigation.MitigationOutcome;
import org.pentimento.casefile.result.mitigation.MitigationResult;

/** What became of a model whose hidden mode was to be removed, in plain sentences. */
public final class MitigationWords {
  private MitigationWords() {}

  /** A method in a few words. */
  public static String name(MitigationMethod method) {
    return switch (method) {
      case UNLEARN -> "unlearning";
      case FINE_TUNE -> "fine-tuning";
      case PRUNE -> "fine-pruning";
    };
  }

  /** What became of the second mode, in a few words. */
  public static String name(MitigationOutcome outcome) {
    return "second mode "
        + switch (outcome) {
          case GONE -> "gone";
          case WEAKER -> "weaker";
          case STILL_THERE -> "still there";
          case CAME_UP -> "came up";
          case NEVER_SHOWN -> "never shown";
          case NOT_LOOKED_AT -> "not looked at";
        };
  }

  /** The title of a mitigation. */
  public static String title(MitigationResult result) {
    return "Model “"
        + result.model()
        + "”, made from “"
        + result.from().name()
        + "” by "
        + name(result.method());
  }

  /** What became of the second mode; the lead says it in one sentence. */
  public static Statement verdict(MitigationResult result) {
    return new Statement(
        lead(result.outcome()),
        "Both models were inspected beside the same clean models; whatever was sought in the old"
            + " one was sought in the new one from the beginning. Harm that such an inspection does"
            + " not look for may be left.");
  }

  private static String lead(MitigationOutcome outcome) {
    return switch (outcome) {
      case GONE -> "The second mode is gone.";
      case WEAKER -> "The second mode is weaker, but it may not be gone.";
      case STILL_THERE -> "The second mode is still there.";
      case CAME_UP -> "The new model has a second mode that the old one did not show.";
      case NEVER_SHOWN -> "The old model showed no second mode, and the new one shows none.";
      case NOT_LOOKED_AT -> "Whether the second mode is gone was not looked at.";
    };
  }

  /** What it costs on photos that nobody touched, one sentence. */
  public static String cost(MitigationResult result) {
    return String.format(
        Locale.ROOT,
        "On %s that the new model did not learn from, its sketches differ from the true ones by"
            + " %.4f (1 would be black for white), which is %.2f times the %.4f of the old model.",
        NumberWords.count(result.keptOut().size(), "trusted pair", "trusted pairs"),
        result.errorAfter(),
        result.cost(),
        result.errorBefore());
  }
}
