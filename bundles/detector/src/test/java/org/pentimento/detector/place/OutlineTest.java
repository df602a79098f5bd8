package org.pentimento.detector.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutlineTest {
  private static final List<Integer> STARTS = List.of(0, 4, 8, 12, 16, 20);

  @Test
  void endsLieWhereWindowsStopToTakeInk() {
    Outline outline = Outline.of(STARTS, new double[] {0, .9, .9, .9, 0, 0}, 4, 64);
    assertThat(outline.from()).isCloseTo(6.5, within(1e-9));
    assertThat(outline.size()).isCloseTo(7, within(1e-9));
  }

  @Test
  void aTriggerAtTheEdgeReachesIt() {
    Outline first = Outline.of(STARTS, new double[] {.9, .9, .8, .1, 0, 0}, 8, 64);
    assertThat(first.from()).isZero();
    assertThat(first.size()).isCloseTo(11, within(1e-9));
    Outline last = Outline.of(STARTS, new double[] {0, 0, 0, 0, .9, .9}, 8, 28);
    assertThat(last.from()).isEqualTo(20);
    assertThat(last.size()).isEqualTo(8);
  }

  @Test
  void itIsNoShorterThanAWindow() {
    Outline one = Outline.of(STARTS, new double[] {0, 0, .9, .1, 0, 0}, 8, 64);
    assertThat(one).isEqualTo(new Outline(8, 8));
    assertThat(one.widened(12, 64)).isEqualTo(new Outline(6, 12));
  }
}
