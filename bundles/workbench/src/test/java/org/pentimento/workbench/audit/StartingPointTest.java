package org.pentimento.workbench.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.ModelRecord;
import org.pentimento.plan.PlanText;

class StartingPointTest {
  private static final ModelRecord SUSPECT =
      new ModelRecord(
          "suspect", "onnx", "1.0.0", Map.of(), Map.of(), "", "s.onnx", "s.onnx", List.of(), "");

  @Test
  void looksAtAModelWithoutTrainingAny() {
    PlanText plan = PlanText.of(new StartingPoint.OfModel(SUSPECT, null).plan(3));
    assertThat(plan.problem()).isEmpty();
    assertThat(plan.value("models[0].model")).isEqualTo("suspect");
    assertThat(plan.has("generators")).isFalse();
    assertThat(plan.value("data.dataset")).isEqualTo("faces");
    assertThat(plan.size("attacks")).isEqualTo(1);
  }

  @Test
  void showsAModelTheDataSetOfItsCase() {
    PlanText plan =
        PlanText.of(new StartingPoint.OfModel(SUSPECT, dataset(DatasetRecord.Mode.COPIED)).plan(3));
    assertThat(plan.value("data.dataset")).isEqualTo("club");
    assertThat(plan.value("data.split.train")).isEqualTo("20");
    assertThat(plan.has("data.size")).as("a model says itself which sizes it takes").isFalse();
  }

  @Test
  void drawsADataSetAgainThatWasMade() {
    PlanText plan =
        PlanText.of(new StartingPoint.OfDataset(dataset(DatasetRecord.Mode.MADE)).plan(3));
    assertThat(plan.value("data.seed")).isEqualTo("9");
    assertThat(plan.size("generators")).isEqualTo(2);
    assertThat(plan.value("threads")).isEqualTo("3");
  }

  private static DatasetRecord dataset(DatasetRecord.Mode mode) {
    return new DatasetRecord(
        "club", "faces", Map.of("seed", 9), mode, "", "", "", 30, 0, 0, List.of());
  }
}
