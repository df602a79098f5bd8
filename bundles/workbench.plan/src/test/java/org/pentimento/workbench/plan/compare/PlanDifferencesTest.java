package org.pentimento.workbench.plan.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pentimento.workbench.plan.compare.PlanDifferences.Row;

class PlanDifferencesTest {
  private static final String ONE =
      """
      name: one
      generators:
        - {id: fcn, width: 32, epochs: 40}
      attacks:
        - trigger: {id: sinusoidal, amplitude: 0.2}
          rate: 0.10
      metrics: [fsim, scoot]
      seeds: [1]
      """;

  private static final String OTHER =
      """
      name: other
      generators:
        - {id: cgan, epochs: 40}
        - {id: fcn, epochs: 40, width: 16}
      attacks:
        - trigger: {id: patch}
          rate: 0.1
      metrics:
        - {id: scoot}
        - {id: fsim}
      seeds: [1, 2]
      """;

  private static Row row(PlanDifferences differences, String path) {
    return differences.rows().stream()
        .filter(row -> row.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + path + " in " + differences.rows()));
  }

  @Test
  void knowsExtensionsByTheirIdsWhereverTheyStand() {
    PlanDifferences both = PlanDifferences.of(List.of("one", "other"), List.of(ONE, OTHER));
    assertThat(row(both, "generators › fcn › width").values()).containsExactly("32", "16");
    assertThat(row(both, "generators › fcn › epochs").differs()).isFalse();
    assertThat(row(both, "generators › cgan").values()).containsExactly("", "used");
    assertThat(row(both, "metrics › fsim").differs()).as("in another order").isFalse();
  }

  @Test
  void comparesValueByValue() {
    PlanDifferences both = PlanDifferences.of(List.of("one", "other"), List.of(ONE, OTHER));
    assertThat(row(both, "attacks › 1 › rate").differs()).as("another spelling").isFalse();
    assertThat(row(both, "attacks › 1 › trigger").values()).containsExactly("sinusoidal", "patch");
    assertThat(row(both, "attacks › 1 › trigger › amplitude").values()).containsExactly("0.2", "");
    assertThat(row(both, "seeds").values()).containsExactly("1", "1, 2");
    assertThat(both.rows().stream().filter(Row::differs).map(Row::path))
        .containsExactly(
            "name",
            "generators › fcn › width",
            "generators › cgan",
            "generators › cgan › epochs",
            "attacks › 1 › trigger",
            "attacks › 1 › trigger › amplitude",
            "seeds");
  }
}
