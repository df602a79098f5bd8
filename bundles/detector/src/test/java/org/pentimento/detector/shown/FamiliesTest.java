package org.pentimento.detector.shown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pentimento.detector.compact.CompactFamily;

class FamiliesTest {
  /** Excess of wave, colour, shade and warp. */
  @Test
  void oneFamilyLeadsByWhatItTakesMoreThanTheNext() {
    assertThat(Families.lead(List.of(.8, .1, .3, -.1), false)).isCloseTo(.5, within(1e-12));
    assertThat(Families.lead(List.of(.35, .0, .65, .4), false)).isCloseTo(.25, within(1e-12));
    assertThat(Families.lead(List.of(-.1, -.1, -.2, -.1), false)).isZero();
  }

  @Test
  void aCoarseWaveDoesNotCompeteWithTheShadeThatItIs() {
    assertThat(Families.lead(List.of(.7, .1, .65, .0), true)).isCloseTo(.6, within(1e-12));
    assertThat(CompactFamily.smooth(new double[] {3, -.1, .5})).isTrue();
    assertThat(CompactFamily.smooth(new double[] {6, 0, .5})).isFalse();
  }
}
