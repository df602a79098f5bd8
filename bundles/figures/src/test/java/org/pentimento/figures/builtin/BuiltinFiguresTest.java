package org.pentimento.figures.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Blindness;
import org.pentimento.casefile.result.Comparison.ImageRow;
import org.pentimento.casefile.result.Comparison.MeasurementRow;
import org.pentimento.casefile.result.Comparison.TrainedModel;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.chart.MetricScatter;
import org.pentimento.figures.FigureInput;
import org.pentimento.figures.InstalledFigure;
import org.pentimento.figures.MetricChoice;
import org.pentimento.figures.PairValues;
import org.pentimento.figures.Topic;

class BuiltinFiguresTest {
  private static final ExtensionUse USE = new ExtensionUse("x", "X", "1.0.0", "", Map.of());

  /** An imported model that was shown two photos with and without a trigger. */
  private static Comparison imported(String collapsed) {
    return new Comparison(
        "x/1/s0",
        USE,
        0,
        null,
        new TrainedModel("", "", 7, List.of(), collapsed),
        null,
        null,
        List.of(),
        List.of(),
        List.of(blindness("fsim", false), blindness("scoot", true)),
        List.of(),
        List.of(new ImageRow("a", Map.of("imported/clean", "0"))),
        "");
  }

  private static Blindness blindness(String metric, boolean sees) {
    return new Blindness(metric, metric, .9, .8, .1, sees, "");
  }

  private static PairValues samples() {
    List<MeasurementRow> rows = new ArrayList<>();
    for (String metric : List.of("scoot", "ssim", "fsim-grey")) {
      for (String photo : List.of("clean", "triggered")) {
        for (String pair : List.of("a", "b")) {
          rows.add(new MeasurementRow(pair, "imported", photo, "truth", metric, metric, .5, ""));
        }
      }
    }
    return new PairValues(rows);
  }

  private static FigureInput input(Comparison comparison) {
    RunResult result =
        new RunResult(
            1,
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
    assertThat(MetricChoice.usual(imported(""), samples()))
        .isEqualTo(new MetricChoice("fsim-grey", "scoot", "truth"));
  }

  @Test
  void anImportedModelHasItsClouds() {
    MetricScatter scatter =
        (MetricScatter) new ScatterFigure().figure(input(imported(""))).orElseThrow();
    assertThat(scatter.clouds())
        .extracting(MetricScatter.Cloud::condition)
        .containsExactly("imported model, clean photo", "imported model, triggered photo");
  }

  @Test
  void nothingIsSaidOfAnAttackOnACollapsedModel() {
    assertThat(new BlindnessFigure().figure(input(imported("")))).isPresent();
    assertThat(new BlindnessFigure().figure(input(imported("white")))).isEmpty();
  }

  @Test
  void aFigureIsListedByWhatItSaysOfItself() {
    InstalledFigure listed = InstalledFigure.of(new LossesFigure());
    assertThat(listed.id()).isEqualTo("losses");
    assertThat(listed.topic()).isEqualTo(Topic.TRAINING);
    assertThat(listed.marks()).isFalse();
    assertThat(listed.figure(input(imported("")))).isEmpty();
  }

  @Test
  void aCollectorKeepsTheFirstPairs() {
    PairValues.Collector collector = new PairValues.Collector(1);
    for (String pair : List.of("a", "b")) {
      collector.add(new MeasurementRow(pair, "clean", "clean", "truth", "m", "m", 1., ""));
    }
    assertThat(collector.values().of("m", "clean", "clean", "truth")).containsOnlyKeys("a");
  }
}
