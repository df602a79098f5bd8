package org.pentimento.audit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.pentimento.api.metric.Metric;
import org.pentimento.casefile.result.Comparison.Blindness;
import org.pentimento.casefile.result.Comparison.MeasurementRow;
import org.pentimento.casefile.result.Comparison.Net;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.result.ReferenceSketch;
import org.pentimento.casefile.result.Sight;
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

  private static Blindness panel(
      double honest, double harmed, double clean, double spared, double scatter) {
    List<MeasurementRow> rows = new ArrayList<>();
    values(rows, Subject.POISONED, PhotoKind.CLEAN, honest, 0);
    values(rows, Subject.POISONED, PhotoKind.TRIGGERED, harmed, scatter);
    values(rows, Subject.CLEAN, PhotoKind.CLEAN, clean, 0);
    values(rows, Subject.CLEAN, PhotoKind.TRIGGERED, spared, 0);
    return panel(rows, List.of(rows));
  }

  private static Blindness panel(List<MeasurementRow> rows, List<List<MeasurementRow>> clean) {
    return panel(FakeExtensions.metric("likeness"), rows, clean);
  }

  private static Blindness panel(
      Metric metric, List<MeasurementRow> rows, List<List<MeasurementRow>> clean) {
    List<Blindness> panel = BlindnessPanel.of(List.of(metric), rows, Subject.POISONED, clean);
    assertThat(panel).hasSize(1);
    return panel.get(0);
  }

  private static Net net(Blindness b) {
    return Objects.requireNonNull(b.net());
  }

  @Test
  void aMetricSeesTheBackdoorByWhatTheTriggerAloneDoesNotExplain() {
    Blindness seen = panel(.9, .7, .88, .86, .01);
    assertThat(seen.sight()).isEqualTo(Sight.SEES);
    assertThat(seen.honest()).isCloseTo(.9, within(1e-9));
    assertThat(seen.harmed()).isCloseTo(.7, within(1e-9));
    assertThat(seen.loss()).isCloseTo(.222, within(1e-3));
    assertThat(net(seen).honest()).isCloseTo(.88, within(1e-9));
    assertThat(net(seen).harmed()).isCloseTo(.86, within(1e-9));
    assertThat(net(seen).worse()).isCloseTo(.18, within(1e-9));
    assertThat(net(seen).share()).isCloseTo(.2, within(1e-9));
    assertThat(net(seen).low()).isBetween(.17, .18);
    assertThat(net(seen).high()).isBetween(.18, .19);
  }

  @Test
  void whatTheCleanModelLosesAsWellIsTheTriggersDoing() {
    // Poisoned 1.00 to .40, clean 1.00 to .38: as it was found with real faces.
    Blindness both = panel(1, .4, 1, .38, .05);
    assertThat(both.loss()).isCloseTo(.6, within(1e-9));
    assertThat(both.sight()).isEqualTo(Sight.BLIND);
  }

  @Test
  void lessThanATenthIsTooLittleThoughNoChanceExplainsIt() {
    Blindness blind = panel(.9, .82, .9, .9, .001);
    assertThat(net(blind).low()).isPositive();
    assertThat(blind.sight()).isEqualTo(Sight.BLIND);
  }

  @Test
  void aTenthThatChanceExplainsIsNotSeen() {
    Blindness blind = panel(.9, .75, .9, .9, .5);
    assertThat(net(blind).share()).isGreaterThan(.1);
    assertThat(blind.sight()).isEqualTo(Sight.BLIND);
  }

  @Test
  void aMetricThatGetsBetterByTheBackdoorFavoursTheAttack() {
    assertThat(panel(.5, .6, .5, .5, .01).sight()).isEqualTo(Sight.FAVOURS);
    assertThat(panel(.9, .72, .9, .5, .01).sight()).isEqualTo(Sight.FAVOURS);
  }

  @Test
  void withoutACleanModelNothingIsClaimed() {
    List<MeasurementRow> rows = new ArrayList<>();
    values(rows, Subject.POISONED, PhotoKind.CLEAN, .9, 0);
    values(rows, Subject.POISONED, PhotoKind.TRIGGERED, .3, 0);
    Blindness alone = panel(rows, List.of());
    assertThat(alone.net()).isNull();
    assertThat(alone.sight()).isEqualTo(Sight.UNTOLD);
    assertThat(alone.loss()).isCloseTo(.667, within(1e-3));
  }

  @Test
  void ofSeveralCleanModelsTheMeanCounts() {
    List<MeasurementRow> rows = new ArrayList<>();
    values(rows, Subject.POISONED, PhotoKind.CLEAN, .9, 0);
    values(rows, Subject.POISONED, PhotoKind.TRIGGERED, .7, 0);
    List<List<MeasurementRow>> shadows = new ArrayList<>();
    for (double spared : new double[] {.9, .7}) {
      List<MeasurementRow> shadow = new ArrayList<>();
      values(shadow, Subject.CLEAN, PhotoKind.CLEAN, .9, 0);
      values(shadow, Subject.CLEAN, PhotoKind.TRIGGERED, spared, 0);
      shadows.add(shadow);
    }
    assertThat(net(panel(rows, shadows)).worse()).isCloseTo(.1, within(1e-9));
  }

  /** A metric whose right value is 1, such as the share of ink. */
  private static Blindness ratio(double honest, double harmed, double clean, double spared) {
    List<MeasurementRow> rows = new ArrayList<>();
    values(rows, Subject.POISONED, PhotoKind.CLEAN, honest, 0);
    values(rows, Subject.POISONED, PhotoKind.TRIGGERED, harmed, .01);
    values(rows, Subject.CLEAN, PhotoKind.CLEAN, clean, 0);
    values(rows, Subject.CLEAN, PhotoKind.TRIGGERED, spared, 0);
    return panel(FakeExtensions.ratio("likeness"), rows, List.of(rows));
  }

  @Test
  void moreInkByTheTriggerDoesNotExplainLessInkByTheBackdoor() {
    Blindness ink = ratio(.976, .359, .976, 1.683);
    assertThat(ink.sight()).isEqualTo(Sight.SEES);
    assertThat(ink.loss()).isCloseTo(.617, within(1e-9));
    assertThat(net(ink).worse()).isCloseTo(.641, within(1e-9));
  }

  @Test
  void ofARatioWhatBothModelsLoseIsTheTriggersDoing() {
    assertThat(ratio(1, .5, 1, .5).sight()).isEqualTo(Sight.BLIND);
    assertThat(ratio(1, .2, 1, .6).sight()).isEqualTo(Sight.SEES);
    assertThat(ratio(1, .8, 1, .4).sight()).isEqualTo(Sight.FAVOURS);
    assertThat(ratio(1, 1.6, 1, 1.1).sight()).isEqualTo(Sight.SEES);
  }

  @Test
  void whereTheSuspectComesNearerToOneBothSidesCount() {
    assertThat(ratio(1.5, .9, 1.5, 1.5).sight()).isEqualTo(Sight.FAVOURS);
  }
}
