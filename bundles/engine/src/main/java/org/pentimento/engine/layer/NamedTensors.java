package org.pentimento.engine.layer;

import org.pentimento.engine.tensor.Tensor;

/**
 * A layer whose weights and statistics have names and a layout that other programs understand:
 * those of PyTorch.
 */
public interface NamedTensors {
  /** A copy of a tensor. */
  Tensor tensor(String name);

  /**
   * Sets a tensor.
   *
   * @throws IllegalArgumentException if the shape is not the one of {@link NamedShapes}
   */
  void assign(String name, Tensor tensor);
}
