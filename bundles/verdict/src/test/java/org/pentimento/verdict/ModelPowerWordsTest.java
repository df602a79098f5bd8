package org.pentimento.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pentimento.casefile.result.QuotedPower.Share;
import org.pentimento.casefile.result.model.QuotedModelPower;
import org.pentimento.casefile.result.model.Strength;

class ModelPowerWordsTest {
  private static Strength strength(double ratio) {
    return new Strength(ratio, ratio / 2, ratio * 2, .02, 43, Strength.Scale.of(ratio));
  }

  private static List<String> sentences(double clean, double spoilt) {
    return ModelPowerWords.sentences(
        new QuotedModelPower(
            "model-self-test-1",
            "faces",
            "cgan",
            60,
            42,
            12,
            40,
            new Share(.9, .8, .96),
            new Share(.05, .01, .16),
            new Share(0, 0, .08),
            new Share(.99, .95, 1),
            new Share(.9, .8, .95),
            strength(clean),
            strength(spoilt)));
  }

  @Test
  void whatWasNotMeasuredIsSaid() {
    assertThat(ModelPowerWords.sentences(null))
        .singleElement()
        .asString()
        .contains("was not measured", "Drawn faces never stand for photographs");
  }

  @Test
  void theStrengthIsSaidForBothInnocentExplanationsAndIsNoPosterior() {
    assertThat(sentences(30, .05))
        .anyMatch(s -> s.contains("Of 40 attacks that took 90 %"))
        .anyMatch(
            s ->
                s.contains("moderate support for a trigger over it being clean")
                    && s.contains("likelihood ratio 30, 95 % interval 15 to 60")
                    && s.contains("allow 0.020 to 43"))
        .anyMatch(s -> s.contains("moderate support for its pairs being spoilt without a trigger"))
        .anyMatch(s -> s.contains("do not say how probable a backdoor is"))
        .noneMatch(s -> s.contains("safe"));
  }

  @Test
  void aRatioNearOneSupportsNeither() {
    assertThat(sentences(1.4, 3))
        .anyMatch(s -> s.contains("supports neither a trigger nor it being clean"))
        .anyMatch(s -> s.contains("weak support for a trigger over its pairs being spoilt"));
  }
}
