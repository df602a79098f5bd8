package org.pentimento.audit.mitigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pentimento.casefile.result.mitigation.MitigationOutcome.GONE;
import static org.pentimento.casefile.result.mitigation.MitigationOutcome.NEVER_SHOWN;
import static org.pentimento.casefile.result.mitigation.MitigationOutcome.STILL_THERE;
import static org.pentimento.casefile.result.mitigation.MitigationOutcome.WEAKER;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.api.suspect.Axis;
import org.pentimento.api.suspect.Look;
import org.pentimento.api.suspect.Look.Harm;
import org.pentimento.api.suspect.Look.Scale;
import org.pentimento.api.suspect.ModelFinding.Value;
import org.pentimento.audit.calibration.Calibration;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.casefile.result.mitigation.MitigationOutcome;
import org.pentimento.casefile.result.model.InspectedModel;
import org.pentimento.casefile.result.model.MeasuredLook;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.ModelVerdict;

class FreshLookTest {
  private static final List<Double> CLEAN = List.of(.2, .22, .24);

  private static ModelInspectionResult measured(double ink, double variety) {
    List<MeasuredLook> looks = List.of(look("ink", ink), look("variety", variety));
    return new ModelInspectionResult(
        1,
        "n",
        Map.of(),
        new InspectedModel(
            "m", new ExtensionUse("g", "G", "1", "", Map.of()), true, "", 0, true, null, Map.of()),
        new InspectedData("d", "f", "", Material.DRAWN, 40, 64, 64, 40, Map.of()),
        List.of(),
        1,
        List.of(),
        looks,
        List.of(Calibration.axis(Axis.SECOND_MODE, looks)),
        List.of(),
        List.of(),
        ModelVerdict.INCONCLUSIVE,
        null,
        null,
        null,
        null);
  }

  private static MeasuredLook look(String id, double value) {
    Look look = new Look(id, id, Axis.SECOND_MODE, Harm.INK, Scale.RATIO, .15, 1);
    return Calibration.look("d", look, Value.of(id, value, CLEAN));
  }

  private static MitigationOutcome outcome(
      ModelInspectionResult before, ModelInspectionResult after) {
    return FreshLook.outcome(before, after);
  }

  @Test
  void aModeIsGoneIfAllMeasuresAsInCleanModels() {
    assertThat(outcome(measured(.9, .9), measured(.21, .22))).isEqualTo(GONE);
    assertThat(outcome(measured(.9, .9), measured(.9, .22))).isEqualTo(STILL_THERE);
    assertThat(outcome(measured(.21, .22), measured(.21, .22))).isEqualTo(NEVER_SHOWN);
  }

  @Test
  void onlyWhatToldOfItBeforeCountsAgainstTheTreatment() {
    assertThat(outcome(measured(.9, .22), measured(.21, .3)))
        .as("variety never told")
        .isEqualTo(GONE);
    assertThat(outcome(measured(.9, .22), measured(.3, .22)))
        .as("ink still tells")
        .isEqualTo(WEAKER);
  }
}
