package org.pentimento.generator.model;

import java.util.ArrayList;
import java.util.List;
import org.pentimento.api.image.Image;
import org.pentimento.engine.network.Network;
import org.pentimento.engine.tensor.Tensor;

/**
 * Sketches by a trained network.
 *
 * @param network that is run without dropout and by running statistics
 * @param packing how images become its input
 */
public record Drawing(Network network, ImagePacking packing) {
  private static final int LARGEST_BATCH = 8;

  /**
   * Sketches of photos of any size and of 1 or 3 planes, in order.
   *
   * @throws ArithmeticException if the network gives values that are not numbers
   */
  public List<Image> sketch(List<Image> photos) {
    List<Image> sketches = new ArrayList<>(photos.size());
    int from = 0;
    while (from < photos.size()) {
      Image first = photos.get(from);
      int to = from + 1;
      while (to < photos.size() && to - from < LARGEST_BATCH && photos.get(to).sameSize(first)) {
        to++;
      }
      Tensor drawn = forward(photos.subList(from, to));
      requireNumbers(drawn);
      sketches.addAll(packing.unpack(drawn, first.width(), first.height()));
      from = to;
    }
    return sketches;
  }

  /** Runs the network on photos of one size. */
  Tensor forward(List<Image> photos) {
    return network.forward(packing.pack(photos.stream().map(Image::colour).toList()), false);
  }

  private static void requireNumbers(Tensor drawn) {
    for (float value : drawn.values()) {
      if (Float.isNaN(value)) {
        throw new ArithmeticException("The network gives values that are no numbers");
      }
    }
  }
}
