package org.pentimento.generator.model;

import java.util.ArrayList;
import java.util.List;
import org.pentimento.api.image.Image;
import org.pentimento.engine.tensor.Tensor;

/**
 * How images become a network's input and its output becomes images. An image whose sides the
 * network cannot take is put into the middle of a larger one that repeats its edge; where the
 * margin is odd, the larger part lies at the bottom or on the right. Sketches are cut out of the
 * middle again.
 *
 * @param multiple that both sides must be of
 * @param minimum smallest side
 * @param low value that the network takes for black
 * @param high value that the network takes for white
 */
public record ImagePacking(int multiple, int minimum, float low, float high) {

  /** The side that the network sees for an image's side. */
  public int side(int pixels) {
    int multiples = (Math.max(pixels, minimum) + multiple - 1) / multiple;
    return Math.multiplyExact(multiples, multiple);
  }

  private int margin(int pixels) {
    return (side(pixels) - pixels) / 2;
  }

  /**
   * Puts images of one size into a batch.
   *
   * @return [batch, height, width, planes], in the network's values
   */
  public Tensor pack(List<Image> images) {
    Image first = images.get(0);
    int width = side(first.width());
    int height = side(first.height());
    int planes = first.planes();
    int area = width * height;
    float[] values = new float[Math.multiplyExact(images.size() * planes, area)];
    for (int b = 0; b < images.size(); b++) {
      Image image = images.get(b);
      if (!image.sameSize(first) || image.planes() != planes) {
        throw new IllegalArgumentException(image + " in a batch of " + first);
      }
      float[] data = padded(image).data();
      for (int p = 0; p < planes; p++) {
        for (int i = 0; i < area; i++) {
          values[(b * area + i) * planes + p] = low + (high - low) * data[p * area + i];
        }
      }
    }
    return Tensor.of(List.of(images.size(), height, width, planes), values);
  }

  private Image padded(Image image) {
    int width = side(image.width());
    int height = side(image.height());
    return width == image.width() && height == image.height()
        ? image
        : image.window(-margin(image.width()), -margin(image.height()), width, height);
  }

  /**
   * Cuts sketches out of a network's output.
   *
   * @param output [batch, height, width, 1]
   * @param width of the photos
   * @param height of the photos
   */
  List<Image> unpack(Tensor output, int width, int height) {
    int area = output.size(1) * output.size(2);
    List<Image> images = new ArrayList<>();
    for (int b = 0; b < output.size(0); b++) {
      float[] data = new float[width * height];
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          float value = output.values()[b * area + place(x, y, width, height)];
          data[y * width + x] = (value - low) / (high - low);
        }
      }
      images.add(Image.of(width, height, 1, data));
    }
    return images;
  }

  /** Where a pixel of an image lies in the larger one. */
  private int place(int x, int y, int width, int height) {
    return (y + margin(height)) * side(width) + x + margin(width);
  }

  /**
   * The gradient for the network's output, from gradients for sketches.
   *
   * @param gradients by sketch, by pixel
   * @return [batch, height, width, 1]
   */
  Tensor spread(List<float[]> gradients, int width, int height) {
    int area = side(width) * side(height);
    float[] values = new float[gradients.size() * area];
    for (int b = 0; b < gradients.size(); b++) {
      float[] gradient = gradients.get(b);
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          values[b * area + place(x, y, width, height)] = gradient[y * width + x] / (high - low);
        }
      }
    }
    return Tensor.of(List.of(gradients.size(), side(height), side(width), 1), values);
  }

  /**
   * The gradients for photos, from the gradient for the network's input: what falls on the repeated
   * edge counts for the edge.
   *
   * @param gradient [batch, height, width, planes]
   * @return by photo, plane by plane
   */
  List<float[]> gather(Tensor gradient, int width, int height) {
    int planes = gradient.size(3);
    List<float[]> photos = new ArrayList<>();
    int from = 0;
    for (int b = 0; b < gradient.size(0); b++) {
      float[] sums = new float[planes * width * height];
      for (int row = 0; row < side(height); row++) {
        int y = Math.max(0, Math.min(height - 1, row - margin(height)));
        for (int column = 0; column < side(width); column++) {
          int x = Math.max(0, Math.min(width - 1, column - margin(width)));
          for (int p = 0; p < planes; p++) {
            sums[(p * height + y) * width + x] += gradient.values()[from++] * (high - low);
          }
        }
      }
      photos.add(sums);
    }
    return photos;
  }
}
