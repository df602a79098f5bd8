package org.pentimento.audit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ClopperPearsonTest {
  /** Values of R's binom.test. */
  @Test
  void itIsTheExactInterval() {
    ClopperPearson none = ClopperPearson.of(0, 10);
    assertThat(none.low()).isZero();
    assertThat(none.high()).isCloseTo(.3084971, within(1e-6));
    ClopperPearson all = ClopperPearson.of(10, 10);
    assertThat(all.low()).isCloseTo(.6915029, within(1e-6));
    assertThat(all.high()).isEqualTo(1);
    ClopperPearson some = ClopperPearson.of(5, 20);
    assertThat(some.share()).isEqualTo(.25);
    assertThat(some.low()).isCloseTo(.08657147, within(1e-6));
    assertThat(some.high()).isCloseTo(.49104587, within(1e-6));
  }
}
