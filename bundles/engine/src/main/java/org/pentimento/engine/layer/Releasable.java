package org.pentimento.engine.layer;

/** A layer or vertex that keeps native arrays of its own. */
public interface Releasable {
  /** Frees the arrays. They are made anew if the layer is used again. */
  void release();
}
