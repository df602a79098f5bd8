package org.pentimento.audit.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.pentimento.api.suspect.Axis;
import org.pentimento.api.suspect.Look;
import org.pentimento.api.suspect.Look.Harm;
import org.pentimento.api.suspect.Look.Scale;
import org.pentimento.api.suspect.ModelFinding.Value;
import org.pentimento.casefile.result.model.MeasuredLook;

class ModelScoreTest {
  private static MeasuredLook look(Axis axis, double suspect, Double... shadows) {
    return look(axis, Harm.INK, suspect, shadows);
  }

  private static MeasuredLook look(Axis axis, Harm harm, double suspect, Double... shadows) {
    Look look = new Look("some", "Some", axis, harm, Scale.RATIO, .15, 10);
    return Calibration.look("anybody", look, Value.of("some", suspect, List.of(shadows)));
  }

  private static double score(double mode, double harm, double trigger) {
    return Objects.requireNonNull(
        ModelScore.of(
            List.of(
                look(Axis.SECOND_MODE, mode, .2, .22, .24),
                look(Axis.HARM_WITHOUT_TRIGGER, harm, .2, .22, .24),
                look(Axis.SHOWN_TRIGGER, trigger, .2, .22, .24))));
  }

  @Test
  void cleanIsLowAndATriggerHighAndSpoiltDataBetween() {
    assertThat(score(.22, .22, .22)).isLessThan(.1);
    assertThat(score(.9, .22, .9)).isGreaterThan(.9);
    assertThat(score(.9, .9, .22)).isLessThan(.5);
  }

  @Test
  void moreOfAModeAndOfATriggerRaisesItAndHarmToUntouchedPhotosLowersIt() {
    assertThat(score(.3, .25, .25)).isGreaterThan(score(.25, .25, .25));
    assertThat(score(.25, .25, .3)).isGreaterThan(score(.25, .25, .25));
    assertThat(score(.25, .3, .25)).isLessThan(score(.25, .25, .25));
  }

  @Test
  void itIsNeverCertain() {
    assertThat(score(9, .001, 9)).isEqualTo(.999);
    assertThat(score(.001, 9, .001)).isEqualTo(.001);
  }

  /** Black boxes have nothing to seek a trigger with. */
  @Test
  void aSecondModeCountsForMoreWhereNoTriggerWasLookedFor() {
    MeasuredLook mode = look(Axis.SECOND_MODE, .6, .2, .22, .24);
    MeasuredLook none = look(Axis.SHOWN_TRIGGER, .22, .2, .22, .24);
    assertThat(ModelScore.of(List.of(mode)))
        .isGreaterThan(Objects.requireNonNull(ModelScore.of(List.of(mode, none))));
  }

  @Test
  void aPartThatGoesRaisesItWhereTheWholeStays() {
    MeasuredLook part = look(Axis.SECOND_MODE, Harm.PART, .5, .2, .22, .24);
    double local =
        Objects.requireNonNull(
            ModelScore.of(List.of(look(Axis.SECOND_MODE, .22, .2, .22, .24), part)));
    assertThat(local).isGreaterThan(.5);
    MeasuredLook mode = look(Axis.SECOND_MODE, .6, .2, .22, .24);
    assertThat(ModelScore.of(List.of(mode, part))).isEqualTo(ModelScore.of(List.of(mode)));
  }

  /** What the traits of faces do to it tells spoilt data best. */
  @Test
  void unsteadinessSpeaksAloneForHarm() {
    MeasuredLook mode = look(Axis.SECOND_MODE, .6, .2, .22, .24);
    MeasuredLook error = look(Axis.HARM_WITHOUT_TRIGGER, Harm.ERROR, .9, .2, .22, .24);
    MeasuredLook steady = look(Axis.HARM_WITHOUT_TRIGGER, Harm.UNSTEADINESS, .22, .2, .22, .24);
    assertThat(ModelScore.of(List.of(mode, error, steady)))
        .isGreaterThan(Objects.requireNonNull(ModelScore.of(List.of(mode, error))));
  }

  @Test
  void withTooFewShadowsThereIsNone() {
    assertThat(ModelScore.of(List.of(look(Axis.SECOND_MODE, .9, .2, .2)))).isNull();
  }
}
