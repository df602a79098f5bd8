package org.pentimento.engine.layer;

/** A layer with parameters that can leave out a part of its backward pass. */
public interface Selective {
  /** Sets what the backward passes from now on are run for. */
  void want(Wanted wanted);
}
