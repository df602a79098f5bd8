package org.pentimento.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

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
            new MetricBlindness.Loss("Ink coverage", 3.1, true),
            new MetricBlindness.Loss("Scoot", .31, true),
            new MetricBlindness.Loss("Retrieval & <rank>", null, false),
            new MetricBlindness.Loss("FSIM", .028, false),
            new MetricBlindness.Loss("SSIM", -.04, false)));
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
    return List.of(success(), comparison(), blindness(), losses(), distributions(), scatter());
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
