package org.pentimento.metric.texture;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.metric.Measurement;
import org.pentimento.api.metric.PairMetric;
import org.pentimento.metric.plane.Plane;

/**
 * Structure co-occurrence texture measure: contrast and energy of grey-level co-occurrence in 4×4
 * blocks, compared as one vector of 32 numbers: {@code 1 / (1 + distance)}.
 *
 * <p>A block of a single tone has contrast 0 and energy 1, which the same formulas give; so
 * constant images are defined. Undefined for an image with a block of too few pixels to co-occur.
 */
@Component(service = PairMetric.class)
public final class ScootMetric implements PairMetric {
  private static final String ID = "scoot";

  @Override
  public Descriptor descriptor() {
    return Descriptor.of(
        ID,
        "Scoot",
        "1.0.0",
        "Texture of strokes in 4x4 blocks. Sees lost strokes, hardly sees whose face it is."
            + " Undefined for images of a few pixels.",
        "Fan, Zhang, Wu, Liu, Ren, Cheng, Rosin: Scoot: a perceptual metric for facial sketches."
            + " ICCV 2019");
  }

  @Override
  public Scale scale() {
    return new Scale("", 0, 1, Direction.HIGHER);
  }

  @Override
  public PanelPlace panelPlace() {
    return PanelPlace.TEXTURE;
  }

  @Override
  public Reference prepare(Image reference, Settings settings) {
    return new Prepared(
        reference.width(), reference.height(), StrokeTexture.of(Plane.luminance(reference)));
  }

  private record Prepared(int width, int height, Optional<StrokeTexture> texture)
      implements Reference {
    @Override
    public Measurement measure(Image candidate) {
      Optional<StrokeTexture> other = textureOf(candidate);
      if (texture.isEmpty() || other.isEmpty()) {
        return Measurement.undefined(
            ID, "The image is too small: a block of the 4x4 has no co-occurring grey levels.");
      }
      double squares = 0;
      for (double d : texture.get().squaredDistances(other.get())) {
        squares += d;
      }
      return Measurement.of(ID, 1 / (1 + Math.sqrt(squares)));
    }

    /** One pixel per block: {@code 1 / (1 + distance)} of the block's two numbers. */
    @Override
    public Optional<Image> map(Image candidate) {
      Optional<StrokeTexture> other = textureOf(candidate);
      if (texture.isEmpty() || other.isEmpty()) {
        return Optional.empty();
      }
      double[] similarity = texture.get().squaredDistances(other.get());
      for (int i = 0; i < similarity.length; i++) {
        similarity[i] = 1 / (1 + Math.sqrt(similarity[i]));
      }
      return Optional.of(new Plane(StrokeTexture.GRID, StrokeTexture.GRID, similarity).asMap());
    }

    private Optional<StrokeTexture> textureOf(Image candidate) {
      Plane.requireSize(width, height, candidate);
      return StrokeTexture.of(Plane.luminance(candidate));
    }
  }
}
