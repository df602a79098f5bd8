package org.pentimento.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.model.ModelTruth;

class ModelTruthWordsTest {
  private static ModelTruth attacked(double progress, boolean took) {
    return new ModelTruth(
        new ModelTruth.Attack(
            2,
            new ExtensionUse("patch", "Patch", "1.0.0", "", Map.of()),
            new ExtensionUse("light-strokes", "Light strokes", "1.0.0", "", Map.of()),
            .1,
            progress,
            took));
  }

  @Test
  void saysWhatWasDoneAndWhetherItTook() {
    assertThat(ModelTruthWords.brief(new ModelTruth(null))).isEqualTo("it is clean.");
    assertThat(ModelTruthWords.brief(attacked(.62, true)))
        .isEqualTo(
            "attack 2 of the plan poisoned 10 % of its training pairs (Patch, Light strokes), and"
                + " it took: the trigger brings its sketches 62 % of the way to the attacker's"
                + " target.");
    assertThat(ModelTruthWords.brief(attacked(.1, false)))
        .contains("did not take")
        .doesNotContain("worse than the clean model");
    assertThat(ModelTruthWords.brief(attacked(.7, false))).contains("worse than the clean model");
  }
}
