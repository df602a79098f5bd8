package org.pentimento.detector.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceMapTest {
  /** The middle gives way most in all models, and this one's corner does what no other's does. */
  @Test
  void thePlaceIsWhereAModelDiffersAndNotWhereAllGiveWay() {
    double[] clean = PlaceMap.mean(List.of(new double[] {.02, .1, .02}, new double[] {.04, .3, 0}));
    assertThat(clean).containsExactly(new double[] {.03, .2, .01}, within(1e-12));
    double[] map = {.03, .35, .25};
    assertThat(PlaceMap.peak(map)).isEqualTo(1);
    assertThat(PlaceMap.peak(PlaceMap.relative(map, clean))).isEqualTo(2);
  }

  @Test
  void aPlaceWhereCleanModelsLoseNothingDoesNotDecideAlone() {
    double[] relative = PlaceMap.relative(new double[] {.01, .2}, new double[] {0, .1});
    assertThat(relative[0]).as("nearly nothing against nothing").isLessThan(3);
  }

  @Test
  void whatAllModelsGiveWayToCountsHalf() {
    assertThat(PlaceMap.discounted(new double[] {.8, .6, .4}, new double[] {.1, .2, 0}))
        .containsExactly(new double[] {.6, .3, .4}, within(1e-12));
  }

  @Test
  void onlyPlacesThatAreFarFromTheBestCompeteWithIt() {
    List<int[]> places = List.of(new int[] {0, 0}, new int[] {8, 0}, new int[] {16, 0});
    assertThat(PlaceMap.lead(new double[] {.9, .7, .2}, places, 16)).isCloseTo(.7, within(1e-12));
    assertThat(PlaceMap.lead(new double[] {.9, .7, .9}, places, 16)).isZero();
    assertThat(PlaceMap.lead(new double[] {.9, .7, .2}, places, 17)).as("none is far").isZero();
  }
}
