package org.pentimento.figures.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pentimento.casefile.result.Audited;
import org.pentimento.casefile.result.Collapse;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Blindness;
import org.pentimento.casefile.result.Comparison.ImageRow;
import org.pentimento.casefile.result.Comparison.MeasurementRow;
import org.pentimento.casefile.result.Comparison.Net;
import org.pentimento.casefile.result.Comparison.SuccessPoint;
import org.pentimento.casefile.result.Comparison.TestedModel;
import org.pentimento.casefile.result.Condition;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.ImageRole;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.result.ReferenceSketch;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.Subject;
import org.pentimento.chart.plot.MetricScatter;
import org.pentimento.figures.FigureInput;
import org.pentimento.figures.FigureTopic;
import org.pentimento.figures.InstalledFigure;
import org.pentimento.figures.MetricChoice;
import org.pentimento.figures.PairValues;

class BuiltinFiguresTest {
  private static final ExtensionUse USE = new ExtensionUse("x", "X", "1.0.0", "", Map.of());

  /** An imported model that was shown a photo with and without a trigger. */
  private static Comparison imported(@Nullable Collapse collapse) {
    Map<ImageRole, String> blobs = new LinkedHashMap<>();
    for (PhotoKind photo : PhotoKind.values()) {
      blobs.put(new ImageRole.Sketch(Subject.IMPORTED, photo), "0");
    }
    return new Comparison(
        "x/1",
        new Audited.Imported("x", USE),
        Map.of(Subject.IMPORTED, new TestedModel("", "", 7, List.of(), collapse, "")),
        new Comparison.Attack(USE, USE, 0, List.of(), Map.of(), ""),
        null,
        null,
        List.of(new SuccessPoint(0, 1, .5, 1, 0)),
        List.of(blindness("fsim", true, false), blindness("scoot", false, true)),
        List.of(),
        List.of(new ImageRow("a", blobs)),
        "",
        null);
  }

  private static Blindness blindness(String metric, boolean standard, boolean sees) {
    return new Blindness(
        metric,
        metric,
        standard,
        .9,
        .8,
        .11,
        new Net(.9, .89, 4, sees ? .1 : .01, .001, .2, sees ? .11 : .01, .1));
  }

  private static PairValues samples() {
    List<MeasurementRow> rows = new ArrayList<>();
    for (String metric : List.of("scoot", "ssim", "fsim-grey")) {
      for (PhotoKind photo : PhotoKind.values()) {
        for (String pair : List.of("a", "b")) {
          rows.add(row(pair, Subject.IMPORTED, photo, metric));
        }
      }
    }
    return new PairValues(rows);
  }

  private static MeasurementRow row(String pair, Subject subject, PhotoKind photo, String metric) {
    return new MeasurementRow(pair, subject, photo, ReferenceSketch.TRUTH, metric, metric, .5, "");
  }

  private static FigureInput input(Comparison comparison) {
    RunResult result =
        new RunResult(
            RunResult.SCHEMA,
            "r",
            "",
            Map.of(),
            new RunResult.DataUsed("d", "f", "", List.of(), List.of("a", "b"), 8, 8, Map.of()),
            List.of(),
            List.of(comparison),
            List.of());
    PairValues samples = samples();
    return new FigureInput(result, comparison, samples, MetricChoice.usual(comparison, samples));
  }

  @Test
  void theUsualChoiceHoldsABlindMetricAgainstOneThatSees() {
    assertThat(MetricChoice.usual(imported(null), samples()))
        .isEqualTo(new MetricChoice("fsim-grey", "scoot", ReferenceSketch.TRUTH));
  }

  @Test
  void anImportedModelHasItsClouds() {
    MetricScatter scatter =
        (MetricScatter) new ScatterFigure().figure(input(imported(null))).orElseThrow();
    assertThat(scatter.clouds())
        .extracting(MetricScatter.Cloud::condition)
        .containsExactly("imported model, clean photo", "imported model, triggered photo");
  }

  @Test
  void nothingIsSaidOfAnAttackOnACollapsedModel() {
    assertThat(new BlindnessFigure().figure(input(imported(null)))).isPresent();
    assertThat(new BlindnessFigure().figure(input(imported(Collapse.of(Collapse.Reason.WHITE)))))
        .isEmpty();
  }

  @Test
  void aFigureIsListedByWhatItSaysOfItself() {
    InstalledFigure listed = InstalledFigure.of(new LossesFigure());
    assertThat(listed.id()).isEqualTo("losses");
    assertThat(listed.topic()).isEqualTo(FigureTopic.TRAINING);
    assertThat(listed.marks()).isFalse();
    assertThat(listed.figure(input(imported(null)))).isEmpty();
  }

  @Test
  void aCollectorKeepsTheFirstPairs() {
    PairValues.Collector collector = new PairValues.Collector(1);
    for (String pair : List.of("a", "b")) {
      collector.add(row(pair, Subject.CLEAN, PhotoKind.CLEAN, "m"));
    }
    Condition condition = new Condition(Subject.CLEAN, PhotoKind.CLEAN, ReferenceSketch.TRUTH);
    assertThat(collector.values().of("m", condition)).containsOnlyKeys("a");
  }
}
