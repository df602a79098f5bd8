package org.pentimento.model.convention;

import java.util.List;
import org.pentimento.api.BadInputException;
import org.pentimento.api.image.Image;
import org.pentimento.engine.tensor.Tensor;

/**
 * How a network takes its photo and gives its sketch.
 *
 * @param layout order of the dimensions
 * @param channels of the photo
 * @param range of the photo's numbers
 * @param outputRange of the sketch's numbers
 * @param width that photos are stretched to, 0 to leave them
 * @param height that photos are stretched to, 0 to leave them
 * @param multiple that both sides must be of; photos are padded at their edge
 * @param output name of the output that is the sketch
 */
public record Convention(
    Layout layout,
    Channels channels,
    Range range,
    Range outputRange,
    int width,
    int height,
    int multiple,
    String output) {

  /** Order of the dimensions. */
  public enum Layout {
    /** Batch, channels, height, width. */
    NCHW,
    /** Batch, height, width, channels. */
    NHWC
  }

  /** What the channels are. */
  public enum Channels {
    RGB(3),
    BGR(3),
    GREY(1);

    private final int count;

    Channels(int count) {
      this.count = count;
    }

    int count() {
      return count;
    }
  }

  /**
   * The side of what the network sees.
   *
   * @param pixels side of the photo
   * @param fixed that photos are stretched to, 0 to leave them
   */
  public int side(int pixels, int fixed) {
    return fixed > 0 ? fixed : (pixels + multiple - 1) / multiple * multiple;
  }

  /** The network's input for a photo of any size. */
  public Tensor pack(Image photo) {
    int w = side(photo.width(), width);
    int h = side(photo.height(), height);
    Image right = channels == Channels.GREY ? photo.grey() : photo.colour();
    Image sized =
        width > 0 ? Scaling.scale(right, w, h) : right.window(-left(photo), -top(photo), w, h);
    int planes = channels.count();
    int area = w * h;
    float[] values = new float[Math.multiplyExact(planes, area)];
    for (int p = 0; p < planes; p++) {
      int to = channels == Channels.BGR ? 2 - p : p;
      for (int i = 0; i < area; i++) {
        values[layout == Layout.NCHW ? to * area + i : i * planes + to] =
            range.encode(sized.data()[p * area + i], p);
      }
    }
    return layout == Layout.NCHW
        ? Tensor.of(List.of(1, planes, h, w), values)
        : Tensor.of(List.of(1, h, w, planes), values);
  }

  /** Pixels that the network sees left of the photo. */
  int left(Image photo) {
    return (side(photo.width(), width) - photo.width()) / 2;
  }

  /** Pixels that the network sees above the photo. */
  int top(Image photo) {
    return (side(photo.height(), height) - photo.height()) / 2;
  }

  /**
   * The sketch in a network's output.
   *
   * @param photo that it was drawn of
   * @throws BadInputException if the output cannot be a sketch of it
   */
  public Image unpack(Tensor drawn, Image photo) throws BadInputException {
    Plane plane = plane(drawn);
    float[] grey = new float[plane.width() * plane.height()];
    for (int i = 0; i < grey.length; i++) {
      float value = outputRange.decode(plane.grey(i));
      if (!Float.isFinite(value)) {
        throw new BadInputException(
            "The model drew something that is no picture: a pixel of it is no finite number.",
            "Check the range in its settings; a model that draws this with every range is"
                + " damaged.");
      }
      grey[i] = value;
    }
    Image sketch = Image.of(plane.width(), plane.height(), 1, grey);
    int w = side(photo.width(), width);
    int h = side(photo.height(), height);
    if (width == 0 && sketch.width() == w && sketch.height() == h) {
      return sketch.window(left(photo), top(photo), photo.width(), photo.height());
    }
    if (width == 0 && (w != photo.width() || h != photo.height())) {
      Image whole = Scaling.scale(sketch, w, h);
      return whole.window(left(photo), top(photo), photo.width(), photo.height());
    }
    return Scaling.scale(sketch, photo.width(), photo.height());
  }

  /** The output as numbers, before their range is known. */
  static Plane plane(Tensor drawn) throws BadInputException {
    List<Integer> shape = drawn.shape();
    int from = shape.size() == 4 ? 1 : 0;
    if (shape.size() == 2 && shape.stream().allMatch(s -> s > 1)) {
      return new Plane(shape.get(1), shape.get(0), 1, false, drawn.values());
    }
    if ((shape.size() == 3 || (shape.size() == 4 && shape.get(0) == 1))
        && shape.stream().allMatch(s -> s > 0)) {
      int first = shape.get(from);
      int last = shape.get(from + 2);
      if (first == 1 || (first == 3 && last != 1)) {
        return new Plane(last, shape.get(from + 1), first, false, drawn.values());
      }
      if (last == 1 || last == 3) {
        return new Plane(shape.get(from + 1), first, last, true, drawn.values());
      }
    }
    throw new BadInputException(
        "The model's output has the sizes " + shape + ", which are not those of one picture.",
        "Name another output in its settings, if it has one.");
  }

  /**
   * Numbers of a picture.
   *
   * @param last whether the channels of a pixel lie side by side
   */
  record Plane(int width, int height, int planes, boolean last, float[] values) {
    /** The mean over the channels. */
    float grey(int pixel) {
      float sum = 0;
      for (int p = 0; p < planes; p++) {
        sum += values[last ? pixel * planes + p : p * width * height + pixel];
      }
      return sum / planes;
    }
  }
}
