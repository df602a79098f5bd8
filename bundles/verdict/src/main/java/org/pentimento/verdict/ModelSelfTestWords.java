package org.pentimento.verdict;

import java.util.Optional;
import org.pentimento.casefile.result.QuotedPower.Share;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult;
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

  private static Optional<KindOfModel> whole(ModelSelfTestResult result, What what) {
    return result.kinds().stream().filter(kind -> kind.what() == what).findFirst();
  }
}
