package org.pentimento.model.convention;

import java.util.List;
import org.pentimento.api.BadInputException;
import org.pentimento.api.image.Image;
import org.pentimento.engine.tensor.Tensor;
import org.pentimento.model.convention.Convention.Channels;
import org.pentimento.model.convention.Convention.Layout;
import org.pentimento.model.convention.Scaling.Size;

/**
 * How gradients go back through what a convention does to a photo and to what a network draws.
 *
 * @param convention that the photo was packed with
 */
public record ConventionGradient(Convention convention) {
  private static final float[] LUMINANCE = {.299f, .587f, .114f};

  /**
   * The gradient for the network's output.
   *
   * @param gradient for the sketch, by pixel
   * @param drawn the network's output
   * @param photo that it was drawn of
   */
  public Tensor spread(float[] gradient, Tensor drawn, Image photo) throws BadInputException {
    Convention.Plane plane = Convention.plane(drawn);
    Size size = new Size(plane.width(), plane.height());
    Size seen = seen(photo);
    Size own = new Size(photo.width(), photo.height());
    boolean fixed = convention.width() > 0;
    float[] pixels =
        fixed || seen.equals(own)
            ? Scaling.back(gradient, 1, own, size)
            : Scaling.back(inTheMiddle(gradient, photo, seen), 1, seen, size);
    Range range = convention.outputRange();
    int area = size.area();
    int planes = plane.planes();
    float[] values = new float[drawn.values().length];
    for (int i = 0; i < area; i++) {
      float value = range.decode(plane.grey(i));
      // Beyond black and white nothing changes.
      float share = value < 0 || value > 1 ? 0 : pixels[i] / (range.slope(0) * planes);
      for (int p = 0; p < planes; p++) {
        values[plane.last() ? i * planes + p : p * area + i] = share;
      }
    }
    return Tensor.of(drawn.shape(), values);
  }

  private Size seen(Image photo) {
    return new Size(
        convention.side(photo.width(), convention.width()),
        convention.side(photo.height(), convention.height()));
  }

  private float[] inTheMiddle(float[] gradient, Image photo, Size seen) {
    float[] larger = new float[seen.area()];
    for (int y = 0; y < photo.height(); y++) {
      System.arraycopy(
          gradient,
          y * photo.width(),
          larger,
          (y + convention.top(photo)) * seen.width() + convention.left(photo),
          photo.width());
    }
    return larger;
  }

  /**
   * The gradient for the photo.
   *
   * @param gradient for the network's input, as {@link Convention#pack} shapes it
   * @param photo of 3 planes
   * @return ordered as {@link Image#data()}
   * @throws BadInputException if the gradient is of another shape or no finite number
   */
  public float[] gather(Tensor gradient, Image photo) throws BadInputException {
    Size seen = seen(photo);
    Channels channels = convention.channels();
    int planes = channels.count();
    int area = seen.area();
    boolean first = convention.layout() == Layout.NCHW;
    List<Integer> shape =
        first
            ? List.of(1, planes, seen.height(), seen.width())
            : List.of(1, seen.height(), seen.width(), planes);
    if (!gradient.shape().equals(shape)) {
      throw noGradient("it has the sizes " + gradient.shape() + " instead of " + shape);
    }
    float[] values = new float[planes * area];
    for (int p = 0; p < planes; p++) {
      int from = channels == Channels.BGR ? 2 - p : p;
      float slope = convention.range().slope(p);
      for (int i = 0; i < area; i++) {
        float value = gradient.values()[first ? from * area + i : i * planes + from] * slope;
        if (!Float.isFinite(value)) {
          throw noGradient("a value of it is no finite number");
        }
        values[p * area + i] = value;
      }
    }
    Size own = new Size(photo.width(), photo.height());
    float[] told =
        convention.width() > 0
            ? Scaling.back(values, planes, seen, own)
            : fromTheMiddle(values, planes, photo, seen);
    return channels == Channels.GREY ? coloured(told) : told;
  }

  private static BadInputException noGradient(String why) {
    return new BadInputException(
        "The model tells a gradient that is none: " + why + ".",
        "Treat the model as damaged or hostile, and ask only for what looks at its sketches.");
  }

  /** What falls on the repeated edge counts for the edge. */
  private float[] fromTheMiddle(float[] values, int planes, Image photo, Size seen) {
    int width = photo.width();
    int height = photo.height();
    float[] sums = new float[planes * width * height];
    int from = 0;
    for (int p = 0; p < planes; p++) {
      for (int row = 0; row < seen.height(); row++) {
        int y = Math.max(0, Math.min(height - 1, row - convention.top(photo)));
        for (int column = 0; column < seen.width(); column++) {
          int x = Math.max(0, Math.min(width - 1, column - convention.left(photo)));
          sums[(p * height + y) * width + x] += values[from++];
        }
      }
    }
    return sums;
  }

  private static float[] coloured(float[] grey) {
    float[] colour = new float[3 * grey.length];
    for (int p = 0; p < 3; p++) {
      for (int i = 0; i < grey.length; i++) {
        colour[p * grey.length + i] = LUMINANCE[p] * grey[i];
      }
    }
    return colour;
  }
}
