package org.pentimento.audit.selftest.statistics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.pentimento.audit.selftest.model.MadeUpTrials.attack;
import static org.pentimento.audit.selftest.model.MadeUpTrials.clean;
import static org.pentimento.audit.selftest.model.MadeUpTrials.spoilt;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult.Contrast;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult.KindOfModel;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult.Reached;
import org.pentimento.casefile.result.model.selftest.PlantedInModel.What;

class ModelSummariesTest {
  private final ModelSummaries summaries =
      new ModelSummaries(
          List.of(
              clean(.1, .5),
              clean(.2, .04),
              clean(.3, .9),
              clean(.6, .3),
              spoilt(.5),
              spoilt(.97),
              attack(.05, .45, .2),
              attack(.1, .7, .8),
              attack(.1, .9, .95),
              attack(.3, .95, .99),
              attack(.3, .1, .9)));

  @Test
  void attacksThatDidNotTakeStandApart() {
    KindOfModel attacks = summaries.of(What.ATTACK).orElseThrow();
    assertThat(attacks.models()).isEqualTo(5);
    assertThat(attacks.counted()).isEqualTo(4);
    assertThat(requireNonNull(attacks.found()).value()).isEqualTo(.75);
    assertThat(attacks.smallestFound()).isEqualTo(.1);
    assertThat(requireNonNull(attacks.auc()).value()).isEqualTo(13.5 / 16, within(1e-9));
    assertThat(requireNonNull(attacks.recallAtOne()).value()).isEqualTo(.75);
    assertThat(requireNonNull(attacks.placed()).value()).isEqualTo(.75);
    assertThat(requireNonNull(attacks.waves()).value()).isEqualTo(.5);
    assertThat(attacks.brier()).isCloseTo((.64 + .04 + .0025 + .0001) / 4, within(1e-9));
  }

  @Test
  void falseAlarmsAreThoseOfCleanModels() {
    KindOfModel clean = summaries.of(What.NOTHING).orElseThrow();
    assertThat(requireNonNull(clean.suspected()).value()).isEqualTo(.25);
    assertThat(requireNonNull(clean.found()).value()).isZero();
    assertThat(clean.auc()).isNull();
    assertThat(clean.crossEntropy()).isCloseTo(.4004, within(1e-3));
  }

  @Test
  void attacksAreContrastedWithCleanAndWithSpoiltModels() {
    assertThat(summaries.contrasts())
        .extracting(Contrast::other)
        .containsExactly(What.NOTHING, What.SPOILT_PAIRS);
    Contrast spoilt = summaries.contrasts().get(1);
    assertThat(spoilt.auc().value()).isEqualTo(4 / 8.0);
    assertThat(spoilt.attacks()).isEqualTo(4);
    assertThat(spoilt.others()).isEqualTo(2);
  }

  @Test
  void powerIsToldByHowFarAttacksGot() {
    assertThat(summaries.reached())
        .extracting(Reached::from, Reached::models)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(-9.0, 1),
            org.assertj.core.groups.Tuple.tuple(.4, 1),
            org.assertj.core.groups.Tuple.tuple(.6, 1),
            org.assertj.core.groups.Tuple.tuple(.8, 2));
  }

  @Test
  void eachPartOfAnAttackIsSummedUpAlone() {
    assertThat(summaries.kinds())
        .filteredOn(kind -> kind.what() == What.ATTACK && kind.rate() == .3)
        .singleElement()
        .satisfies(kind -> assertThat(kind.counted()).isEqualTo(1));
    assertThat(summaries.kinds())
        .filteredOn(kind -> kind.trigger().equals("sinusoidal"))
        .singleElement()
        .satisfies(kind -> assertThat(kind.counted()).isEqualTo(4));
  }
}
