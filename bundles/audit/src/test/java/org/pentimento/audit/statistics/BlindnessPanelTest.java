package org.pentimento.audit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pentimento.api.metric.Metric;
import org.pentimento.casefile.result.Comparison.Blindness;
import org.pentimento.casefile.result.Comparison.MeasurementRow;
import org.pentimento.fixtures.FakeExtensions;

class BlindnessPanelTest {
  /**
   * Ten pairs whose values lie around a mean, the same way for all, so that differences are even.
   */
  private static void values(
      List<MeasurementRow> rows, String model, String photo, double mean, double scatter) {
    for (int i = 0; i < 10; i++) {
      double value = mean + scatter * (i % 2 == 0 ? 1 : -1);
      rows.add(
          new MeasurementRow("p" + i, model, photo, Role.TRUTH, "likeness", "Likeness", value, ""));
    }
  }

  private static Blindness panel(double honest, double harmed, double spared, double scatter) {
    List<MeasurementRow> rows = new ArrayList<>();
    values(rows, Role.POISONED, Role.CLEAN, honest, 0);
    values(rows, Role.POISONED, Role.TRIGGERED, harmed, scatter);
    values(rows, Role.CLEAN, Role.TRIGGERED, spared, scatter);
    Metric likeness = FakeExtensions.metric("likeness");
    List<Blindness> panel = BlindnessPanel.of(List.of(likeness), rows, Role.POISONED, true);
    assertThat(panel).hasSize(1);
    return panel.get(0);
  }

  @Test
  void aMetricThatFallsByATenthSeesTheHarm() {
    Blindness seen = panel(.9, .8, .9, .01);
    assertThat(seen.sees()).isTrue();
    assertThat(seen.loss()).isCloseTo(.111, within(1e-3));
    assertThat(seen.sentence()).endsWith("it sees the harm.").contains("0.900", "0.800", "11 %");
  }

  @Test
  void aMetricThatFallsByLessIsBlind() {
    Blindness blind = panel(.9, .82, .9, .01);
    assertThat(blind.sees()).isFalse();
    assertThat(blind.sentence()).contains("pass for honest work");
  }

  @Test
  void aFallThatChanceExplainsIsNotSeen() {
    assertThat(panel(.9, .75, .9, .5).sees()).isFalse();
  }

  @Test
  void aMetricThatRisesIsBlindHoweverFar() {
    Blindness blind = panel(.5, .9, .9, .01);
    assertThat(blind.sees()).isFalse();
    assertThat(blind.loss()).isNegative();
    assertThat(blind.sentence()).contains("80 % better");
  }

  @Test
  void favouringThePoisonedModelIsSaidAndChangesNoVerdict() {
    Blindness misled = panel(.9, .72, .64, .01);
    assertThat(misled.sees()).isTrue();
    assertThat(misled.sentence()).contains("sees the harm", "favours the poisoned one", "0.640");
    assertThat(panel(.9, .72, .9, .01).sentence()).doesNotContain("favours");
  }

  @Test
  void withoutAnAttackThatWorksThereIsNoHarmToSee() {
    List<MeasurementRow> rows = new ArrayList<>();
    values(rows, Role.POISONED, Role.CLEAN, .9, 0);
    values(rows, Role.POISONED, Role.TRIGGERED, .5, 0);
    Blindness none =
        BlindnessPanel.of(List.of(FakeExtensions.metric("likeness")), rows, Role.POISONED, false)
            .get(0);
    assertThat(none.sentence()).contains("no harm to see");
  }
}
