package org.pentimento.workbench.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortWordsTest {
  @Test
  void aLineHoldsTheFirstSentenceOrItsBeginning() {
    assertThat(ShortWords.of("fcn, 12.5 %, first look")).isEqualTo("fcn, 12.5 %, first look");
    assertThat(
            ShortWords.of(
                "The attack works in this generator. With the trigger on the photo, 9 of 10 do."))
        .isEqualTo("The attack works in this generator.");
    assertThat(
            ShortWords.of(
                "With the trigger on the photo, 92.5 % of all sketches lie nearer to the target."))
        .isEqualTo("With the trigger on the photo, 92.5 % of all sketches lie nearer …");
    assertThat(ShortWords.of("x".repeat(100))).isEqualTo("x".repeat(64) + " …");
  }
}
