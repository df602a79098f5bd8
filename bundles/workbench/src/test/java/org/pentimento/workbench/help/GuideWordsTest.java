package org.pentimento.workbench.help;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuideWordsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Metric",
        "Against",
        "Clean",
        "Clean, trigger",
        "Poisoned",
        "Poisoned, trigger",
        "Sketches",
        "Difference, run 1",
        "Severity",
        "Kind",
        "Finding",
        "Model and attack",
        "Case",
        "Verdict",
        "p",
        "Least p",
        "p before",
        "Place",
        "Place, IoU",
        "Size",
        "Remarks",
        "Measurement",
        "Detector",
        "This model",
        "Clean models",
        "Helps to answer",
        "Model",
        "Made by",
        "Seed",
        "Pairs known",
        "Settings",
        "Before",
        "After",
        "What was planted",
        "Sets",
        "AUC",
        "AUC to clean",
        "Flagged",
        "Or in a group",
        "At 1 %",
        "At 5 %",
        "False alarms",
        "p below 1 %",
        "Found from",
        "Setting error",
        "Places",
        "Waves",
        "Brier",
        "Seconds",
        "No.",
        "Who",
        "What",
        "Particulars",
        "FSIM",
        "SSIM",
        "SHA-256"
      })
  void everyHeadOfATableHasItsWord(String head) {
    assertThat(GuideWords.explains(head)).isTrue();
    assertThat(GuideWords.help(head)).startsWith("# " + head + "\n").hasLineCount(2);
  }

  @Test
  void theWholeHeadComesBeforeAPartOfIt() {
    GuidePage.Span term = GuideWords.term("Clean, trigger").orElseThrow();
    assertThat(term.length()).isEqualTo("Clean, trigger".length());
    assertThat(GuideWords.explains("Nothing such")).isFalse();
    assertThat(GuideWords.explains("")).isFalse();
  }
}
