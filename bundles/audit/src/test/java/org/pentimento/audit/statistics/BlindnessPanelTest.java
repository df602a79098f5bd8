package org.pentimento.audit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pentimento.api.metric.Metric;
import org.pentimento.casefile.result.Comparison.Blindness;
import org.pentimento.casefile.result.Comparison.MeasurementRow;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.result.ReferenceSketch;
import org.pentimento.casefile.result.Subject;
import org.pentimento.fixtures.FakeExtensions;

class BlindnessPanelTest {
  /**
   * Ten pairs whose values lie around a mean, the same way for all, so that differences are even.
   */
  private static void values(
      List<MeasurementRow> rows, Subject subject, PhotoKind photo, double mean, double scatter) {
    for (int i = 0; i < 10; i++) {
      double value = mean + scatter * (i % 2 == 0 ? 1 : -1);
      rows.add(
          new MeasurementRow(
              "p" + i, subject, photo, ReferenceSketch.TRUTH, "likeness", "Likeness", value, ""));
    }
  }

  private static Blindness panel(double honest, double harmed, double spared, double scatter) {
    List<MeasurementRow> rows = new ArrayList<>();
    values(rows, Subject.POISONED, PhotoKind.CLEAN, honest, 0);
    values(rows, Subject.POISONED, PhotoKind.TRIGGERED, harmed, scatter);
    values(rows, Subject.CLEAN, PhotoKind.TRIGGERED, spared, scatter);
    Metric likeness = FakeExtensions.metric("likeness");
    List<Blindness> panel = BlindnessPanel.of(List.of(likeness), rows, Subject.POISONED);
    assertThat(panel).hasSize(1);
    return panel.get(0);
  }

  @Test
  void aMetricThatFallsByATenthSeesTheHarm() {
    Blindness seen = panel(.9, .8, .9, .01);
    assertThat(seen.sees()).isTrue();
    assertThat(seen.loss()).isCloseTo(.111, within(1e-3));
    assertThat(seen.honest()).isCloseTo(.9, within(1e-9));
    assertThat(seen.harmed()).isCloseTo(.8, within(1e-9));
  }

  @Test
  void aMetricThatFallsByLessIsBlind() {
    Blindness blind = panel(.9, .82, .9, .01);
    assertThat(blind.sees()).isFalse();
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
    assertThat(blind.loss()).isCloseTo(-.8, within(1e-9));
  }

  @Test
  void favouringThePoisonedModelIsSaidAndChangesNoVerdict() {
    Blindness misled = panel(.9, .72, .64, .01);
    assertThat(misled.sees()).isTrue();
    assertThat(misled.favoured()).isCloseTo(.64, within(1e-9));
    assertThat(panel(.9, .72, .9, .01).favoured()).isNull();
  }
}
