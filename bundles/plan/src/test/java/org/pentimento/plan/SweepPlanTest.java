package org.pentimento.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.fixtures.FakeExtensions;

class SweepPlanTest {
  private static final String PLAN =
      """
      pentimento: 1
      data: {dataset: faces, count: 120, seed: 7, split: {train: 80, test: 40}, size: [64, 48]}
      generators:
        - {id: fcn, width: {each: [16, 32]}}
      attacks:
        - trigger: {id: sinusoidal, amplitude: 0.2}
          strategy: {id: light-strokes}
          rate: RATE
      metrics: [ssim]
      seeds: {each: [1, 2]}
      """;
  private static final String RANGE =
      PLAN.replace("RATE", "{from: 0.01, to: 0.1, steps: 3, scale: log}");

  private final PlanReader reader = new PlanReader(FakeExtensions.some());

  @Test
  void combinesAllValuesIntoOrdinaryPlans() throws Exception {
    SweepPlan sweep = SweepPlan.read("p", RANGE);
    assertThat(sweep.axes().get("attacks[0].rate"))
        .isEqualTo(List.<Object>of(0.01, 0.0316228, 0.1));
    assertThat(sweep.cells()).hasSize(12).doesNotHaveDuplicates();
    Plan last = sweep.plan(reader, sweep.cells().get(11));
    assertThat(last.seeds()).containsExactly(2L);
    assertThat(last.attacks().get(0).rate()).isEqualTo(0.1);
    assertThat(last.generators().get(0).settings().integer("width")).isEqualTo(32);
    Plan first = sweep.plan(reader, sweep.cells().get(0));
    assertThat(first.generators().get(0).settings().integer("width")).isEqualTo(16);
  }

  @Test
  void aPlainPlanIsOneCell() throws Exception {
    String plain =
        PLAN.replace("RATE", "0.1")
            .replace("{each: [16, 32]}", "16")
            .replace("{each: [1, 2]}", "[1, 2]");
    SweepPlan sweep = SweepPlan.read("p", plain);
    assertThat(sweep.axes()).isEmpty();
    assertThat(sweep.cells()).containsExactly(Map.of());
    assertThat(sweep.plan(reader, Map.of())).isEqualTo(reader.read("p", plain, List.of()));
  }

  @Test
  void leavesOutWhatIsExcluded() throws Exception {
    SweepPlan sweep =
        SweepPlan.read("p", RANGE + "sweep: {exclude: [{width: 32, rate: 0.1}, {seeds: 2}]}\n");
    assertThat(sweep.cells()).hasSize(5);
    sweep.plan(reader, sweep.cells().get(4));
  }

  @Test
  void refusesAnExclusionOfWhatIsNotThere() {
    assertThatThrownBy(() -> SweepPlan.read("p", RANGE + "sweep: {exclude: [{width: 33}]}\n"))
        .hasMessageContaining("33 is no value of generators[0].width");
    assertThatThrownBy(() -> SweepPlan.read("p", RANGE + "sweep: {exclude: [{depth: 3}]}\n"))
        .hasMessageContaining("'depth' names no axis");
    assertThatThrownBy(
            () -> SweepPlan.read("p", RANGE + "sweep: {exclude: [{seeds: 1}, {seeds: 2}]}\n"))
        .hasMessageContaining("every cell of the grid is excluded");
  }

  @Test
  void refusesAGridOfAMillionBeforeItIsMade() {
    String large =
        PLAN.replace("RATE", "{from: 0.01, to: 0.9, steps: 5000}")
            .replace("{each: [16, 32]}", "{from: 1, to: 1000, steps: 1000}");
    assertThatThrownBy(() -> SweepPlan.read("p", large))
        .hasMessageContaining(
            "the grid has 10000000 cells (generators[0].width: 1000 × attacks[0].rate: 5000");
    assertThatThrownBy(() -> SweepPlan.read("p", RANGE + "sweep: {cap: 11}\n"))
        .hasMessageContaining("12 cells");
  }

  @Test
  void namesAnInvalidCellWithItsValues() throws Exception {
    SweepPlan sweep = SweepPlan.read("p", PLAN.replace("RATE", "{each: [0.1, 1.7]}"));
    assertThatThrownBy(() -> sweep.plan(reader, sweep.cells().get(2)))
        .hasMessageContaining("attacks[0].rate=1.7")
        .hasMessageContaining("generators[0].width=16");
    SweepPlan lists =
        SweepPlan.read("p", PLAN.replace("RATE", "0.1").replace("[16, 32]", "[[16, 32]]"));
    assertThatThrownBy(() -> lists.plan(reader, lists.cells().get(0)))
        .hasMessageContaining("generators[0].width=[16, 32]");
  }

  @Test
  void refusesARangeThatIsNone() {
    for (String wrong :
        List.of(
            "{from: 0.2, to: 0.1, steps: 3}",
            "{from: 0, to: 1, steps: 3, scale: log}",
            "{from: 0.1, to: 0.2, steps: 1}",
            "{from: 0.1, to: 0.2, steps: 3, scale: cubic}",
            "{each: []}",
            "{each: [1, 1]}",
            "{from: 0.1, steps: 3}")) {
      assertThatThrownBy(() -> SweepPlan.read("p", PLAN.replace("RATE", wrong)))
          .as(wrong)
          .isInstanceOf(PlanException.class)
          .hasMessageContaining("attacks[0].rate");
    }
  }
}
