package org.pentimento.metric.tone;

import org.osgi.service.component.annotations.Component;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.metric.Measurement;
import org.pentimento.api.metric.PairMetric;
import org.pentimento.metric.plane.Plane;

/**
 * Peak signal-to-noise ratio of the luminance: {@code 10 log10(255² / mean squared error)}. For
 * identical images it would be infinite, so it is undefined.
 */
@Component(service = PairMetric.class)
public final class PsnrMetric implements PairMetric {
  private static final String ID = "psnr";
  private static final double PEAK = 255;

  @Override
  public Descriptor descriptor() {
    return Descriptor.of(
        ID,
        "PSNR",
        "1.0.0",
        "Peak signal-to-noise ratio of the luminance. Says how far grey levels are apart and"
            + " nothing about structure; undefined for identical images.",
        "Classical; e.g. Wang, Bovik: Mean squared error: love it or leave it? IEEE Signal"
            + " Processing Magazine 26(1), 2009");
  }

  @Override
  public Scale scale() {
    return new Scale("dB", 0, Double.POSITIVE_INFINITY, Direction.HIGHER);
  }

  @Override
  public Reference prepare(Image reference, Settings settings) {
    Plane levels = Plane.luminance(reference);
    return candidate -> measure(levels, candidate);
  }

  private static Measurement measure(Plane reference, Image image) {
    reference.requireSameSize(image);
    Plane candidate = Plane.luminance(image);
    double sum = 0;
    for (int i = 0; i < reference.size(); i++) {
      double difference = reference.data()[i] - candidate.data()[i];
      sum += difference * difference;
    }
    if (sum == 0) {
      return Measurement.undefined(ID, "The luminances are identical: PSNR would be infinite.");
    }
    // Two grey images differ by 255 at most; the sum of a colour's weights may exceed 1 by
    // rounding.
    double ratio = PEAK * PEAK / (sum / reference.size());
    return Measurement.of(ID, Math.max(0, 10 * StrictMath.log10(ratio)));
  }
}
