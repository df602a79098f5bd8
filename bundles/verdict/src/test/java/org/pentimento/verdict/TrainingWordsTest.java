package org.pentimento.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Training fcn/clean/s1 | Training FCN, clean, seed 1",
        "fcn/1/s1/poisoned | FCN, poisoned by attack 1, seed 1",
        "Inspection of run-1/cgan/2/s17/clean | Inspection of CGAN, clean, seed 17 (run 1)",
        "shadow/cgan/s3 | shadow model CGAN, seed 3",
        "“run-2/two-steps/1/s1/poisoned”. | “two steps, poisoned by attack 1, seed 1 (run 2)”.",
        "fcn/1/s1 | FCN, attack 1, seed 1",
      })
  void namesOfModelsAreWords(String said, String words) {
    assertThat(TrainingWords.inWords(said)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "/home/me/s1/clean",
    "photos/s1.png",
    "unet from elsewhere",
    "suspect/1",
    "run-1",
    "a/b/s1/clean/more"
  })
  void otherNamesStay(String name) {
    assertThat(TrainingWords.inWords(name)).isEqualTo(name);
  }

  @Test
  void aLossSaysWhatItMeasures() {
    assertThat(TrainingWords.loss("l1")).isEqualTo("difference from the true sketch");
    assertThat(TrainingWords.loss("feature-match")).isEqualTo("feature match");
  }
}
