package org.pentimento.casefile.result.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelVerdictTest {
  @ParameterizedTest
  @CsvSource({
    "FOR, AGAINST, FOR, BACKDOOR",
    "AGAINST, AGAINST, FOR, BACKDOOR",
    "FOR, FOR, FOR, BACKDOOR",
    "FOR, FOR, AGAINST, SPOILT_DATA",
    "FOR, FOR, NOT_LOOKED_AT, SPOILT_DATA",
    "AGAINST, FOR, AGAINST, SPOILT_DATA",
    "FOR, AGAINST, AGAINST, HIDDEN_MODE",
    "FOR, AGAINST, UNDECIDED, HIDDEN_MODE",
    "FOR, UNDECIDED, AGAINST, INCONCLUSIVE",
    "FOR, NOT_LOOKED_AT, AGAINST, INCONCLUSIVE",
    "AGAINST, AGAINST, AGAINST, NOTHING_FOUND",
    "AGAINST, UNDECIDED, AGAINST, NOTHING_FOUND",
    "AGAINST, AGAINST, NOT_LOOKED_AT, INCONCLUSIVE",
    "UNDECIDED, AGAINST, AGAINST, INCONCLUSIVE",
    "NOT_LOOKED_AT, NOT_LOOKED_AT, NOT_LOOKED_AT, INCONCLUSIVE"
  })
  void followsTheTable(Evidence mode, Evidence harm, Evidence trigger, ModelVerdict verdict) {
    assertThat(ModelVerdict.of(mode, harm, trigger)).isEqualTo(verdict);
  }

  /** Nothing is called found to be nothing unless both searches were done and spoke against it. */
  @Test
  void nothingFoundTakesTwoAnswers() {
    for (Evidence mode : Evidence.values()) {
      for (Evidence harm : Evidence.values()) {
        for (Evidence trigger : Evidence.values()) {
          if (ModelVerdict.of(mode, harm, trigger) == ModelVerdict.NOTHING_FOUND) {
            assertThat(mode).isEqualTo(Evidence.AGAINST);
            assertThat(trigger).isEqualTo(Evidence.AGAINST);
            assertThat(harm).isNotEqualTo(Evidence.FOR);
          }
        }
      }
    }
  }
}
