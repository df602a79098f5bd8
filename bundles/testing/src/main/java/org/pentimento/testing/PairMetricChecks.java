package org.pentimento.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.metric.Measurement;
import org.pentimento.api.metric.Metric;
import org.pentimento.api.metric.PairMetric;

/** What every metric of one pair of images must do. */
public final class PairMetricChecks {
  private static final int SIDE = 64;
  private static final double CLOSE = 1e-6;

  private PairMetricChecks() {}

  /**
   * The checks.
   *
   * @param given settings with which it measures, by parameter id; defaults for the rest
   * @param symmetric whether it claims to give the same when candidate and reference change places
   */
  public static List<Check> of(PairMetric metric, Map<String, ?> given, boolean symmetric) {
    Image reference = MadeUpFaces.sketch(1, SIDE, SIDE);
    Image candidate = MadeUpFaces.sketch(2, SIDE, SIDE);
    return Join.of(
        DescriptorChecks.of(metric, Set.of("id")),
        List.of(
            new Check(
                "its values lie on its scale and carry its id",
                () -> {
                  for (Image one : images()) {
                    value(metric, measure(metric, given, reference, one));
                    value(metric, measure(metric, given, one, reference));
                  }
                }),
            new Check(
                "an image is at least as much like itself as another one is",
                () -> {
                  Measurement self = measure(metric, given, reference, reference);
                  Measurement other = measure(metric, given, reference, candidate);
                  if (self.value() == null || other.value() == null) {
                    throw new NotApplicableException(
                        "it has no value for these: " + self.reason() + other.reason());
                  }
                  Expect.that(
                      distance(metric, self.value()) <= distance(metric, other.value()) + CLOSE,
                      "for an image and itself it gave "
                          + self.value()
                          + ", for two others "
                          + other.value());
                }),
            new Check(
                "candidate and reference may change places",
                () -> {
                  if (!symmetric) {
                    throw new NotApplicableException("it does not claim so");
                  }
                  Double one = measure(metric, given, reference, candidate).value();
                  Double other = measure(metric, given, candidate, reference).value();
                  Expect.that(
                      Objects.equals(one, other)
                          || (one != null && other != null && Math.abs(one - other) <= CLOSE),
                      "it gave " + one + " one way and " + other + " the other way");
                }),
            new Check(
                "it leaves the images that it is given as they are",
                () -> {
                  Image one = Expect.copy(reference);
                  Image other = Expect.copy(candidate);
                  measure(metric, given, reference, candidate);
                  metric.features(reference, settings(metric, given));
                  Expect.unchanged(one, reference, "prepare");
                  Expect.unchanged(other, candidate, "measure");
                }),
            new Check(
                "the same images give the same value",
                () -> {
                  Measurement first = measure(metric, given, reference, candidate);
                  measure(metric, given, candidate, candidate);
                  Expect.same(
                      first,
                      measure(metric, given, reference, candidate),
                      "the same images gave another value the second time");
                }),
            new Check(
                "it refuses images of two sizes",
                () -> {
                  try {
                    metric
                        .prepare(reference, settings(metric, given))
                        .measure(MadeUpFaces.sketch(1, SIDE, SIDE / 2));
                  } catch (IllegalArgumentException e) {
                    return;
                  }
                  throw new AssertionError(
                      "it measured images of two sizes; throw an IllegalArgumentException");
                }),
            new Check(
                "it takes images of any size, or says why it has no value",
                () -> {
                  for (int[] size : new int[][] {{250, 200}, {33, 47}, {8, 8}, {1, 1}}) {
                    value(
                        metric,
                        measure(
                            metric,
                            given,
                            MadeUpFaces.sketch(1, size[0], size[1]),
                            MadeUpFaces.sketch(2, size[0], size[1])));
                  }
                }),
            new Check(
                "its map has one plane",
                () -> {
                  var map =
                      Expect.given(
                          metric.prepare(reference, settings(metric, given)).map(candidate), "map");
                  if (map.isEmpty()) {
                    throw new NotApplicableException("it has no map");
                  }
                  Expect.that(map.get().planes() == 1, "the map has 3 planes");
                }),
            new Check(
                "it may be called from several threads at once",
                () -> {
                  PairMetric.Reference prepared =
                      metric.prepare(reference, settings(metric, given));
                  Expect.sameFromThreads(
                      List.of(
                          () -> prepared.measure(candidate),
                          () -> prepared.measure(reference),
                          () -> measure(metric, given, candidate, reference)));
                }),
            new Check(
                "it takes every value that its parameters allow",
                () -> {
                  for (Settings one : Expect.extremes(metric.descriptor(), given)) {
                    TriggerChecks.at(
                        one,
                        () -> value(metric, metric.prepare(reference, one).measure(candidate)));
                  }
                }),
            new Check(
                "its memory does not grow",
                () -> Expect.steadyMemory(() -> measure(metric, given, reference, candidate)))));
  }

  private static List<Image> images() {
    List<Image> images = new ArrayList<>();
    images.add(MadeUpFaces.sketch(1, SIDE, SIDE));
    images.add(MadeUpFaces.sketch(2, SIDE, SIDE));
    images.add(MadeUpFaces.photo(3, SIDE, SIDE));
    for (float grey : new float[] {0, .5f, 1}) {
      images.add(Image.constant(SIDE, SIDE, 1, grey));
    }
    return images;
  }

  private static Settings settings(PairMetric metric, Map<String, ?> given) {
    return Settings.of(metric.descriptor(), given);
  }

  private static Measurement measure(
      PairMetric metric, Map<String, ?> given, Image reference, Image candidate) {
    return Expect.given(
        Expect.given(metric.prepare(reference, settings(metric, given)), "prepare")
            .measure(candidate),
        "measure");
  }

  /** Checks one measurement of a metric. */
  static void value(Metric metric, Measurement measured) {
    String id = metric.descriptor().id();
    Expect.that(
        measured.name().equals(id) || measured.name().startsWith(id + "-"),
        "a value is named '" + measured.name() + "'; name it '" + id + "'");
    Metric.Scale scale = Expect.given(metric.scale(), "scale()");
    Double value = measured.value();
    if (value != null) {
      Expect.that(
          value >= scale.minimum() - CLOSE && value <= scale.maximum() + CLOSE,
          "a value of "
              + value
              + " lies outside of the scale, "
              + scale.minimum()
              + " to "
              + scale.maximum());
    }
  }

  /** How far a value is from the best one; smaller is better. */
  private static double distance(Metric metric, double value) {
    return switch (metric.scale().better()) {
      case HIGHER -> -value;
      case LOWER -> value;
      case NEAR_ONE -> Math.abs(value - 1);
    };
  }
}
