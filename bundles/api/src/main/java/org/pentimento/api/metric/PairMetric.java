package org.pentimento.api.metric;

import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;

/** Extension kind: a metric of a candidate image against a reference. Stateless. */
@ConsumerType
public interface PairMetric extends Metric {
  /**
   * Does the part of the work that depends on the reference alone, so that several candidates share
   * it.
   *
   * @param reference 1 or 3 planes
   */
  Reference prepare(Image reference, Settings settings);

  /**
   * What the metric sees in an image before it compares it with another, to be shown to a person.
   *
   * @param image 1 or 3 planes
   * @return by name, such as {@code Phase congruency}, in the order to show; one plane each, as
   *     large as the metric computes it; empty if there is nothing to show
   */
  default Map<String, Image> features(Image image, Settings settings) {
    return Map.of();
  }

  /** A reference that candidates are measured against. Safe for use from several threads. */
  @ConsumerType
  interface Reference {
    /**
     * Measures a candidate.
     *
     * @param candidate same size as the reference; planes may differ
     * @throws IllegalArgumentException if the sizes differ
     */
    Measurement measure(Image candidate);

    /**
     * Where candidate and reference are alike (1) and where not (0).
     *
     * @return one plane, as large as the metric computes it; empty if the metric has no map
     */
    default Optional<Image> map(Image candidate) {
      return Optional.empty();
    }
  }
}
