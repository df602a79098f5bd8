package org.pentimento.metric.structure;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.metric.Measurement;
import org.pentimento.api.metric.PairMetric;
import org.pentimento.metric.plane.Plane;

/**
 * Structural similarity of the luminance, as its authors compute it: Gaussian window, no
 * downsampling, only where the window lies inside the image. Undefined for images smaller than the
 * 11×11 window.
 */
@Component(service = PairMetric.class)
public final class SsimMetric implements PairMetric {
  private static final String ID = "ssim";

  @Override
  public Descriptor descriptor() {
    return Descriptor.of(
        ID,
        "SSIM",
        "1.0.0",
        "Structural similarity: local luminance, contrast and structure in an 11x11 window."
            + " Undefined for images smaller than the window.",
        "Wang, Bovik, Sheikh, Simoncelli: Image quality assessment: from error visibility to"
            + " structural similarity. IEEE Transactions on Image Processing 13(4), 2004");
  }

  @Override
  public Scale scale() {
    return new Scale("", -1, 1, Direction.HIGHER);
  }

  @Override
  public Reference prepare(Image reference, Settings settings) {
    Plane levels = Plane.luminance(reference);
    return LocalStructure.fits(reference)
        ? new Prepared(levels, LocalStructure.of(levels))
        : candidate -> {
          levels.requireSameSize(candidate);
          return Measurement.undefined(ID, "The image is smaller than the 11x11 window.");
        };
  }

  private record Prepared(Plane levels, LocalStructure structure) implements Reference {
    @Override
    public Measurement measure(Image candidate) {
      return Measurement.of(ID, similarity(candidate).mean());
    }

    @Override
    public Optional<Image> map(Image candidate) {
      return Optional.of(similarity(candidate).asMap());
    }

    private Plane similarity(Image candidate) {
      levels.requireSameSize(candidate);
      return structure.compare(LocalStructure.of(Plane.luminance(candidate))).ssim();
    }
  }
}
