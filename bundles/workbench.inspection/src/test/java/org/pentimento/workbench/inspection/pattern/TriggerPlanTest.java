package org.pentimento.workbench.inspection.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.model.InspectedModel;
import org.pentimento.plan.PlanText;

class TriggerPlanTest {
  private static final Descriptor WAVE =
      Descriptor.of(
          "wave",
          "Wave",
          "1.0.0",
          "",
          "",
          Parameter.number("amplitude", "Amplitude", "How strong.", "", .2, 0, 1),
          Parameter.file("image", "Image", "Which."));

  private static final DatasetRecord SET =
      new DatasetRecord(
          "suspect",
          "two-folders",
          Map.of(),
          DatasetRecord.Mode.REFERENCED,
          "/pictures",
          "",
          "5".repeat(64),
          40,
          0,
          0,
          List.of());

  @Test
  void attacksTheDataSetWithTheTriggerAndNothingElse() {
    PlanText plan =
        PlanText.of(TriggerPlan.audit(SET, 2, 200, 250).with(WAVE, Map.of("amplitude", "0.125")));
    assertThat(plan.problem()).isEmpty();
    assertThat(plan.value("data.dataset")).isEqualTo("suspect");
    assertThat(plan.size("attacks")).isEqualTo(1);
    assertThat(plan.id("attacks[0].trigger")).isEqualTo("wave");
    assertThat(plan.value("attacks[0].trigger.amplitude")).isEqualTo("0.125");
    assertThat(plan.has("attacks[0].trigger.image")).as("a file that is not named").isFalse();
    assertThat(plan.value("threads")).isEqualTo("2");
    assertThat(plan.value("data.size[1]")).as("settings count its pixels").isEqualTo("250");
  }

  private static InspectedModel model(String maker, boolean trained) {
    return new InspectedModel(
        "the model",
        new ExtensionUse(maker, maker, "1", "", trained ? Map.of("width", 12) : Map.of()),
        trained,
        "",
        0,
        true,
        null,
        Map.of());
  }

  @Test
  void showsTheTriggerToAnImportedModelAndTeachesTheGeneratorOfATrainedOne() {
    PlanText imported =
        PlanText.of(
            TriggerPlan.audit(SET, 2, 64, 80).against(model("onnx", false)).with(WAVE, Map.of()));
    assertThat(imported.problem()).isEmpty();
    assertThat(imported.value("models[0].model")).isEqualTo("the model");
    assertThat(imported.has("generators")).isFalse();
    PlanText trained =
        PlanText.of(
            TriggerPlan.audit(SET, 2, 64, 80).against(model("cgan", true)).with(WAVE, Map.of()));
    assertThat(trained.size("generators")).isEqualTo(1);
    assertThat(trained.id("generators[0]")).isEqualTo("cgan");
    assertThat(trained.value("generators[0].width")).isEqualTo("12");
  }

  @Test
  void previewsPhotosInTheirOwnSize() {
    PlanText plan = PlanText.of(TriggerPlan.preview(SET, 200, 250).with(WAVE, Map.of()));
    assertThat(plan.value("data.size[0]")).isEqualTo("200");
    assertThat(plan.value("attacks[0].trigger.amplitude")).isEqualTo("0.2");
  }

  @Test
  void refusesSettingsThatTheTriggerRefuses() {
    TriggerPlan plan = TriggerPlan.preview(SET, 64, 80);
    assertThatThrownBy(() -> plan.with(WAVE, Map.of("amplitude", "2")))
        .isInstanceOf(Settings.InvalidSettingException.class);
  }
}
