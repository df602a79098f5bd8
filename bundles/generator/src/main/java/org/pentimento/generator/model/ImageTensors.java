package org.pentimento.generator.model;

import java.util.List;
import org.pentimento.api.image.Image;
import org.pentimento.engine.tensor.Tensor;

/** Images as tensors of their own values. */
public final class ImageTensors {
  private ImageTensors() {}

  /** The values of an image, [planes, height, width]. */
  static Tensor tensor(Image image) {
    return Tensor.of(List.of(image.planes(), image.height(), image.width()), image.data());
  }
}
