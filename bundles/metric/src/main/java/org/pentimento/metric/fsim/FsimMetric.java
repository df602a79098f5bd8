package org.pentimento.metric.fsim;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.metric.Measurement;
import org.pentimento.api.metric.PairMetric;
import org.pentimento.metric.plane.Plane;

/**
 * Feature similarity of the luminance: similarity of phase congruency and of gradients, weighted by
 * phase congruency. Images are downsampled by the nearest whole number to shorter side / 256.
 *
 * <p>A constant image has phase congruency 0 everywhere, which is the limit of ever fainter
 * contrast; so one constant image has a defined FSIM against any that is not. If neither image has
 * a feature, no place has weight and FSIM is undefined, even for identical images.
 */
@Component(service = PairMetric.class)
public final class FsimMetric implements PairMetric {
  private static final String ID = "fsim";

  @Override
  public Descriptor descriptor() {
    return Descriptor.of(
        ID,
        "FSIM",
        "1.0.1",
        "Feature similarity: phase congruency and gradients of the luminance. Hardly sees lost"
            + " areas without edges. Undefined if neither image has any feature.",
        "Zhang, Zhang, Mou, Zhang: FSIM: a feature similarity index for image quality assessment."
            + " IEEE Transactions on Image Processing 20(8), 2011");
  }

  @Override
  public Scale scale() {
    return new Scale("", 0, 1, Direction.HIGHER);
  }

  @Override
  public PanelPlace panelPlace() {
    return PanelPlace.STANDARD;
  }

  @Override
  public Reference prepare(Image reference, Settings settings) {
    return new Prepared(reference.width(), reference.height(), FeatureMaps.of(reference));
  }

  @Override
  public Map<String, Image> features(Image image, Settings settings) {
    return FeatureMaps.of(image).shown();
  }

  private record Prepared(int width, int height, FeatureMaps maps) implements Reference {
    @Override
    public Measurement measure(Image candidate) {
      FeatureSimilarity similarity = similarity(candidate);
      return similarity.isDefined()
          ? Measurement.of(ID, similarity.pool(similarity.local()))
          : Measurement.undefined(ID, "Neither image has any feature to compare.");
    }

    @Override
    public Optional<Image> map(Image candidate) {
      return Optional.of(similarity(candidate).local().asMap());
    }

    private FeatureSimilarity similarity(Image candidate) {
      Plane.requireSize(width, height, candidate);
      return FeatureSimilarity.of(maps, FeatureMaps.of(candidate));
    }
  }
}
