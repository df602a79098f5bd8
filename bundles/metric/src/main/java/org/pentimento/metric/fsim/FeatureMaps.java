package org.pentimento.metric.fsim;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pentimento.api.image.Image;
import org.pentimento.metric.phase.PhaseCongruencyCache;
import org.pentimento.metric.plane.BoxMean;
import org.pentimento.metric.plane.Gradient;
import org.pentimento.metric.plane.Plane;

/**
 * What FSIM computes of each image alone: phase congruency and gradient magnitude of the luminance,
 * and the factor of its downsampling.
 *
 * @param factor one row and column of this many is kept
 * @param congruency phase congruency, row by row
 * @param gradient Scharr gradient magnitude
 */
record FeatureMaps(int factor, float[] congruency, Plane gradient) {
  /** The side that images are brought near to before the comparison. */
  private static final double NORMAL_SIDE = 256;

  /** Shared by all images, because the filters depend on the size only. */
  private static final PhaseCongruencyCache CONGRUENCIES = new PhaseCongruencyCache();

  static FeatureMaps of(Image image) {
    int side = Math.min(image.width(), image.height());
    int factor = (int) Math.max(1, Math.round(side / NORMAL_SIDE));
    Plane luminance = reduced(Plane.luminance(image), factor);
    return new FeatureMaps(
        factor,
        CONGRUENCIES.forSize(luminance.width(), luminance.height()).of(luminance.data()),
        Gradient.SCHARR.magnitude(luminance));
  }

  /** Both maps by name, for a person; gradients as a share of the largest. */
  Map<String, Image> shown() {
    double steepest = Math.max(1e-9, Arrays.stream(gradient.data()).max().orElse(0));
    float[] slopes = new float[gradient.size()];
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = (float) (gradient.data()[i] / steepest);
    }
    Map<String, Image> shown = new LinkedHashMap<>();
    shown.put("Gradient", Image.of(gradient.width(), gradient.height(), 1, slopes));
    shown.put(
        "Phase congruency", Image.of(gradient.width(), gradient.height(), 1, congruency.clone()));
    return shown;
  }

  /** Another plane of the same image, downsampled like the luminance. */
  static Plane reduced(Plane plane, int factor) {
    return BoxMean.of(plane, factor).every(factor);
  }
}
