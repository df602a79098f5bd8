package org.pentimento.detector.sketching;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pentimento.api.Progress;
import org.pentimento.api.generator.Model;
import org.pentimento.api.suspect.SuspectModel.Shadow;
import org.pentimento.detector.sketching.Budget.Share;
import org.pentimento.detector.sketching.Budget.Sizes;

class BudgetTest {
  private static final Share SHARE = new Share(.2, .25);
  private static final Model NOBODY =
      (Model)
          Proxy.newProxyInstance(
              Model.class.getClassLoader(),
              new Class<?>[] {Model.class},
              (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
              });
  private static final Sizes SIZES = new Sizes(.03, .002, .3);

  /** Two models that lose a multiple of the size, the second one half as much again. */
  private static Budget budget(double slope, List<Double> tried) throws Exception {
    // which model it is, nobody looks at
    List<Shadow> shadows = List.of(new Shadow(NOBODY, Set.of()), new Shadow(NOBODY, Set.of()));
    int[] asked = {0};
    return Budget.of(
        shadows,
        SHARE,
        SIZES,
        (shadow, size) -> {
          tried.add(size);
          return (asked[0]++ % 2 == 0 ? slope : 1.5 * slope) * size;
        },
        Progress.NONE);
  }

  @Test
  void theSizeIsTheOneAtWhichModelsLoseTheShare() throws Exception {
    List<Double> tried = new ArrayList<>();
    Budget budget = budget(1.5, tried);
    assertThat(1.25 * 1.5 * budget.size()).isBetween(.2, .25);
    assertThat(budget.effects()).containsExactly(1.5 * budget.size(), 2.25 * budget.size());
    assertThat(tried).as("three tries of two models at the most").hasSizeLessThan(7);
  }

  @Test
  void modelsThatHardlyGiveWayAreTriedUpToTheLargestSizeOnly() throws Exception {
    List<Double> tried = new ArrayList<>();
    assertThat(budget(.1, tried).size()).isEqualTo(.3);
    assertThat(Collections.max(tried)).isEqualTo(.3);
  }
}
