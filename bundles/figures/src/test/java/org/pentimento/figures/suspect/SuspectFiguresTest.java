package org.pentimento.figures.suspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.api.detector.SharedPattern.Family;
import org.pentimento.api.suspect.Axis;
import org.pentimento.api.suspect.Look;
import org.pentimento.api.suspect.Look.Harm;
import org.pentimento.api.suspect.Look.Scale;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.casefile.result.PatternFound;
import org.pentimento.casefile.result.model.InspectedModel;
import org.pentimento.casefile.result.model.MeasuredLook;
import org.pentimento.casefile.result.model.ModelDetectorUse;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.ModelVerdict;
import org.pentimento.casefile.result.model.TriggerFound;
import org.pentimento.chart.Theme;
import org.pentimento.chart.draw.FigureWriter;
import org.pentimento.chart.plot.SuspectBesideOthers;
import org.pentimento.chart.plot.SuspectBesideOthers.Row;

class SuspectFiguresTest {
  private static final ExtensionUse MODE = new ExtensionUse("mode", "A mode", "1", "", Map.of());

  private static Look look(Scale scale, double floor) {
    return new Look("ink", "Ink", Axis.SECOND_MODE, Harm.INK, scale, floor, 1);
  }

  private static MeasuredLook measured(Look look, Double suspect, List<Double> shadows) {
    return new MeasuredLook("mode", look, suspect, shadows, null, null, null, "");
  }

  private static ModelInspectionResult result(
      List<MeasuredLook> looks, List<TriggerFound> triggers) {
    return new ModelInspectionResult(
        1,
        "n",
        Map.of(),
        new InspectedModel("m", MODE, true, "", 0, true, null, Map.of()),
        new InspectedData("d", "f", "", Material.DRAWN, 40, 64, 64, 40, Map.of()),
        List.of(),
        1,
        List.of(new ModelDetectorUse(MODE, "", "")),
        looks,
        List.of(),
        triggers,
        List.of(),
        ModelVerdict.INCONCLUSIVE,
        null,
        null,
        null,
        null);
  }

  private static List<Row> rows(ModelInspectionResult result) {
    return ((SuspectBesideOthers) new LooksFigure().figure(result).orElseThrow()).rows();
  }

  @Test
  void standsAsManySpreadsAwayAsItExceedsCleanModelsByOnTheLooksScale() {
    List<Row> rows =
        rows(
            result(
                List.of(
                    measured(look(Scale.DIFFERENCE, .01), .9, List.of(.1, .2, .3)),
                    measured(look(Scale.RATIO, .5), Math.E, List.of(1., 1., 1.))),
                List.of()));
    assertThat(rows.get(0).suspect()).as("(.9 - .2) / .1").isCloseTo(7, within(1e-9));
    assertThat(rows.get(0).others().get(0)).isCloseTo(-1, within(1e-9));
    assertThat(rows.get(1).suspect()).as("ln e / floor").isCloseTo(2, within(1e-9));
    assertThat(rows.get(0).name()).isEqualTo("Ink (A mode)");
    assertThat(rows.get(0).words()).contains("0.900, clean models 0.100, 0.200, 0.300");
  }

  @Test
  void oneShadowModelIsEnoughAndNoneIsNot() {
    assertThat(
            rows(result(List.of(measured(look(Scale.DIFFERENCE, .1), .3, List.of(.1))), List.of())))
        .singleElement()
        .satisfies(row -> assertThat(row.suspect()).isCloseTo(2, within(1e-9)));
    assertThat(
            new LooksFigure()
                .figure(
                    result(
                        List.of(
                            measured(look(Scale.DIFFERENCE, .1), .3, List.of()),
                            measured(look(Scale.RATIO, .1), 0., List.of(.1))),
                        List.of())))
        .as("without a shadow, and the logarithm of nothing")
        .isEmpty();
  }

  @Test
  void showsWhatEachTriggerTakes() {
    PatternFound pattern =
        new PatternFound(
            "mode", Family.STAMP, List.of(), true, .1, 3, null, "", 1, "", 0, 0, 0, 0, List.of());
    ModelInspectionResult result =
        result(List.of(), List.of(new TriggerFound(pattern, .7, List.of(.1, .2), .4, List.of())));
    SuspectBesideOthers figure =
        (SuspectBesideOthers) new TriggersFigure().figure(result).orElseThrow();
    assertThat(figure.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.name()).isEqualTo("1. a stamp");
              assertThat(row.suspect()).isEqualTo(.7);
              assertThat(row.others()).containsExactly(.1, .2);
            });
    assertThat(new TriggersFigure().figure(result(List.of(), List.of()))).isEmpty();
  }

  @Test
  void isDrawnAndToldInWords() {
    var figure =
        new LooksFigure()
            .figure(
                result(
                    List.of(measured(look(Scale.DIFFERENCE, .01), .9, List.of(.1, .2, .3))),
                    List.of()))
            .orElseThrow();
    assertThat(FigureWriter.svg(figure, "x", Theme.DARK)).contains("this model", "clean models");
    assertThat(figure.description()).contains("0.900");
    assertThat(figure.values().rows()).hasSize(4);
  }
}
