package org.pentimento.engine.layer;

import org.pentimento.engine.tensor.Tensor;

/**
 * A layer whose weights and statistics have the names and the layout of PyTorch, so that other
 * programs understand them.
 */
public interface NamedTensors {
  /** A copy of a tensor. */
  Tensor tensor(String name);

  /**
   * Sets a tensor.
   *
   * @throws IllegalArgumentException if the shape differs from {@link NamedShapes#tensorShapes}
   */
  void assign(String name, Tensor tensor);
}
