package org.pentimento.poisoning.sketch;

import org.pentimento.api.image.Image;

/** A way to turn a true sketch into a target that depends on nothing but that sketch. */
@FunctionalInterface
public interface Redrawing {
  /** The target for a sketch of 1 plane, of the same size. */
  Image redraw(Image sketch);
}
