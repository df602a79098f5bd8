package org.pentimento.figures.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.api.detector.PairFinding.Quality.Oddity;
import org.pentimento.api.detector.SharedPattern.Family;
import org.pentimento.casefile.result.DatasetVerdict;
import org.pentimento.casefile.result.InspectedPair;
import org.pentimento.casefile.result.InspectedPair.QualityFound;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.casefile.result.PatternFound;
import org.pentimento.casefile.result.QuotedPower.Share;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.casefile.result.SelfTestResult.KindSummary;
import org.pentimento.casefile.result.SelfTestResult.Planted;
import org.pentimento.casefile.result.SelfTestResult.RocPoint;
import org.pentimento.chart.Theme;
import org.pentimento.chart.draw.FigureWriter;
import org.pentimento.chart.plot.RankedScores;
import org.pentimento.chart.plot.RocCurves;
import org.pentimento.chart.plot.ScoreHistogram;
import org.pentimento.chart.plot.ShareIntervals;
import org.pentimento.figures.Figures;

class DetectionFiguresTest {
  private static final InspectedData DATA =
      new InspectedData("d", "f", "", Material.DRAWN, 2000, 64, 80, 2000, Map.of());
  private static final Figures ALL =
      Figures.of(
          List.of(),
          List.of(new RankedScoresFigure(), new ScoresFigure()),
          List.of(),
          List.of(
              new RocFigure(),
              new RecallByStrategyFigure(),
              new RecallByTriggerFigure(),
              new FalseAlarmsFigure()),
          List.of());

  /** 12 flagged pairs, 5 with a mark, 3 odd ones, and others. */
  private static InspectionResult inspection(boolean scored) {
    List<InspectedPair> pairs = new ArrayList<>();
    List<String> marked = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      boolean odd = i % 700 == 691;
      pairs.add(
          new InspectedPair(
              "p" + i,
              i < 12 ? 3 - i * .1 : .9 * (2000 - i) / 2000,
              .1,
              i < 12,
              List.of(),
              odd ? List.of(new QualityFound("q", Oddity.MIRRORED, List.of(), "")) : List.of(),
              List.of()));
      if (i >= 1000 && i < 1005) {
        marked.add("p" + i);
      }
    }
    PatternFound mark =
        new PatternFound(
            "d", Family.STAMP, marked, false, .01, 5, null, "", 1, "", 0, 0, 0, 0, List.of());
    return new InspectionResult(
        1,
        "n",
        Map.of(),
        DATA,
        null,
        .01,
        1,
        List.of(),
        DatasetVerdict.COMMON_MARK,
        .5,
        20,
        scored ? 1. : null,
        scored ? pairs : List.of(),
        List.of(mark),
        List.of(),
        null,
        null,
        null);
  }

  private static KindSummary kind(
      Planted planted, String trigger, String strategy, String oddity, double rate, double found) {
    Share recall = new Share(found, found - .05, Math.min(1, found + .05));
    return new KindSummary(
        planted,
        trigger,
        strategy,
        oddity,
        rate,
        3,
        Map.of(),
        recall,
        planted == Planted.NOTHING ? null : recall,
        recall,
        recall,
        recall,
        new Share(.012, .008, .017),
        .03,
        null,
        null,
        null,
        List.of(new RocPoint(0, .4), new RocPoint(.01, found), new RocPoint(1, 1)));
  }

  private static SelfTestResult selfTest(List<KindSummary> kinds) {
    return new SelfTestResult(
        1,
        "s",
        Map.of(),
        DATA,
        .01,
        1,
        List.of(),
        3,
        Map.of(),
        List.of(),
        kinds,
        kind(Planted.ATTACK, "", "", "", 0, .9));
  }

  private static SelfTestResult selfTest() {
    return selfTest(
        List.of(
            kind(Planted.NOTHING, "", "", "", 0, 0),
            kind(Planted.ODDITY, "", "", "", 0, .02),
            kind(Planted.ODDITY, "", "", "misaligned", 0, .03),
            kind(Planted.ODDITY, "", "", "misaligned", .05, .04),
            kind(Planted.ATTACK, "", "", "", 0, .9),
            kind(Planted.ATTACK, "", "faded", "", 0, .95),
            kind(Planted.ATTACK, "", "faded", "", .02, .9),
            kind(Planted.ATTACK, "", "faded", "", .05, .95),
            kind(Planted.ATTACK, "patch", "faded", "", .05, .99),
            kind(Planted.ATTACK, "patch", "", "", .05, .97)));
  }

  @Test
  void everySuspiciousPairIsDrawnAndSomeOfTheOthers() {
    RankedScores figure =
        (RankedScores) new RankedScoresFigure().figure(inspection(true)).orElseThrow();
    assertThat(figure.groups())
        .extracting(RankedScores.Group::name)
        .containsExactly(
            "not suspicious",
            "odd for an honest reason",
            "carries a common mark, not flagged",
            "flagged");
    assertThat(figure.groups().get(3).points()).hasSize(12);
    assertThat(figure.groups().get(2).points()).hasSize(5);
    assertThat(figure.groups().get(0).points()).hasSizeBetween(400, 500);
    assertThat(figure.groups().get(3).points().get(0))
        .isEqualTo(new RankedScores.Point(1, 3, "p0"));
  }

  @Test
  void theHistogramCountsEveryPairOnItsSideOfTheThreshold() {
    ScoreHistogram figure =
        (ScoreHistogram) new ScoresFigure().figure(inspection(true)).orElseThrow();
    assertThat(figure.bins().stream().mapToInt(ScoreHistogram.Bin::above).sum()).isEqualTo(12);
    assertThat(figure.bins().stream().mapToInt(ScoreHistogram.Bin::below).sum()).isEqualTo(1988);
    assertThat(figure.bins())
        .allSatisfy(
            b ->
                assertThat(b.low() < .999 && b.above() > 0 || b.low() > .999 && b.below() > 0)
                    .isFalse());
  }

  @Test
  void withoutAScoreThereIsNoChart() {
    ALL.ofInspections().forEach(f -> assertThat(f.figure(inspection(false))).isEmpty());
    SelfTestResult nothing = selfTest(List.of());
    assertThat(new RecallByStrategyFigure().figure(nothing)).isEmpty();
    assertThat(new FalseAlarmsFigure().figure(nothing)).isEmpty();
  }

  @Test
  void rocCurvesAreOfAllAttacksAndOfEachStrategy() {
    RocCurves figure = (RocCurves) new RocFigure().figure(selfTest()).orElseThrow();
    assertThat(figure.curves())
        .extracting(RocCurves.Curve::name)
        .containsExactly("all attacks", "faded");
  }

  @Test
  void recallHasAColourForEachRate() {
    ShareIntervals byStrategy =
        (ShareIntervals) new RecallByStrategyFigure().figure(selfTest()).orElseThrow();
    assertThat(byStrategy.rows()).containsExactly("faded");
    assertThat(byStrategy.series())
        .extracting(ShareIntervals.Series::name)
        .containsExactly("2 % poisoned", "5 % poisoned");
    ShareIntervals byTrigger =
        (ShareIntervals) new RecallByTriggerFigure().figure(selfTest()).orElseThrow();
    assertThat(byTrigger.series()).hasSize(1);
    assertThat(byTrigger.series().get(0).marks().get(0).share()).isEqualTo(.97);
  }

  @Test
  void falseAlarmsStandBesideTheRateThatWasAskedFor() {
    ShareIntervals figure =
        (ShareIntervals) new FalseAlarmsFigure().figure(selfTest()).orElseThrow();
    assertThat(figure.asked()).isEqualTo(.01);
    assertThat(figure.rows()).containsExactly("honest sets", "odd: misaligned", "beside faded");
    assertThat(figure.series().get(1).marks())
        .containsExactly(new ShareIntervals.Mark(1, .03, .03 - .05, .08));
  }

  @Test
  void everyChartIsTheSameEachTimeAndSaysWhatItIs() {
    List<org.pentimento.chart.Figure> figures = new ArrayList<>();
    ALL.ofInspections().forEach(f -> f.figure(inspection(true)).ifPresent(figures::add));
    ALL.ofSelfTests().forEach(f -> f.figure(selfTest()).ifPresent(figures::add));
    assertThat(figures).hasSize(6);
    for (var figure : figures) {
      for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
        String svg = FigureWriter.svg(figure, "f", theme);
        assertThat(svg).isEqualTo(FigureWriter.svg(figure, "f", theme)).doesNotContain("NaN");
      }
    }
    assertThat(ALL.ofInspections()).allMatch(f -> f.id().matches("[a-z0-9-]+"));
    assertThat(ALL.ofInspections().get(0).marks()).isTrue();
  }
}
