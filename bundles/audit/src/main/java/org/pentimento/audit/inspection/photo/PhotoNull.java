package org.pentimento.audit.inspection.photo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.pentimento.audit.calibration.StudentT;
import org.pentimento.casefile.result.photo.InspectedPhoto.Measured;
import org.pentimento.casefile.result.photo.PhotoMeasure;

/**
 * What trusted photos measure, each as if it were suspect and unknown. What decides is fixed
 * beforehand: what a photo has for itself must do harm on other photos, and the photo itself must
 * be drawn oddly, by its distance and the ink that comes back in the mean; each alone is sometimes
 * large for an innocent reason. The p is the larger of the share of trusted photos that measure as
 * much, which are many where the model has a mode that harmless photos reach, and of the tail of a
 * t distribution, which is a working rule.
 */
final class PhotoNull {
  /** With fewer trusted photos nothing is called triggered. */
  static final int LEAST_PHOTOS = 8;

  /** Least standard deviation of a measure, of 1 for black to white. */
  private static final double FLOOR = .003;

  /** Least standard deviation of what decides. */
  private static final double SCORE_FLOOR = 1;

  /** Standard deviation of normal numbers over the median distance from their median. */
  private static final double MEDIAN_TO_SPREAD = 1.4826;

  /** Sketches can differ by no more. */
  private static final double MOST = 1;

  /** Middle and spread over trusted photos, of which some may be odd themselves. */
  private record Usual(double middle, double spread, int photos) {
    static <T> Usual of(List<T> photos, ToDoubleFunction<T> value, double floor) {
      double middle = median(photos.stream().mapToDouble(value).toArray());
      double off =
          median(
              photos.stream()
                  .mapToDouble(p -> Math.abs(value.applyAsDouble(p) - middle))
                  .toArray());
      return new Usual(middle, Math.max(floor, MEDIAN_TO_SPREAD * off), photos.size());
    }

    private static double median(double[] values) {
      Arrays.sort(values);
      return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }

    double z(double value) {
      return (value - middle) / spread;
    }

    /** Probability that another such photo measures as much, in [.001, 1]. */
    double p(double value) {
      double t = z(value) / Math.sqrt(1 + 1. / photos);
      return Math.max(LEAST_P, StudentT.above(t, Math.max(1, photos - 1)));
    }
  }

  /** Some dozens of trusted photos say nothing of what happens more seldom. */
  private static final double LEAST_P = 1e-3;

  private final Map<PhotoMeasure, Usual> measures = new EnumMap<>(PhotoMeasure.class);
  private final List<Readings> trusted;
  private final Usual scores;
  private final double own;

  /**
   * The null.
   *
   * @param trusted readings of at least 2 trusted photos
   */
  PhotoNull(List<Readings> trusted) {
    this.trusted = List.copyOf(trusted);
    for (PhotoMeasure measure : PhotoMeasure.values()) {
      measures.put(measure, Usual.of(trusted, reading -> reading.value(measure), FLOOR));
    }
    this.scores = Usual.of(trusted, this::score, SCORE_FLOOR);
    this.own = Usual.of(trusted, Readings::own, 0).middle();
  }

  private Usual usual(PhotoMeasure measure) {
    Usual usual = measures.get(measure);
    if (usual == null) {
      throw new IllegalStateException("no " + measure);
    }
    return usual;
  }

  private double score(Readings readings) {
    return score(measure -> usual(measure).z(readings.value(measure)));
  }

  private static double score(ToDoubleFunction<PhotoMeasure> standardised) {
    double drawn =
        (standardised.applyAsDouble(PhotoMeasure.DISTANCE)
                + standardised.applyAsDouble(PhotoMeasure.INK_RISE))
            / 2;
    return Math.min(standardised.applyAsDouble(PhotoMeasure.TRANSPLANT), drawn);
  }

  /** Probability that a trusted photo measures as much in all, in [.001, 1]. */
  double p(Readings readings) {
    double score = score(readings);
    long asMuch = trusted.stream().filter(other -> score(other) >= score).count();
    return Math.max(scores.p(score), asMuch / (trusted.size() + 1.));
  }

  /** The least that {@link #p} can be. */
  double leastP() {
    return scores.p(score(measure -> usual(measure).z(MOST)));
  }

  /** How many times as much a photo has for itself as trusted photos have. */
  double unlike(Readings readings) {
    return readings.own() / Math.max(1e-6, own);
  }

  /** Each measure with a p that is corrected by Holm's procedure. */
  List<Measured> measured(Readings readings) {
    List<PhotoMeasure> order = new ArrayList<>(List.of(PhotoMeasure.values()));
    order.sort(Comparator.comparingDouble(m -> usual(m).p(readings.value(m))));
    Map<PhotoMeasure, Double> corrected = new EnumMap<>(PhotoMeasure.class);
    double least = 0;
    for (int i = 0; i < order.size(); i++) {
      PhotoMeasure measure = order.get(i);
      double p = usual(measure).p(readings.value(measure));
      least = Math.max(least, Math.min(1, (order.size() - i) * p));
      corrected.put(measure, least);
    }
    List<Measured> all = new ArrayList<>();
    for (PhotoMeasure measure : PhotoMeasure.values()) {
      Usual usual = usual(measure);
      all.add(
          new Measured(
              measure,
              readings.value(measure),
              usual.middle(),
              usual.spread(),
              corrected.getOrDefault(measure, 1.),
              measure == PhotoMeasure.INK_RISE ? readings.alteration().word() : ""));
    }
    return all;
  }
}
