/**
 * Networks computed by oneDNN itself: activations stay in the layout that its kernels like from
 * layer to layer, and are put in order at the ends only.
 */
@NullMarked
package org.pentimento.engine.blocked;

import org.jspecify.annotations.NullMarked;
