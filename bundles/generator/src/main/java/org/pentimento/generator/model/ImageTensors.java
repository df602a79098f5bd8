package org.pentimento.generator;

import java.util.List;
import org.pentimento.api.image.Image;
import org.pentimento.engine.tensor.Tensor;

/** Images as tensors of their own values. */
final class Images {
  private Images() {}

  /** The values of an image, [planes, height, width]. */
  static Tensor tensor(Image image) {
    return Tensor.of(List.of(image.planes(), image.height(), image.width()), image.data());
  }
}
