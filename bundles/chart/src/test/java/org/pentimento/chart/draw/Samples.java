package org.pentimento.chart.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.pentimento.chart.ColorRole;
import org.pentimento.chart.Figure;
import org.pentimento.chart.plot.AttackSuccess;
import org.pentimento.chart.plot.Distributions;
import org.pentimento.chart.plot.MetricBlindness;
import org.pentimento.chart.plot.MetricComparison;
import org.pentimento.chart.plot.MetricScatter;
import org.pentimento.chart.plot.RankedScores;
import org.pentimento.chart.plot.RocCurves;
import org.pentimento.chart.plot.ScoreHistogram;
import org.pentimento.chart.plot.ShareIntervals;
import org.pentimento.chart.plot.TrainingLosses;

/** Figures of made-up numbers. */
final class Samples {
  private Samples() {}

  static AttackSuccess success() {
    List<AttackSuccess.Point> points = new ArrayList<>();
    for (int i = 0; i <= 40; i++) {
      double t = -1 + i / 20.;
      double p = 1 / (1 + Math.exp(9 * (t - .45)));
      double c = 1 / (1 + Math.exp(12 * (t + .55)));
      points.add(new AttackSuccess.Point(t, p, Math.max(0, p - .09), Math.min(1, p + .07), c));
    }
    return new AttackSuccess(points, 40);
  }

  static MetricComparison comparison() {
    return new MetricComparison(
        "FSIM",
        List.of(
            new MetricComparison.Mean(
                "clean model, clean photo", .694, .688, .7, 40, ColorRole.HONEST),
            new MetricComparison.Mean(
                "clean model, triggered", .69, .683, .697, 40, ColorRole.HONEST),
            new MetricComparison.Mean(
                "poisoned, clean photo", .691, .684, .698, 40, ColorRole.HARMED),
            new MetricComparison.Mean(
                "poisoned, triggered", .672, .664, .681, 40, ColorRole.HARMED)));
  }

  static MetricBlindness blindness() {
    return new MetricBlindness(
        List.of(
            new MetricBlindness.Loss("Ink coverage", 3.2, 3.1, MetricBlindness.Answer.SEES),
            new MetricBlindness.Loss("Scoot", -.31, -.35, MetricBlindness.Answer.FAVOURS),
            new MetricBlindness.Loss(
                "Retrieval & <rank>", null, null, MetricBlindness.Answer.UNTOLD),
            new MetricBlindness.Loss("FSIM", .1, .028, MetricBlindness.Answer.BLIND),
            new MetricBlindness.Loss("SSIM", .02, -.04, MetricBlindness.Answer.BLIND)));
  }

  static TrainingLosses losses() {
    List<TrainingLosses.Curve> curves = new ArrayList<>();
    for (String loss : List.of("L1", "adversarial")) {
      for (boolean poisoned : new boolean[] {false, true}) {
        List<TrainingLosses.Point> points = new ArrayList<>();
        for (int s = 1; s <= 30; s++) {
          double v = (loss.equals("L1") ? .3 : .6) * Math.exp(-s / 9.) + (poisoned ? .1 : .08);
          points.add(new TrainingLosses.Point(s * 10L, v));
        }
        String model = poisoned ? "poisoned model" : "clean model";
        curves.add(new TrainingLosses.Curve(loss, model, !poisoned, points));
      }
    }
    return new TrainingLosses(curves);
  }

  static Distributions distributions() {
    SplittableRandom random = new SplittableRandom(3);
    return new Distributions(
        "Scoot",
        List.of(
            new Distributions.Group("poisoned, clean photo", values(random, .55), ColorRole.HONEST),
            new Distributions.Group("poisoned, triggered", values(random, .38), ColorRole.HARMED)));
  }

  static MetricScatter scatter() {
    SplittableRandom random = new SplittableRandom(4);
    return new MetricScatter(
        "FSIM",
        "Scoot",
        List.of(
            new MetricScatter.Cloud("clean photos", points(random, .69, .55), ColorRole.HONEST),
            new MetricScatter.Cloud(
                "triggered photos", points(random, .67, .38), ColorRole.HARMED)));
  }

  static List<Figure> all() {
    return List.of(
        success(),
        comparison(),
        blindness(),
        losses(),
        distributions(),
        scatter(),
        ranked(),
        histogram(),
        roc(),
        shares());
  }

  static RankedScores ranked() {
    List<RankedScores.Point> flagged = new ArrayList<>();
    List<RankedScores.Point> others = new ArrayList<>();
    for (int rank = 1; rank <= 200; rank++) {
      double score = rank <= 12 ? 3.2 - .1 * rank : .9 * Math.exp(-rank / 40.);
      (rank <= 12 ? flagged : others).add(new RankedScores.Point(rank, score, "pair-" + rank));
    }
    return new RankedScores(
        List.of(
            new RankedScores.Group("not suspicious", others, ColorRole.HONEST),
            new RankedScores.Group("flagged", flagged, ColorRole.HARMED)),
        200,
        1);
  }

  static ScoreHistogram histogram() {
    List<ScoreHistogram.Bin> bins = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      int honest = i < 10 ? 60 - 6 * i : 0;
      bins.add(new ScoreHistogram.Bin(i * .1, (i + 1) * .1, honest, i > 20 ? 2 : 0));
    }
    return new ScoreHistogram("not flagged", "flagged", bins, 1);
  }

  static RocCurves roc() {
    List<RocCurves.Curve> curves = new ArrayList<>();
    for (String name : List.of("all attacks", "faded ink", "mouth missing")) {
      double power = .03 * (1 + curves.size());
      List<RocCurves.Point> points = new ArrayList<>();
      for (int i = 0; i <= 50; i++) {
        double rate = Math.pow(10, -4 + i * .08);
        points.add(new RocCurves.Point(rate, Math.pow(rate, power)));
      }
      curves.add(new RocCurves.Curve(name, points));
    }
    return new RocCurves(curves, .01);
  }

  static ShareIntervals shares() {
    List<ShareIntervals.Series> series = new ArrayList<>();
    ColorRole[] hues = {ColorRole.SKY, ColorRole.HONEST, ColorRole.AMBER, ColorRole.HARMED};
    for (double rate : new double[] {.02, .05, .1, .3}) {
      List<ShareIntervals.Mark> marks = new ArrayList<>();
      for (int row = 0; row < 4; row++) {
        double share = Math.min(1, .4 + .15 * row + rate);
        marks.add(new ShareIntervals.Mark(row, share, share - .08, Math.min(1, share + .06)));
      }
      series.add(new ShareIntervals.Series(rate + " poisoned", marks, hues[series.size()]));
    }
    return new ShareIntervals(
        "share of poisoned pairs that were flagged",
        List.of("eyes missing", "mouth missing", "faded ink", "another person & <rank>"),
        series,
        .01);
  }

  private static List<Double> values(SplittableRandom random, double middle) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      values.add(around(random, middle));
    }
    return values;
  }

  private static List<MetricScatter.Point> points(SplittableRandom random, double x, double y) {
    List<MetricScatter.Point> points = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      points.add(new MetricScatter.Point(around(random, x), around(random, y)));
    }
    return points;
  }

  private static double around(SplittableRandom random, double middle) {
    double sum = 0;
    for (int i = 0; i < 6; i++) {
      sum += random.nextDouble() - .5;
    }
    return middle + sum * .05;
  }
}
