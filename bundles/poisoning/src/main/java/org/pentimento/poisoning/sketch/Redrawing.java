package org.pentimento.poisoning.sketch;

import org.pentimento.api.image.Image;

/** Turns a true sketch into a target that depends on that sketch only. */
@FunctionalInterface
public interface Redrawing {
  /** The target for a sketch of 1 plane, of the same size. */
  Image redraw(Image sketch);
}
