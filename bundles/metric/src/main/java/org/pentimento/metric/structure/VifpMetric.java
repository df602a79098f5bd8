package org.pentimento.metric.structure;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.metric.Measurement;
import org.pentimento.api.metric.PairMetric;
import org.pentimento.metric.plane.Gaussian;
import org.pentimento.metric.plane.Plane;

/**
 * Visual information fidelity in the pixel domain: the share of the reference's information that
 * the candidate keeps, over four scales with Gaussian windows of 17, 9, 5 and 3 pixels, visual
 * noise of variance 2. Above 1 where the candidate has more contrast.
 *
 * <p>Four scales need 41 pixels a side. A smaller image is measured at as many of the finest scales
 * as it holds; the sums run over those, so there are no weights to renormalise, and the
 * measurement's name says how many, {@code vifp-2}. Below 17 pixels a side, and against a constant
 * reference, which bears no information, it is undefined.
 */
@Component(service = PairMetric.class)
public final class VifpMetric implements PairMetric {
  private static final String ID = "vifp";
  private static final double VISUAL_NOISE = 2;
  private static final double TINY = 1e-10;
  private static final List<Gaussian> WINDOWS =
      List.of(
          new Gaussian(17, 17 / 5.0),
          new Gaussian(9, 9 / 5.0),
          new Gaussian(5, 5 / 5.0),
          new Gaussian(3, 3 / 5.0));

  private record Moments(Plane levels, Plane mean, Plane variance) {}

  @Override
  public Descriptor descriptor() {
    return Descriptor.of(
        ID,
        "VIFp",
        "1.0.0",
        "Visual information fidelity in the pixel domain, over four scales. An image with a side"
            + " below 41 pixels is measured over fewer, and the value's name says so. Undefined"
            + " against a constant reference.",
        "Sheikh, Bovik: Image information and visual quality. IEEE Transactions on Image"
            + " Processing 15(2), 2006; pixel domain variant by the authors");
  }

  @Override
  public Scale scale() {
    return new Scale("", 0, Double.POSITIVE_INFINITY, Direction.HIGHER);
  }

  @Override
  public Reference prepare(Image reference, Settings settings) {
    Plane levels = Plane.luminance(reference);
    List<Moments> scales = pyramid(levels);
    return candidate -> {
      levels.requireSameSize(candidate);
      return measure(scales, pyramid(Plane.luminance(candidate)));
    };
  }

  private static List<Moments> pyramid(Plane levels) {
    List<Moments> scales = new ArrayList<>();
    Plane plane = levels;
    for (Gaussian window : WINDOWS) {
      if (!window.fits(plane.width(), plane.height())) {
        break;
      }
      if (!scales.isEmpty()) {
        plane = window.of(plane).every(2);
        if (!window.fits(plane.width(), plane.height())) {
          break;
        }
      }
      Plane mean = window.of(plane);
      scales.add(new Moments(plane, mean, window.of(plane.times(plane)).minus(mean.times(mean))));
    }
    return scales;
  }

  private static Measurement measure(List<Moments> reference, List<Moments> candidate) {
    int count = reference.size();
    if (count == 0) {
      return Measurement.undefined(ID, "The image is smaller than the 17x17 window.");
    }
    double kept = 0;
    double given = 0;
    for (int s = 0; s < count; s++) {
      Moments a = reference.get(s);
      Moments b = candidate.get(s);
      double[] covariance =
          WINDOWS.get(s).of(a.levels.times(b.levels)).minus(a.mean.times(b.mean)).data();
      for (int i = 0; i < covariance.length; i++) {
        double variance = Math.max(0, a.variance.data()[i]);
        kept += keptInformation(variance, Math.max(0, b.variance.data()[i]), covariance[i]);
        given += variance < TINY ? 0 : StrictMath.log(1 + variance / VISUAL_NOISE);
      }
    }
    String name = count == WINDOWS.size() ? ID : ID + "-" + count;
    return given == 0
        ? Measurement.undefined(name, "The reference is constant and bears no information.")
        : Measurement.of(name, kept / given);
  }

  /** Information that passes a channel of a gain and additive noise, fitted at one place. */
  private static double keptInformation(double variance, double otherVariance, double covariance) {
    if (variance < TINY || otherVariance < TINY || covariance < 0) {
      return 0;
    }
    double gain = covariance / (variance + TINY);
    double noise = Math.max(TINY, otherVariance - gain * covariance);
    return StrictMath.log(1 + gain * gain * variance / (noise + VISUAL_NOISE));
  }
}
