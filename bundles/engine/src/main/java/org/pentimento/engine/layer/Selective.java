package org.pentimento.engine.layer;

/** A layer with parameters that can leave out a part of its backward pass. */
public interface Selective {
  /** Sets what backward passes compute from now on. */
  void scopeBackward(BackwardScope scope);
}
