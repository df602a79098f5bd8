package org.pentimento.metric.fsim;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.metric.Measurement;
import org.pentimento.api.metric.PairMetric;
import org.pentimento.metric.plane.Plane;

/**
 * Feature similarity with colour: FSIM times the similarity of the chroma I and Q of YIQ to the
 * power of 0.03 (section II-C, equations 9 to 11). Where the similarities of I and Q differ in sign
 * that power is complex and its real part counts. Grey images have no chroma, which makes FSIMc of
 * two of them their FSIM. Where FSIM is undefined, FSIMc is undefined.
 */
@Component(service = PairMetric.class)
public final class FsimcMetric implements PairMetric {
  private static final String ID = "fsimc";

  @Override
  public Descriptor descriptor() {
    return Descriptor.of(
        ID,
        "FSIMc",
        "1.0.1",
        "Feature similarity with chroma: for photos in colour. Equal to FSIM for grey images.",
        "Zhang, Zhang, Mou, Zhang: FSIM: a feature similarity index for image quality assessment."
            + " IEEE Transactions on Image Processing 20(8), 2011");
  }

  @Override
  public Scale scale() {
    return new Scale("", 0, 1, Direction.HIGHER);
  }

  @Override
  public Reference prepare(Image reference, Settings settings) {
    FeatureMaps maps = FeatureMaps.of(reference);
    return new Prepared(
        reference.width(), reference.height(), maps, Chroma.of(reference, maps.factor()));
  }

  private record Prepared(int width, int height, FeatureMaps maps, Chroma chroma)
      implements Reference {
    @Override
    public Measurement measure(Image candidate) {
      FeatureSimilarity similarity = similarity(candidate);
      return similarity.isDefined()
          ? Measurement.of(ID, similarity.pool(coloured(similarity, candidate)))
          : Measurement.undefined(ID, "Neither image has any feature to compare.");
    }

    @Override
    public Optional<Image> map(Image candidate) {
      return Optional.of(coloured(similarity(candidate), candidate).asMap());
    }

    private FeatureSimilarity similarity(Image candidate) {
      Plane.requireSize(width, height, candidate);
      return FeatureSimilarity.of(maps, FeatureMaps.of(candidate));
    }

    private Plane coloured(FeatureSimilarity similarity, Image candidate) {
      return similarity.local().times(chroma.similarity(Chroma.of(candidate, maps.factor())));
    }
  }
}
