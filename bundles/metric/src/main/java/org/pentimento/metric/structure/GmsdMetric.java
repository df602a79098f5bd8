package org.pentimento.metric.structure;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.metric.Measurement;
import org.pentimento.api.metric.PairMetric;
import org.pentimento.metric.plane.BoxMean;
import org.pentimento.metric.plane.Gradient;
import org.pentimento.metric.plane.Plane;

/**
 * Gradient magnitude similarity deviation of the luminance: 2×2 mean and every second pixel,
 * Prewitt gradients, local similarity of their magnitudes, and the standard deviation of that.
 * Undefined where a single pixel is left.
 */
@Component(service = PairMetric.class)
public final class GmsdMetric implements PairMetric {
  private static final String ID = "gmsd";
  private static final double T = 170;
  private static final int STEP = 2;

  @Override
  public Descriptor descriptor() {
    return Descriptor.of(
        ID,
        "GMSD",
        "1.0.0",
        "Gradient magnitude similarity deviation: how unevenly the edges were damaged; 0 is best."
            + " Undefined for images of 2x2 pixels and less.",
        "Xue, Zhang, Mou, Bovik: Gradient magnitude similarity deviation: a highly efficient"
            + " perceptual image quality index. IEEE Transactions on Image Processing 23(2), 2014");
  }

  @Override
  public Scale scale() {
    return new Scale("", 0, 1, Direction.LOWER);
  }

  @Override
  public Reference prepare(Image reference, Settings settings) {
    Plane levels = Plane.luminance(reference);
    return new Prepared(levels, magnitudes(levels));
  }

  private static Plane magnitudes(Plane levels) {
    return Gradient.PREWITT.magnitude(BoxMean.of(levels, STEP).every(STEP));
  }

  private record Prepared(Plane levels, Plane magnitudes) implements Reference {
    @Override
    public Measurement measure(Image candidate) {
      Plane similarity = similarity(candidate);
      int n = similarity.size();
      if (n < 2) {
        return Measurement.undefined(ID, "The image is too small for a standard deviation.");
      }
      double mean = similarity.mean();
      double squares = 0;
      for (double s : similarity.data()) {
        squares += (s - mean) * (s - mean);
      }
      return Measurement.of(ID, Math.sqrt(squares / (n - 1)));
    }

    @Override
    public Optional<Image> map(Image candidate) {
      return Optional.of(similarity(candidate).asMap());
    }

    private Plane similarity(Image candidate) {
      levels.requireSameSize(candidate);
      double[] a = magnitudes.data();
      double[] b = GmsdMetric.magnitudes(Plane.luminance(candidate)).data();
      double[] similarity = new double[a.length];
      for (int i = 0; i < similarity.length; i++) {
        similarity[i] = (2 * a[i] * b[i] + T) / (a[i] * a[i] + b[i] * b[i] + T);
      }
      return new Plane(magnitudes.width(), magnitudes.height(), similarity);
    }
  }
}
