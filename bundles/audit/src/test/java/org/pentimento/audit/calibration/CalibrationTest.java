package org.pentimento.audit.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.pentimento.api.suspect.Axis;
import org.pentimento.api.suspect.Look;
import org.pentimento.api.suspect.Look.Harm;
import org.pentimento.api.suspect.Look.Scale;
import org.pentimento.api.suspect.ModelFinding.Value;
import org.pentimento.casefile.result.model.AxisFound;
import org.pentimento.casefile.result.model.Evidence;
import org.pentimento.casefile.result.model.MeasuredLook;

class CalibrationTest {
  private static final Look INK = look("ink", .15, 1);
  private static final Look VARIETY = look("variety", .15, 1);

  private static Look look(String id, double floor, double most) {
    return new Look(id, id, Axis.SECOND_MODE, Harm.INK, Scale.RATIO, floor, most);
  }

  private static MeasuredLook measured(Look look, double suspect, Double... shadows) {
    return Calibration.look("d", look, Value.of(look.id(), suspect, List.of(shadows)));
  }

  @Test
  void aSuspectLikeItsShadowsSpeaksAgainst() {
    AxisFound axis =
        Calibration.axis(
            Axis.SECOND_MODE,
            List.of(measured(INK, .21, .2, .22, .24), measured(VARIETY, .4, .45, .4, .41)));
    assertThat(axis.evidence()).isEqualTo(Evidence.AGAINST);
    assertThat(axis.looks()).isEqualTo(2);
  }

  /** Of many looks one is always a little beyond three shadows. */
  @Test
  void aLittleBeyondTheShadowsStillSpeaksAgainst() {
    MeasuredLook ink = measured(INK, .21, .2, .22, .24);
    MeasuredLook little = measured(VARIETY, .46, .45, .4, .41);
    MeasuredLook more = measured(VARIETY, .52, .45, .4, .41);
    assertThat(Calibration.axis(Axis.SECOND_MODE, List.of(ink, little)).evidence())
        .isEqualTo(Evidence.AGAINST);
    assertThat(Calibration.axis(Axis.SECOND_MODE, List.of(ink, more)).evidence())
        .isEqualTo(Evidence.UNDECIDED);
  }

  @Test
  void aSuspectThatGivesWayFarMoreIsEvidence() {
    MeasuredLook ink = measured(INK, .7, .2, .22, .24);
    AxisFound axis =
        Calibration.axis(Axis.SECOND_MODE, List.of(ink, measured(VARIETY, .4, .45, .4, .41)));
    assertThat(axis.evidence()).isEqualTo(Evidence.FOR);
    assertThat(axis.look()).isEqualTo("ink");
    assertThat(axis.p()).isCloseTo(2 * Objects.requireNonNull(ink.p()), within(1e-12));
  }

  /** Three shadows that happen to agree to a thousandth must not make a p of a millionth. */
  @Test
  void theSpreadHasAFloor() {
    assertThat(measured(INK, .26, .220, .220, .221).p()).isGreaterThan(.1);
  }

  @Test
  void aLookThatCouldNotReachItDoesNotCount() {
    MeasuredLook weak = measured(look("weak", .6, 1), .9, .3, .3, .3);
    assertThat(weak.leastP()).isGreaterThan(Evidence.FOR_BELOW);
    assertThat(Calibration.axis(Axis.SECOND_MODE, List.of(weak)).evidence())
        .isEqualTo(Evidence.NOT_LOOKED_AT);
  }

  @Test
  void twoShadowsRankAndGiveNoP() {
    MeasuredLook look = measured(INK, .9, .2, .22);
    assertThat(look.p()).isNull();
    assertThat(look.suspect()).isEqualTo(.9);
    assertThat(Calibration.axis(Axis.SECOND_MODE, List.of(look)).evidence())
        .isEqualTo(Evidence.NOT_LOOKED_AT);
  }

  @Test
  void whatCouldNotBeMeasuredSaysWhy() {
    MeasuredLook look = Calibration.look("d", INK, Value.none("ink", "No eyes."));
    assertThat(look.problem()).isEqualTo("No eyes.");
    assertThat(look.suspect()).isNull();
  }
}
