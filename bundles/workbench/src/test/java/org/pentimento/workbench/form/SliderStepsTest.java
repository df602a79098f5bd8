package org.pentimento.workbench.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SliderStepsTest {
  @Test
  void goesEvenlyThroughARange() {
    SliderSteps steps = SliderSteps.of(0, 1, false);
    assertThat(steps.value(0)).isEqualTo("0");
    assertThat(steps.value(steps.count())).isEqualTo("1");
    assertThat(steps.value(steps.index(0.2))).isEqualTo("0.2");
    assertThat(steps.value(steps.index(0.35))).isEqualTo("0.35");
  }

  @Test
  void reachesEachOfAFewWholeNumbers() {
    SliderSteps steps = SliderSteps.of(1, 9, true);
    assertThat(steps.count()).isEqualTo(8);
    for (int i = 0; i <= 8; i++) {
      assertThat(steps.value(i)).isEqualTo(Integer.toString(i + 1));
      assertThat(steps.index(i + 1)).isEqualTo(i);
    }
  }

  @Test
  void goesByFactorsWhereBoundsAreFarApart() {
    SliderSteps steps = SliderSteps.of(0.0001, 1, false);
    assertThat(steps.byFactor()).isTrue();
    assertThat(steps.value(steps.count() / 2)).isEqualTo("0.01");
    assertThat(steps.value(steps.count())).isEqualTo("1");
    assertThat(steps.index(5)).as("beyond the end").isEqualTo(steps.count());
    SliderSteps whole = SliderSteps.of(1, 1_000_000, true);
    assertThat(whole.value(0)).isEqualTo("1");
    assertThat(whole.value(whole.count())).isEqualTo("1000000");
  }

  @Test
  void spellsNumbersPlainly() {
    assertThat(PlainNumbers.words(1e-6)).isEqualTo("0.000001");
    assertThat(PlainNumbers.words(0)).isEqualTo("0");
    assertThat(PlainNumbers.parse("0.")).isEqualTo(0.0);
    assertThat(PlainNumbers.parse("half")).isNull();
    assertThat(PlainNumbers.parse("NaN")).isNull();
  }

  @Test
  void leavesRangesToTheKeyboardThatNoSliderCanReach() {
    assertThat(SliderSteps.suit(0, 1, false)).isTrue();
    assertThat(SliderSteps.suit(512, 1 << 20, true)).isTrue();
    assertThat(SliderSteps.suit(0, Integer.MAX_VALUE, true)).isFalse();
    assertThat(SliderSteps.suit(0, Double.POSITIVE_INFINITY, false)).isFalse();
    assertThat(SliderSteps.suit(3, 3, true)).isFalse();
  }
}
